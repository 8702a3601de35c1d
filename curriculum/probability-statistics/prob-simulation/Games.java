package gradus.lab.prob_simulation;

import gradus.ml.numbers.Rng;

/// Games of chance. A call of `montyHall`, `sharedBirthday` or `ruined` is one trial: it says whether the event
/// occurred.
public final class Games {

    private Games() {}

    /// The door that the host opens in the Monty Hall game. The doors are 0, 1 and 2. The host knows where the car is:
    /// he never opens that door, and never the player's. If that leaves two doors, he opens either with probability
    /// 1/2.
    ///
    /// @param car the door with the car behind it, from 0 to 2
    /// @param pick the door that the player has picked, from 0 to 2
    public static int hostOpens(int car, int pick, Rng rng) {
        if (car != pick) {
            return 3 - car - pick;
        }
        return (pick + 1 + rng.nextInt(2)) % 3;
    }

    /// Plays Monty Hall once. The car is behind each of the three doors with the same probability, whichever the player
    /// picks. Then the host opens a door, as [#hostOpens] says.
    ///
    /// @param switches whether the player changes to the other door that is still closed
    /// @return whether the player wins the car
    public static boolean montyHall(boolean switches, Rng rng) {
        int car = rng.nextInt(3);
        int pick = rng.nextInt(3);
        int opened = hostOpens(car, pick, rng);
        int door = switches ? 3 - pick - opened : pick;
        return door == car;
    }

    /// Draws the birthdays of a group of people. Each of the 365 days has the same probability for each person,
    /// whatever the other birthdays are.
    ///
    /// @param people how many, 0 or more
    /// @return whether two or more of them have the same birthday
    public static boolean sharedBirthday(int people, Rng rng) {
        boolean[] taken = new boolean[365];
        for (int i = 0; i < people; i++) {
            int day = rng.nextInt(365);
            if (taken[day]) {
                return true;
            }
            taken[day] = true;
        }
        return false;
    }

    /// Plays until the gambler has nothing left, or has reached the goal (the gambler's ruin). In each round, the
    /// gambler wins 1 with probability `winProbability` and loses 1 otherwise, whatever happened before.
    ///
    /// @param stake what the gambler begins with, from 0 to `goal`
    /// @param goal what the gambler wants to have, 1 or more
    /// @param winProbability from 0 to 1
    /// @return true if nothing is left, false if the goal is reached
    public static boolean ruined(int stake, int goal, double winProbability, Rng rng) {
        int money = stake;
        while (money > 0 && money < goal) {
            money += rng.nextDouble() < winProbability ? 1 : -1;
        }
        return money == 0;
    }
}
