public final class Games {

    public static boolean montyHall(boolean switches, Rng rng) {
        int car = rng.nextInt(3);
        int pick = rng.nextInt(3);
        int opened = hostOpens(car, pick, rng);
        return rng.nextBoolean();
    }
}
