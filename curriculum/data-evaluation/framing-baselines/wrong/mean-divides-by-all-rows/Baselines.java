class Baselines {

    public static Vector mean(Vector targets, int from) {
        requireBothParts(from, targets.size());
        double sum = 0;
        for (int row = 0; row < from; row++) {
            sum += targets.get(row);
        }
        return constant(sum / targets.size(), targets.size() - from);
    }
}
