package gradus.checks.prob_simulation;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.property.Property.forAll;

import gradus.lab.prob_simulation.Games;
import gradus.ml.numbers.Rng;
import gradus.ml.stats.MonteCarlo;
import gradus.proctor.assertions.Clause;
import gradus.proctor.assertions.Purity;
import gradus.proctor.assertions.SampleAssertions;
import gradus.proctor.property.Gen;
import java.util.Arrays;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The games against probabilities that are known exactly. A right game is off by more than five standard errors once
/// in 1.7 million runs.
class ProbSimulationGameChecks {

    private static final Gen<int[]> HOSTS = Gen.pairs(Gen.ints(0, 2), Gen.pairs(Gen.ints(0, 2), Gen.ints(0, 9999)))
            .map(game -> new int[] {
                game.first(), game.second().first(), game.second().second()
            });

    @Test
    @DisplayName("the host never opens the door with the car")
    @Clause("host")
    void neverTheCar() {
        forAll(HOSTS)
                .check(game -> calling(() -> call(game), () -> open(game))
                        .satisfies(
                                door -> door != game[0],
                                "another door than " + game[0],
                                "the car is there, and he knows it"));
    }

    @Test
    @DisplayName("the host never opens the door that the player has picked")
    @Clause("host")
    void neverThePick() {
        forAll(HOSTS)
                .check(game -> calling(() -> call(game), () -> open(game))
                        .satisfies(
                                door -> door != game[1] && door >= 0 && door <= 2,
                                "a door from 0 to 2, not " + game[1],
                                "the player has picked that one"));
    }

    @Test
    @DisplayName("if the player has picked the car, the host opens either of the two others with the same probability")
    @Clause("host-chance")
    void eitherDoor() {
        for (int pick = 0; pick < 3; pick++) {
            int door = pick;
            int other = (pick + 1) % 3;
            hasProbability(
                    "door " + other + " from Games.hostOpens(" + pick + ", " + pick + ", rng)",
                    rng -> Games.hostOpens(door, door, rng) == other,
                    2000,
                    0.5,
                    "two doors are left, and he has no favourite");
        }
    }

    @Test
    @DisplayName("switching wins at least half of the games of Monty Hall")
    @Clause("monty-hall")
    void switchingIsNoWorseThanACoin() {
        Rng rng = Rng.of(12);
        int wins = count(rng, it -> Games.montyHall(true, it), 4000);
        calling("the wins in 4,000 calls of Games.montyHall(true, rng)", () -> wins)
                .satisfies(
                        got -> got > 1840,
                        "more than 1840",
                        "even a coin between the two closed doors wins half of 4,000, give or take 160");
    }

    @Test
    @DisplayName("switching wins two thirds of the games of Monty Hall")
    @Clause("monty-hall")
    void switchingWinsTwoThirds() {
        hasProbability(
                "wins of Games.montyHall(true, rng)",
                rng -> Games.montyHall(true, rng),
                6000,
                2.0 / 3,
                "the first pick is wrong in two of three games, and then the other closed door has the car");
    }

    @Test
    @DisplayName("a shared birthday is as probable as the formula says, in groups of 5 to 60")
    @Clause("birthday")
    void birthdays() {
        for (int people : new int[] {5, 10, 23, 40, 60}) {
            double allDifferent = 1;
            for (int i = 0; i < people; i++) {
                allDifferent *= (365.0 - i) / 365;
            }
            hasProbability(
                    "shared birthdays of Games.sharedBirthday(" + people + ", rng)",
                    rng -> Games.sharedBirthday(people, rng),
                    3000,
                    1 - allDifferent,
                    "all birthdays differ with probability 365/365 · 364/365 · 363/365 and so on");
        }
    }

    @Test
    @DisplayName("a gambler with 1 who wants 2 or 3 is ruined with the probability of the formula")
    @Clause("ruin")
    void shortGames() {
        hasRuin(1, 2, 0.5, 12_000);
        hasRuin(1, 3, 0.5, 12_000);
        hasRuin(1, 3, 0.25, 12_000);
        hasRuin(1, 3, 0.75, 12_000);
    }

    @Test
    @DisplayName("a gambler who needs only one more win is ruined with the probability of the formula")
    @Clause("ruin")
    void nearTheGoal() {
        hasRuin(3, 4, 0.5, 8000);
        hasRuin(4, 5, 0.5, 8000);
        hasRuin(4, 5, 0.4, 8000);
    }

    @Test
    @DisplayName("long games end with the probability of the formula, fair or not")
    @Clause("ruin")
    void longGames() {
        hasRuin(10, 20, 0.5, 2000);
        hasRuin(15, 20, 18.0 / 37, 2000);
        hasRuin(15, 50, 0.52, 1000);
    }

    @Test
    @DisplayName("all chance comes from the generator: the same seed gives the same games")
    @Clause("games-generator")
    void sameSeedSameGames() {
        Purity.seeded(
                seed -> "64 games of Monty Hall with Rng.of(" + seed + ")",
                seed -> outcomes(seed, rng -> Games.montyHall(true, rng)));
        Purity.seeded(
                seed -> "64 times Games.hostOpens(1, 1, rng) with Rng.of(" + seed + ")",
                seed -> outcomes(seed, rng -> Games.hostOpens(1, 1, rng) == 0));
        Purity.seeded(
                seed -> "64 groups of 23 with Rng.of(" + seed + ")",
                seed -> outcomes(seed, rng -> Games.sharedBirthday(23, rng)));
        Purity.seeded(
                seed -> "64 gamblers with 3 who want 6, with Rng.of(" + seed + ")",
                seed -> outcomes(seed, rng -> Games.ruined(3, 6, 0.5, rng)));
    }

