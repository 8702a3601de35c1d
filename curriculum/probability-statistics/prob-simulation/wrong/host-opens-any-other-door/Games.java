public final class Games {

    public static int hostOpens(int car, int pick, Rng rng) {
        int door = rng.nextInt(3);
        while (door == pick) {
            door = rng.nextInt(3);
        }
        return door;
    }
}
