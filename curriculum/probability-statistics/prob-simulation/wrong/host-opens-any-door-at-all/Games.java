public final class Games {

    public static int hostOpens(int car, int pick, Rng rng) {
        return rng.nextInt(3);
    }
}
