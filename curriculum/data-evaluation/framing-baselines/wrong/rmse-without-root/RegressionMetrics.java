class RegressionMetrics {

    public static double rootMeanSquaredError(Vector actual, Vector predicted) {
        MetricPreconditions.requirePredictions(actual, predicted);
        double sum = 0;
        for (int row = 0; row < actual.size(); row++) {
            double error = actual.get(row) - predicted.get(row);
            sum += error * error;
        }
        return sum / actual.size();
    }

    public static double meanSquaredError(Vector actual, Vector predicted) {
        MetricPreconditions.requirePredictions(actual, predicted);
        double sum = 0;
        for (int row = 0; row < actual.size(); row++) {
            double error = actual.get(row) - predicted.get(row);
            sum += error * error;
        }
        return sum / actual.size();
    }

    public static double meanAbsoluteError(Vector actual, Vector predicted) {
        MetricPreconditions.requirePredictions(actual, predicted);
        double sum = 0;
        for (int row = 0; row < actual.size(); row++) {
            sum += Math.abs(actual.get(row) - predicted.get(row));
        }
        return sum / actual.size();
    }

    public static double r2(Vector actual, Vector predicted) {
        MetricPreconditions.requirePredictions(actual, predicted);
        boolean different = false;
        for (int row = 1; row < actual.size(); row++) {
            different = different || actual.get(row) != actual.get(0);
        }
        if (!different) {
            throw new IllegalArgumentException("all targets are " + actual.get(0));
        }
        double mean = 0;
        for (int row = 0; row < actual.size(); row++) {
            mean += actual.get(row) / actual.size();
        }
        double errors = 0;
        double deviations = 0;
        for (int row = 0; row < actual.size(); row++) {
            errors += (actual.get(row) - predicted.get(row)) * (actual.get(row) - predicted.get(row));
            deviations += (actual.get(row) - mean) * (actual.get(row) - mean);
        }
        return 1 - errors / deviations;
    }
}
