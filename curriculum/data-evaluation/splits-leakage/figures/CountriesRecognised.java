package gradus.figures.splits_leakage;

import gradus.ml.classic.NearestNeighbour;
import gradus.ml.data.split.TrainTestSplit;
import gradus.ml.numbers.Rng;
import gradus.proctor.data.CsvTable;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The region of each test row by its nearest neighbour, and who answered for one chosen country.
public final class CountriesRecognised implements Figure {

    private static final String ROWS = "rows at random";
    private static final String COUNTRIES = "countries at random";
    private static final String TIME = "by time";

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Select("split", "split", List.of(ROWS, COUNTRIES, TIME), ROWS),
                new Control.Slider("fraction", "test fraction", 0.1, 0.9, 0.1, 0.3),
                new Control.Slider("population", "weight of the population", 0, 4, 0.5, 1),
                new Control.Slider("seed", "seed", 1, 30, 1, 1));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        CsvTable table = CsvTable.read("gapminder");
        List<String> names = table.stringColumn("country");
        double[][] raw = table.numericColumns("pop", "life_expect", "fertility", "cluster", "year");
        double weight = controlValues.number("population");
        double[][] rows = Arrays.stream(raw)
                .map(row -> new double[] {weight * Math.log10(row[0]) / 0.75, row[1] / 10, row[2] / 2})
                .toArray(double[][]::new);
        TrainTestSplit split = split(controlValues, names, raw);
        int[] train = split.train();
        double[][] known = Arrays.stream(train).mapToObj(row -> rows[row]).toArray(double[][]::new);

        Plot plot = Plot.of(20, 92, 1, 9).size(560, 420).axes("life expectancy, years", "children per woman");
        int right = 0;
        int recognised = 0;
        String example = "";
        for (int row : split.test()) {
            int answer = train[NearestNeighbour.nearest(known, rows[row])];
            boolean isRight = raw[answer][3] == raw[row][3];
            right += isRight ? 1 : 0;
            recognised += names.get(answer).equals(names.get(row)) ? 1 : 0;
            plot.dot(raw[row][1], raw[row][2], 4, isRight ? "s1" : "s2");
            if (example.isEmpty()) {
                example = called(row, names, raw) + " was answered by " + called(answer, names, raw);
            }
        }
        int tested = split.test().length;
        String score =
                String.format(Locale.ROOT, "%d of %d regions right (%.0f %%)", right, tested, 100.0 * right / tested);
        plot.text(20, 9, 12, 22, "start", score, "ink");
        plot.text(20, 9, 12, 44, "start", recognised + " answered by another year of the same country", "ink");
        return plot.picture("Test rows whose region is right are in the first colour, the others in the second: "
                + score + "; " + recognised + " were answered by another year of the same country. For example, "
                + example + ".");
    }

    private static TrainTestSplit split(ControlValues controlValues, List<String> names, double[][] raw) {
        double fraction = controlValues.number("fraction");
        Rng rng = Rng.of((long) controlValues.number("seed"));
        return switch (controlValues.selected("split")) {
            case COUNTRIES ->
                TrainTestSplit.grouped(names.stream().mapToInt(names::indexOf).toArray(), fraction, rng);
            case TIME ->
                TrainTestSplit.byTime(
                        Arrays.stream(raw).mapToLong(row -> (long) row[4]).toArray(), fraction);
            default -> TrainTestSplit.holdout(raw.length, fraction, rng);
        };
    }

    private static String called(int row, List<String> names, double[][] raw) {
        return names.get(row) + " in " + (int) raw[row][4];
    }
}
