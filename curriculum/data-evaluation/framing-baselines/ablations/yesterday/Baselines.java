class Baselines {

    public static Vector seasonal(Vector targets, int from, int period, int horizon) {
        double[] predictions = new double[targets.size() - from];
        for (int i = 0; i < predictions.length; i++) {
            predictions[i] = targets.get(from + i - 1);
        }
        return Vector.of(predictions);
    }
}
