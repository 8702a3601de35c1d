record Estimate(double value, double standardError) {

    public Interval confidenceInterval(double level) {
        if (!(level > 0) || !(level < 1)) {
            throw new IllegalArgumentException("level must be between 0 and 1, got " + level);
        }
        double tail = (1 - level) / 2;
        double z = Normal.standard().quantile(1 - tail);
        return new Interval(value - z * standardError, value + z * standardError);
    }
}
