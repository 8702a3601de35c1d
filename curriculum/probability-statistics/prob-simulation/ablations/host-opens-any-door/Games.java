public final class Games {

    public static int hostOpens(int car, int pick, Rng rng) {
        return (pick + 1 + rng.nextInt(2)) % 3;
    }
}
