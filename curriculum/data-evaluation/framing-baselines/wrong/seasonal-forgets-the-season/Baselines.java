class Baselines {

    public static Vector seasonal(Vector targets, int from, int period, int horizon) {
        requireBothParts(from, targets.size());
        if (period < 1 || horizon < 1 || from < Math.max(period, horizon)) {
            throw new IllegalArgumentException("period " + period + ", horizon " + horizon + ", from " + from);
        }
        double[] predictions = new double[targets.size() - from];
        for (int i = 0; i < predictions.length; i++) {
            predictions[i] = targets.get(from + i - horizon);
        }
        return Vector.of(predictions);
    }
}
