package gradus.checks.framing_baselines;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.property.Property.forAll;

import gradus.lab.framing_baselines.Baselines;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import gradus.proctor.format.JavaLiterals;
import gradus.proctor.property.Gen;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What the baselines predict, from what they may know.
class BaselineChecks {

    private static final Gen<double[]> SERIES = Gen.arrays(Gen.doubles(-8, 8), 2, 9);
    private static final Gen<double[]> NAMES = Gen.arrays(Gen.ints(0, 3).map(Integer::doubleValue), 2, 9);

    @Test
    @DisplayName("mean and median don't depend on the targets to be predicted")
    @Clause({"known", "constants"})
    void constantsDoNotPeek() {
        forAll(SERIES).check(series -> {
            for (int from = 1; from < series.length; from++) {
                for (double future : new double[] {100, -100}) {
                    double[] table = withFuture(series, from, future);
                    double[] past = Arrays.copyOf(table, from);
                    Arrays.sort(past);
                    givesConstant(
                            "mean", Baselines::mean, table, Arrays.stream(past).sum() / from, from);
                    double middle = (past[(from - 1) / 2] + past[from / 2]) / 2;
                    givesConstant("median", Baselines::median, table, middle, from);
                }
            }
        });
    }

    private static void givesConstant(
            String name, BiFunction<Vector, Integer, Vector> baseline, double[] table, double expected, int from) {
        double[] predictions = new double[table.length - from];
        Arrays.fill(predictions, expected);
        calling(
                        () -> call(name, table, from),
                        () -> baseline.apply(Vector.of(table), from).toArray())
                .within(1e-9, 1e-9)
                .gives(
                        predictions,
                        "the " + name + " of the targets before row " + from + "; " + table[from]
                                + " and what follows isn't known yet");
    }

    @Test
    @DisplayName("the majority doesn't change when the labels to be predicted do")
    @Clause({"known", "majority"})
    void majorityDoesNotPeek() {
        forAll(NAMES).check(names -> {
            for (int from = 1; from < names.length; from++) {
                int split = from;
                int[] labels = Arrays.stream(names).mapToInt(name -> (int) name).toArray();
                int[] others = labels.clone();
                Arrays.fill(others, from, others.length, 9);
                int majority = calling(() -> call(labels, split), () -> Baselines.majority(labels, split))
                        .result();
                calling(() -> call(others, split), () -> Baselines.majority(others, split))
                        .gives(majority, "as before: only labels from row " + from + " on are others");
            }
        });
    }

    @Test
    @DisplayName("seasonal, made h rows ahead, doesn't change when the last h − 1 rows before its row do")
    @Clause({"known", "seasonal"})
    void seasonalDoesNotPeek() {
        for (int period = 1; period <= 4; period++) {
            for (int horizon = 1; horizon <= 9; horizon++) {
                int from = 12;
                double[] series = growing(13);
                double[] other = withFuture(series, from - horizon + 1, 100);
                String arguments = ", " + from + ", " + period + ", " + horizon + ")";
                int p = period;
                int h = horizon;
                calling(
                                "Baselines.seasonal(Vector.of(" + JavaLiterals.elements(other) + ")" + arguments,
                                () -> Baselines.seasonal(Vector.of(other), from, p, h)
                                        .toArray())
                        .gives(
                                new double[] {series[from - lag(period, horizon)]},
                                "row 12 is predicted " + horizon + (horizon == 1 ? " row" : " rows") + " ahead, so row "
                                        + (from - horizon) + " is the last known one");
            }
        }
    }

    @Test
    @DisplayName("seasonal copies from the same season: the lag is the smallest multiple of the period that will do")
    @Clause("seasonal")
    void lags() {
        double[] series = growing(40);
        for (int period : new int[] {7, 2, 3, 5, 1}) {
            for (int horizon = 1; horizon <= 15; horizon++) {
                int lag = lag(period, horizon);
                int from = 21;
                int p = period;
                int h = horizon;
                calling(
                                "Baselines.seasonal(x, " + from + ", " + period + ", " + horizon
                                        + ") for x = (1, 2, 4, 7, 11, … 781)",
                                () -> Baselines.seasonal(Vector.of(series), from, p, h)
                                        .toArray())
                        .gives(
                                Arrays.copyOfRange(series, from - lag, series.length - lag),
                                "the lag is " + lag + ", the smallest multiple of " + period + " from " + horizon
                                        + " up");
            }
        }
    }

    @Test
    @DisplayName("the baselines throw if there's no past, or nothing to predict")
    @Clause("baseline-refusals")
    void bothPartsAreNeeded() {
        Vector three = Vector.of(4, 5, 6);
        int[] labels = {4, 5, 6};
        for (int from : new int[] {0, -1, 3, 4}) {
            String why = "of 3 rows, " + from + " can't be the past";
            String name = "(three rows, " + from;
            calling("Baselines.mean" + name + ")", () -> Baselines.mean(three, from))
                    .fails(IllegalArgumentException.class, why);
            calling("Baselines.median" + name + ")", () -> Baselines.median(three, from))
                    .fails(IllegalArgumentException.class, why);
            calling("Baselines.majority" + name + ")", () -> Baselines.majority(labels, from))
                    .fails(IllegalArgumentException.class, why);
            calling("Baselines.seasonal" + name + ", 1, 1)", () -> Baselines.seasonal(three, from, 1, 1))
                    .fails(IllegalArgumentException.class, why);
        }
        calling("Baselines.mean(Vector.of(), 0)", () -> Baselines.mean(Vector.of(), 0))
                .fails(IllegalArgumentException.class, "there's no row at all");
        calling("Baselines.majority({}, 0)", () -> Baselines.majority(new int[0], 0))
                .fails(IllegalArgumentException.class, "there's no row at all");
    }

