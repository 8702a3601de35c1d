class Baselines {

    public static Vector seasonal(Vector targets, int from, int period, int horizon) {
        requireBothParts(from, targets.size());
        if (period < 1 || horizon < 1) {
            throw new IllegalArgumentException("period " + period + ", horizon " + horizon);
        }
        int lag = period;
        while (lag < horizon) {
            lag += period;
        }
        if (from < lag) {
            throw new IllegalArgumentException("from " + from + ", lag " + lag);
        }
        double[] predictions = new double[targets.size() - lag];
        for (int row = lag; row < targets.size(); row++) {
            predictions[row - lag] = targets.get(row - lag);
        }
        return Vector.of(predictions);
    }
}
