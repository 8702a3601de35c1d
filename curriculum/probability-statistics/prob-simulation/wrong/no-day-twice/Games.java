public final class Games {

    public static boolean sharedBirthday(int people, Rng rng) {
        int[] days = rng.sample(365, people);
        for (int i = 0; i < people; i++) {
            for (int j = 0; j < i; j++) {
                if (days[i] == days[j]) {
                    return true;
                }
            }
        }
        return false;
    }
}
