record Estimate(double value, double standardError) {

    public Interval confidenceInterval(double level) {
        Require.level(level);
        double z = Normal.standard().quantile(level);
        return new Interval(value - z * standardError, value + z * standardError);
    }
}
