import gradus.ml.linalg.Vector;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

class RegressionMetrics {

    public static double meanSquaredError(Vector actual, Vector predicted) {
        return errors(actual, predicted)
                .map(error -> Math.pow(error, 2))
                .average()
                .orElseThrow();
    }

    public static double rootMeanSquaredError(Vector actual, Vector predicted) {
        return Math.sqrt(meanSquaredError(actual, predicted));
    }

    public static double meanAbsoluteError(Vector actual, Vector predicted) {
        return errors(actual, predicted).map(Math::abs).average().orElseThrow();
    }

    public static double r2(Vector actual, Vector predicted) {
        double ours = meanSquaredError(actual, predicted);
        if (DoubleStream.of(actual.toArray()).distinct().count() == 1) {
            throw new IllegalArgumentException("one value only");
        }
        double mean = DoubleStream.of(actual.toArray()).average().orElseThrow();
        double[] means = DoubleStream.of(actual.toArray()).map(_ -> mean).toArray();
        return 1 - ours / meanSquaredError(actual, Vector.of(means));
    }

    private static DoubleStream errors(Vector actual, Vector predicted) {
        if (actual.size() != predicted.size() || actual.size() == 0) {
            throw new IllegalArgumentException("sizes " + actual.size() + " and " + predicted.size());
        }
        for (Vector vector : new Vector[] {actual, predicted}) {
            if (!DoubleStream.of(vector.toArray()).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("not finite: " + vector);
            }
        }
        return IntStream.range(0, actual.size()).mapToDouble(row -> predicted.get(row) - actual.get(row));
    }
}
