public final class Games {

    public static boolean ruined(int stake, int goal, double winProbability, Rng rng) {
        int money = stake;
        for (int round = 0; round < 100 && money > 0 && money < goal; round++) {
            money += rng.nextDouble() < winProbability ? 1 : -1;
        }
        return money == 0;
    }
}
