import gradus.ml.linalg.Vector;

class RegressionMetrics {

    public static double meanSquaredError(Vector actual, Vector predicted) {
        MetricPreconditions.requirePredictions(actual, predicted);
        Vector errors = actual.minus(predicted);
        return errors.dot(errors) / errors.size();
    }

    public static double rootMeanSquaredError(Vector actual, Vector predicted) {
        MetricPreconditions.requirePredictions(actual, predicted);
        return actual.minus(predicted).norm() / Math.sqrt(actual.size());
    }

    public static double meanAbsoluteError(Vector actual, Vector predicted) {
        MetricPreconditions.requirePredictions(actual, predicted);
        return actual.distance(predicted, 1) / actual.size();
    }

    public static double r2(Vector actual, Vector predicted) {
        MetricPreconditions.requirePredictions(actual, predicted);
        int n = actual.size();
        boolean different = false;
        double mean = 0;
        for (int row = 0; row < n; row++) {
            // the mean of the rows so far
            mean += (actual.get(row) - mean) / (row + 1);
            different = different || actual.get(row) != actual.get(0);
        }
        if (!different) {
            throw new IllegalArgumentException("the targets don't vary");
        }
        double[] deviations = actual.toArray();
        for (int row = 0; row < n; row++) {
            deviations[row] -= mean;
        }
        double ratio = actual.distance(predicted, 2) / Vector.of(deviations).norm();
        return (1 - ratio) * (1 + ratio);
    }
}
