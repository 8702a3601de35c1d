class Baselines {

    public static Vector mean(Vector targets, int from) {
        requireBothParts(from, targets.size());
        double sum = 0;
        for (int row = from; row < targets.size(); row++) {
            sum += targets.get(row);
        }
        return constant(sum / (targets.size() - from), targets.size() - from);
    }
}
