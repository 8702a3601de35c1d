public final class Games {

    public static boolean ruined(int stake, int goal, double winProbability, Rng rng) {
        int money = stake;
        for (int round = 0; round < goal; round++) {
            money += rng.nextDouble() < winProbability ? 1 : -1;
        }
        return money <= 0;
    }
}
