package gradus.ml.toy;

/// A toy part that needs two others.
public final class Score {

    private Score() {}

    public static double standard(double[] values, double value) {
        return (value - Numbers.mean(values)) / Math.sqrt(Spread.variance(values));
    }
}
