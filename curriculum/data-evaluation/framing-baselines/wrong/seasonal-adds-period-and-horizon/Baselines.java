class Baselines {

    public static Vector seasonal(Vector targets, int from, int period, int horizon) {
        requireBothParts(from, targets.size());
        int lag = period + horizon;
        if (period < 1 || horizon < 1 || from < lag) {
            throw new IllegalArgumentException("period " + period + ", horizon " + horizon + ", from " + from);
        }
        double[] predictions = new double[targets.size() - from];
        for (int i = 0; i < predictions.length; i++) {
            predictions[i] = targets.get(from + i - lag);
        }
        return Vector.of(predictions);
    }
}
