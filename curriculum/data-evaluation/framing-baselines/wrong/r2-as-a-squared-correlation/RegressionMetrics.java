import java.util.Arrays;

class RegressionMetrics {

    public static double r2(Vector actual, Vector predicted) {
        MetricPreconditions.requirePredictions(actual, predicted);
        double[] x = actual.toArray();
        double[] y = predicted.toArray();
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double both = 0;
        double squaresX = 0;
        double squaresY = 0;
        for (int row = 0; row < x.length; row++) {
            both += (x[row] - meanX) * (y[row] - meanY);
            squaresX += (x[row] - meanX) * (x[row] - meanX);
            squaresY += (y[row] - meanY) * (y[row] - meanY);
        }
        if (Arrays.stream(x).allMatch(value -> value == x[0])) {
            throw new IllegalArgumentException("all targets are equal");
        }
        return squaresY == 0 ? 0 : both * both / (squaresX * squaresY);
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

    public static double rootMeanSquaredError(Vector actual, Vector predicted) {
        MetricPreconditions.requirePredictions(actual, predicted);
        double sum = 0;
        for (int row = 0; row < actual.size(); row++) {
            double error = actual.get(row) - predicted.get(row);
            sum += error * error;
        }
        return Math.sqrt(sum / actual.size());
    }

    public static double meanAbsoluteError(Vector actual, Vector predicted) {
        MetricPreconditions.requirePredictions(actual, predicted);
        double sum = 0;
        for (int row = 0; row < actual.size(); row++) {
            sum += Math.abs(actual.get(row) - predicted.get(row));
        }
        return sum / actual.size();
    }
}
