record Estimate(double value, double standardError) {

    public Interval confidenceInterval(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level " + level);
        }
        return new Interval(value - 1.96 * standardError, value + 1.96 * standardError);
    }
}
