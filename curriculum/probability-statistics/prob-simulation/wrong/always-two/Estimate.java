record Estimate(double value, double standardError) {

    public Interval confidenceInterval(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level " + level);
        }
        double margin = 2 * standardError;
        return new Interval(value - margin, value + margin);
    }
}
