public final class Games {

    public static boolean sharedBirthday(int people, Rng rng) {
        int mine = rng.nextInt(365);
        for (int i = 1; i < people; i++) {
            if (rng.nextInt(365) == mine) {
                return true;
            }
        }
        return false;
    }
}
