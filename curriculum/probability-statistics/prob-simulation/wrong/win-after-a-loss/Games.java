public final class Games {

    public static boolean ruined(int stake, int goal, double winProbability, Rng rng) {
        int money = stake;
        boolean lost = false;
        while (money > 0 && money < goal) {
            double p = lost ? (1 + winProbability) / 2 : winProbability;
            lost = rng.nextDouble() >= p;
            money += lost ? -1 : 1;
        }
        return money == 0;
    }
}
