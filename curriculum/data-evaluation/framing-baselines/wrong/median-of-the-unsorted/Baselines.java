class Baselines {

    public static Vector median(Vector targets, int from) {
        requireBothParts(from, targets.size());
        double middle = (targets.get((from - 1) / 2) + targets.get(from / 2)) / 2;
        return constant(middle, targets.size() - from);
    }
}