    @Test
    @DisplayName("seasonal throws for a period or a horizon below 1, and if there's no row so far back")
    @Clause("baseline-refusals")
    void impossibleSeasons() {
        Vector series = Vector.of(growing(9));
        for (int[] wrong : new int[][] {{0, 1}, {-7, 1}, {7, 0}, {7, -1}, {0, 0}}) {
            calling(
                            "Baselines.seasonal(nine rows, 8, " + wrong[0] + ", " + wrong[1] + ")",
                            () -> Baselines.seasonal(series, 8, wrong[0], wrong[1]))
                    .fails(IllegalArgumentException.class, "a period and a horizon are at least 1");
        }
        for (int[] late : new int[][] {{6, 7, 1}, {3, 4, 2}, {7, 4, 5}, {2, 1, 3}}) {
            calling(
                            "Baselines.seasonal(nine rows, " + late[0] + ", " + late[1] + ", " + late[2] + ")",
                            () -> Baselines.seasonal(series, late[0], late[1], late[2]))
                    .fails(
                            IllegalArgumentException.class,
                            "row " + late[0] + " needs the row " + lag(late[1], late[2]) + " before it");
        }
        calling(
                        "Baselines.seasonal(nine rows, 8, 4, 5)",
                        () -> Baselines.seasonal(series, 8, 4, 5).toArray())
                .gives(new double[] {series.get(0)}, "the row 8 before row 8 is row 0");
    }

    @Test
    @DisplayName("of labels that occur equally often, the smallest wins, wherever it stands")
    @Clause({"majority", "ranges"})
    void tiesGoToTheSmallest() {
        forAll(Gen.pairs(Gen.permutations(4), Gen.pairs(Gen.ints(-9, 9), Gen.ints(1, 9))))
                .check(drawn -> {
                    int small = drawn.second().first();
                    int large = small + drawn.second().second();
                    // Each of the two labels twice, in any order, and the larger one once more in the future.
                    int[] labels = Arrays.copyOf(drawn.first(), 5);
                    Arrays.setAll(labels, row -> row < 4 && labels[row] < 2 ? small : large);
                    calling(() -> call(labels, 4), () -> Baselines.majority(labels, 4))
                            .gives(small, "before row 4, both labels occur twice, and this one is the smaller");
                });
        int[][] tables = {{9, 2, 4, 8}, {4, -2, 0, 4}};
        int[] expected = {2, -2};
        for (int i = 0; i < tables.length; i++) {
            int[] labels = tables[i];
            int from = labels.length - 1;
            calling(call(labels, from), () -> Baselines.majority(labels, from))
                    .gives(expected[i], "the labels before row " + from + " are tied, and this one is the smallest");
        }
        int[] extreme = {Integer.MAX_VALUE, Integer.MIN_VALUE, 0, Integer.MIN_VALUE, 0, Integer.MAX_VALUE, 1, 1, 1};
        calling(call(extreme, 6), () -> Baselines.majority(extreme, 6))
                .gives(Integer.MIN_VALUE, "a label is a name; each of the three occurs twice");
    }

    @Test
    @DisplayName("the majority is a label, not a count and not a number in the middle")
    @Clause("majority")
    void majorityIsALabel() {
        int[] labels = {8, 1, 5, 8, 2, 0};
        calling(call(labels, 5), () -> Baselines.majority(labels, 5))
                .gives(8, "8 occurs twice, each other label once; the mean 4.8 and the median 5 mean nothing here");
        int[] large = {300, 1000, 300, 1000, 1000, 4};
        calling(call(large, 5), () -> Baselines.majority(large, 5))
                .gives(1000, "1000 occurs three times, also if the first of them isn't the same object");
    }

    private static int lag(int period, int horizon) {
        int lag = 0;
        do {
            lag += period;
        } while (lag < horizon);
        return lag;
    }

    /// 1, 2, 4, 7, 11 and so on: each step is larger than the one before, so that no shift is a constant offset.
    private static double[] growing(int size) {
        double[] growing = new double[size];
        Arrays.setAll(growing, row -> row * (row + 1) / 2 + 1);
        return growing;
    }

    private static double[] withFuture(double[] series, int from, double value) {
        double[] other = series.clone();
        Arrays.fill(other, from, other.length, value);
        return other;
    }

    static String call(String name, double[] series, int from) {
        return String.format(Locale.ROOT, "Baselines.%s(Vector.of(%s), %d)", name, JavaLiterals.elements(series), from);
    }

    static String call(int[] labels, int from) {
        return "Baselines.majority(" + JavaLiterals.of(labels) + ", " + from + ")";
    }
}
