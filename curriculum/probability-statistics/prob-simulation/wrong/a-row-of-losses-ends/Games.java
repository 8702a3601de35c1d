public final class Games {

    public static boolean ruined(int stake, int goal, double winProbability, Rng rng) {
        int money = stake;
        int losses = 0;
        while (money > 0 && money < goal) {
            if (losses == 3 || rng.nextDouble() < winProbability) {
                money++;
                losses = 0;
            } else {
                money--;
                losses++;
            }
        }
        return money == 0;
    }
}
