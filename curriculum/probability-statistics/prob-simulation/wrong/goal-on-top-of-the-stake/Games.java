public final class Games {

    public static boolean ruined(int stake, int goal, double winProbability, Rng rng) {
        int money = stake;
        while (money > 0 && money < stake + goal) {
            money += rng.nextDouble() < winProbability ? 1 : -1;
        }
        return money == 0;
    }
}
