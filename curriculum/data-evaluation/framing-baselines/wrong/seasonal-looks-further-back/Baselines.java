class Baselines {

    public static Vector seasonal(Vector targets, int from, int period, int horizon) {
        requireBothParts(from, targets.size());
        if (period < 1 || horizon < 1) {
            throw new IllegalArgumentException("period " + period + ", horizon " + horizon);
        }
        int lag = period;
        while (lag <= horizon) {
            lag += period;
        }
        if (from < lag) {
            throw new IllegalArgumentException("from " + from + ", lag " + lag);
        }
        double[] predictions = new double[targets.size() - from];
        for (int i = 0; i < predictions.length; i++) {
            predictions[i] = targets.get(from + i - lag);
        }
        return Vector.of(predictions);
    }
}