    /// Problems of the textbooks. The two of the Chevalier de Méré, of 1654, are among them.
    @Test
    @DisplayName("simulation finds the answers to twenty known problems")
    @Clause({"fraction", "generator"})
    void knownProblems() {
        known("heads", rng -> rng.nextBoolean(), 0.5);
        known("a six", rng -> six(rng), 1.0 / 6);
        known("7 with two dice", rng -> rng.nextInt(6) + rng.nextInt(6) == 5, 1.0 / 6);
        known("12 with two dice", rng -> six(rng) && six(rng), 1.0 / 36);
        known("a six in four rolls", rng -> any(4, rng, ProbSimulationGameChecks::six), 1 - Math.pow(5.0 / 6, 4));
        known("a double six in 24 rolls", rng -> any(24, rng, it -> it.nextInt(36) == 0), 1 - Math.pow(35.0 / 36, 24));
        known("three heads in a row", rng -> rng.nextInt(8) == 0, 0.125);
        known("5 heads in 10 tosses", rng -> count(rng, Rng::nextBoolean, 10) == 5, 252.0 / 1024);
        known("a point in the quarter circle", rng -> Math.hypot(rng.nextDouble(), rng.nextDouble()) < 1, Math.PI / 4);
        known("a number below 0.3", rng -> rng.nextDouble() < 0.3, 0.3);
        known("a normal number within ±1", rng -> Math.abs(rng.gaussian()) < 1, 0.682689492);
        known("a normal number above 1.96", rng -> rng.gaussian() > 1.96, 0.024997895);
        known("two numbers with a sum below 0.5", rng -> rng.nextDouble() + rng.nextDouble() < 0.5, 0.125);
        known("one of three numbers above 0.9", rng -> any(3, rng, it -> it.nextDouble() > 0.9), 1 - Math.pow(0.9, 3));
        known(
                "two hearts from 52 cards",
                rng -> Arrays.stream(rng.sample(52, 2)).max().orElse(0) < 13,
                156.0 / 2652);
        known("nobody gets their own of five hats", ProbSimulationGameChecks::noFixedPoint, 44.0 / 120);
        known("a shared birthday of 23", rng -> Games.sharedBirthday(23, rng), 0.507297234);
        known("a car without switching", rng -> Games.montyHall(false, rng), 1.0 / 3);
        known("a car with switching", rng -> Games.montyHall(true, rng), 2.0 / 3);
        known("ruin with 3 of 10", rng -> Games.ruined(3, 10, 0.5, rng), 0.7);
    }

    private static void known(String event, Predicate<Rng> trial, double probability) {
        int n = 2000;
        double value = calling(
                        "MonteCarlo.probability(" + event + ", 2000, rng)",
                        () -> MonteCarlo.probability(trial, n, Rng.of(1654)))
                .result()
                .value();
        SampleAssertions.hasProportion(
                "2,000 trials of: " + event, Math.round(value * n), n, probability, "the exact answer is known");
    }

    private static boolean six(Rng rng) {
        return rng.nextInt(6) == 5;
    }

    private static boolean any(int times, Rng rng, Predicate<Rng> event) {
        return count(rng, event, times) > 0;
    }

    private static boolean noFixedPoint(Rng rng) {
        int[] hats = rng.permutation(5);
        for (int i = 0; i < hats.length; i++) {
            if (hats[i] == i) {
                return false;
            }
        }
        return true;
    }

    private static void hasRuin(int stake, int goal, double p, int games) {
        double r = (1 - p) / p;
        double ruin = p == 0.5
                ? 1 - (double) stake / goal
                : (Math.pow(r, stake) - Math.pow(r, goal)) / (1 - Math.pow(r, goal));
        hasProbability(
                "ruins of Games.ruined(" + stake + ", " + goal + ", " + p + ", rng)",
                rng -> Games.ruined(stake, goal, p, rng),
                games,
                ruin,
                "every round has the same probability, until nothing is left or the goal is reached");
    }

    private static void hasProbability(
            String subject, Predicate<Rng> event, int trials, double probability, String why) {
        SampleAssertions.hasProportion(subject, count(Rng.of(11), event, trials), trials, probability, why);
    }

    private static int count(Rng rng, Predicate<Rng> event, int trials) {
        int occurrences = 0;
        for (int i = 0; i < trials; i++) {
            occurrences += event.test(rng) ? 1 : 0;
        }
        return occurrences;
    }

    private static int[] outcomes(long seed, Predicate<Rng> event) {
        Rng rng = Rng.of(seed);
        int[] outcomes = new int[64];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = event.test(rng) ? 1 : 0;
        }
        return outcomes;
    }

    private static int open(int[] game) {
        return Games.hostOpens(game[0], game[1], Rng.of(game[2]));
    }

    private static String call(int[] game) {
        return "Games.hostOpens(" + game[0] + ", " + game[1] + ", Rng.of(" + game[2] + "))";
    }
}
