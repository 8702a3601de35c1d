package gradus.ml.toy;

/// A toy part that needs another.
public final class Spread {

    private Spread() {}

    public static double variance(double[] values) {
        Numbers.requireSome(values);
        double mean = Numbers.mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / values.length;
    }

    public static double range(double[] values) {
        Numbers.requireSome(values);
        double least = values[0];
        double greatest = values[0];
        for (double value : values) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        return greatest - least;
    }
}
