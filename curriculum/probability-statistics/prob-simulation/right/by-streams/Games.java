import java.util.HashSet;
import java.util.Set;

public final class Games {

    public static int hostOpens(int car, int pick, Rng rng) {
        double[] weights = {1, 1, 1};
        weights[car] = 0;
        weights[pick] = 0;
        return rng.choice(weights);
    }

    public static boolean montyHall(boolean switches, Rng rng) {
        int[] prizes = {1, 0, 0};
        rng.shuffle(prizes);
        int car = 0;
        while (prizes[car] == 0) {
            car++;
        }
        int opened = hostOpens(car, 0, rng);
        int closed = opened == 1 ? 2 : 1;
        return prizes[switches ? closed : 0] == 1;
    }

    public static boolean sharedBirthday(int people, Rng rng) {
        Set<Integer> days = new HashSet<>();
        for (int i = 0; i < people; i++) {
            days.add((int) (365 * rng.nextDouble()));
        }
        return days.size() < people;
    }

    public static boolean ruined(int stake, int goal, double winProbability, Rng rng) {
        return stake == 0
                || stake < goal && walk(stake, goal, new double[] {1 - winProbability, winProbability}, rng) == 0;
    }

    private static int walk(int money, int goal, double[] chances, Rng rng) {
        do {
            money += 2 * rng.choice(chances) - 1;
        } while (money != 0 && money != goal);
        return money;
    }
}
