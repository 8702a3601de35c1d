public final class Games {

    public static int hostOpens(int car, int pick, Rng rng) {
        int door = 0;
        while (door == car || door == pick) {
            door++;
        }
        return door;
    }
}
