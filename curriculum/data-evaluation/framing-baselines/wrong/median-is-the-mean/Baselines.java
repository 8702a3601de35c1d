class Baselines {

    public static Vector median(Vector targets, int from) {
        return mean(targets, from);
    }
}
