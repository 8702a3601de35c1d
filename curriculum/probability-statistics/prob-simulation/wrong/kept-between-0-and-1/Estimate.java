record Estimate(double value, double standardError) {

    public Interval confidenceInterval(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level " + level);
        }
        double z = Normal.standard().quantile((1 + level) / 2);
        return new Interval(Math.max(0, value - z * standardError), Math.min(1, value + z * standardError));
    }
}
