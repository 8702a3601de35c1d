record Estimate(double value, double standardError) {

    public Interval confidenceInterval(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level " + level);
        }
        double z = Normal.standard().quantile(level);
        return new Interval(value - z * standardError, value + z * standardError);
    }
}
