public final class Games {

    public static boolean montyHall(boolean switches, Rng rng) {
        int car = rng.nextInt(3);
        int pick = rng.nextInt(3);
        int opened = hostOpens(car, pick, rng);
        if (switches) {
            pick = (pick + 1 + rng.nextInt(2)) % 3;
        }
        return pick == car;
    }
}
