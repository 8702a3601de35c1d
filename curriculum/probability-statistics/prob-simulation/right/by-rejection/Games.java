public final class Games {

    public static int hostOpens(int car, int pick, Rng rng) {
        int door = rng.nextInt(3);
        while (door == car || door == pick) {
            door = rng.nextInt(3);
        }
        return door;
    }

    public static boolean montyHall(boolean switches, Rng rng) {
        int pick = rng.nextInt(3);
        int car = rng.nextInt(3);
        int opened = hostOpens(car, pick, rng);
        if (!switches) {
            return pick == car;
        }
        for (int door = 0; door < 3; door++) {
            if (door != pick && door != opened) {
                return door == car;
            }
        }
        return false;
    }

    public static boolean sharedBirthday(int people, Rng rng) {
        int[] birthdays = new int[people];
        for (int i = 0; i < people; i++) {
            birthdays[i] = 1 + rng.nextInt(365);
        }
        for (int i = 0; i < people; i++) {
            for (int j = 0; j < i; j++) {
                if (birthdays[i] == birthdays[j]) {
                    return true;
                }
            }
        }
        return false;
    }

    public static boolean ruined(int stake, int goal, double winProbability, Rng rng) {
        while (true) {
            if (stake == 0) {
                return true;
            }
            if (stake == goal) {
                return false;
            }
            if (rng.nextDouble() < winProbability) {
                stake++;
            } else {
                stake--;
            }
        }
    }
}
