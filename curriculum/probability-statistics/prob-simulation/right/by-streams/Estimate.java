record Estimate(double value, double standardError) {

    public Interval confidenceInterval(double level) {
        Require.level(level);
        if (standardError == 0) {
            return new Interval(value, value);
        }
        Normal normal = new Normal(value, standardError);
        return new Interval(normal.quantile((1 - level) / 2), normal.quantile((1 + level) / 2));
    }
}
