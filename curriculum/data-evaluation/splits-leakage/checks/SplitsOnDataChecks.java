package gradus.checks.splits_leakage;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.classic.NearestNeighbour;
import gradus.ml.data.split.TrainTestSplit;
import gradus.ml.numbers.Rng;
import gradus.proctor.assertions.Clause;
import gradus.proctor.assertions.Metric;
import gradus.proctor.data.CsvTable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Real rows: the air on Mauna Loa, and the countries of the world.
class SplitsOnDataChecks {

    private static final int SPLITS = 5;

    /// Predicts each test month as the nearest training month, so the error shows how far away that is. With the rows
    /// in a random order; a random split is off by 1.1 ppm.
    @Test
    @DisplayName("split by time, the air of the last 12 years is predicted from the years before: 14.8 ppm off")
    @Clause({"earlier", "latest"})
    void theFutureIsHarderThanTheGaps() {
        CsvTable table = CsvTable.read("mauna-loa-co2");
        List<String> dates = table.stringColumn("date");
        double[][] values = table.numericColumns("co2_ppm");
        int[] order = permutation(dates.size());
        long[] days = Arrays.stream(order)
                .mapToLong(row -> LocalDate.parse(dates.get(row)).toEpochDay())
                .toArray();
        double error = calling(
                        "the error of the nearest training month, by TrainTestSplit.byTime(days, 0.2), in ppm", () -> {
                            TrainTestSplit split = TrainTestSplit.byTime(days, 0.2);
                            double[][] rows = Arrays.stream(split.train())
                                    .mapToObj(row -> new double[] {days[row]})
                                    .toArray(double[][]::new);
                            double sum = 0;
                            for (int row : split.test()) {
                                int nearest = NearestNeighbour.nearest(rows, new double[] {days[row]});
                                sum += Math.abs(values[order[split.train()[nearest]]][0] - values[order[row]][0]);
                            }
                            return sum / split.test().length;
                        })
                .within(0.01, 0)
                .gives(14.793, "the last fifth of the months is predicted from the month before them");
        IO.println(String.format(
                Locale.ROOT,
                "Asked about months it could not know, nearest neighbour was %.1f ppm off; at random it seemed to be 1.1.",
                error));
    }

    /// The gate: which region a row of a country and a year belongs to, by its nearest neighbour.
    @Test
    @DisplayName("split by country, the score on countries that the model has never seen is honest")
    @Clause({"groups-whole", "groups-random"})
    void countriesAreNotRecognised() {
        CsvTable table = CsvTable.read("gapminder");
        double[][] raw = table.numericColumns("pop", "life_expect", "fertility", "cluster");
        double[][] rows = new double[raw.length][];
        int[] regions = new int[raw.length];
        for (int i = 0; i < raw.length; i++) {
            // Each unit is about a standard deviation.
            rows[i] = new double[] {Math.log10(raw[i][0]) / 0.75, raw[i][1] / 10, raw[i][2] / 2};
            regions[i] = (int) raw[i][3];
        }
        List<String> names = table.stringColumn("country");
        int[] countries = names.stream().mapToInt(names::indexOf).toArray();
        Rng rng = Rng.of(Metric.seed(7));
        double seen = Metric.of(
                        "of 100 rows, those with the right region when rows are split at random, mean of 5 splits",
                        () -> right(rows, regions, () -> TrainTestSplit.holdout(rows.length, 0.3, rng)))
                .recorded();
        double unseen = Metric.of(
                        "of 100 rows, those with the right region in countries it has never seen, mean of 5 splits",
                        () -> right(rows, regions, () -> TrainTestSplit.grouped(countries, 0.3, rng)))
                .atMost(54, "whoever sees a country in training recognises it, and gets about 70; the library gets 38");
        IO.println("With rows split at random, your code named the region of " + Math.round(seen)
                + " of 100 rows. In countries it had never seen: " + Math.round(unseen) + " of 100.");
    }

    private interface Splitter {
        TrainTestSplit split();
    }

    private static double right(double[][] rows, int[] labels, Splitter splitter) {
        double sum = 0;
        for (int i = 0; i < SPLITS; i++) {
            TrainTestSplit split = splitter.split();
            int[] train = split.train();
            double[][] known = Arrays.stream(train).mapToObj(row -> rows[row]).toArray(double[][]::new);
            double right = 0;
            for (int row : split.test()) {
                if (labels[train[NearestNeighbour.nearest(known, rows[row])]] == labels[row]) {
                    right++;
                }
            }
            sum += 100 * right / split.test().length;
        }
        return sum / SPLITS;
    }

    /// The numbers 0 to n - 1 in a random order, always the same (Fisher and Yates).
    private static int[] permutation(int n) {
        var random = new Random(3);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
