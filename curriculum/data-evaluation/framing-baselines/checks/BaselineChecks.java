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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What the baselines predict, from what they may know.
class BaselineChecks {

    private static final Gen<double[]> SERIES = Gen.arrays(Gen.doubles(-8, 8), 2, 9);
    private static final Gen<double[]> NAMES = Gen.arrays(Gen.ints(0, 3).map(Integer::doubleValue), 2, 9);

    @Test
    @DisplayName("mean and median don't change when the targets to be predicted do")
    @Clause({"known", "constants"})
    void constantsDoNotPeek() {
        forAll(SERIES).check(series -> {
            for (int from = 1; from < series.length; from++) {
                int split = from;
                Vector table = Vector.of(series);
                Vector other = Vector.of(withFuture(series, from, 100));
                double[] mean = calling(
                                () -> call("mean", series, split),
                                () -> Baselines.mean(table, split).toArray())
                        .result();
                calling(
                                () -> call("mean", other.toArray(), split),
                                () -> Baselines.mean(other, split).toArray())
                        .within(1e-9, 1e-9)
                        .gives(mean, "as before: only targets from row " + from + " on are others");
                double[] median = calling(
                                () -> call("median", series, split),
                                () -> Baselines.median(table, split).toArray())
                        .result();
                calling(
                                () -> call("median", other.toArray(), split),
                                () -> Baselines.median(other, split).toArray())
                        .within(1e-9, 1e-9)
                        .gives(median, "as before: only targets from row " + from + " on are others");
            }
        });
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
                double[] series = ramp(13);
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
        double[] series = ramp(40);
        for (int period : new int[] {1, 2, 3, 5, 7}) {
            for (int horizon = 1; horizon <= 15; horizon++) {
                int lag = lag(period, horizon);
                int from = 21;
                int p = period;
                int h = horizon;
                calling(
                                "Baselines.seasonal(x, " + from + ", " + period + ", " + horizon
                                        + ") for x = (1, 3, 5, … 79)",
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
        Vector series = Vector.of(ramp(9));
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
        int[][] tables = {{7, 3, 3, 7, 5}, {3, 7, 7, 3, 5}, {9, 2, 4, 8}, {4, -2, 0, 4}, {-1, -5, -5, -1, -1}};
        int[] expected = {3, 3, 2, -2, -5};
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

    /// 1, 3, 5 and so on: no two are equal.
    private static double[] ramp(int size) {
        double[] ramp = new double[size];
        Arrays.setAll(ramp, row -> 2 * row + 1);
        return ramp;
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
