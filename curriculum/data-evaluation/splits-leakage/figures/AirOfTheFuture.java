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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Carbon dioxide on Mauna Loa, predicted for test months by the nearest training month.
public final class AirOfTheFuture implements Figure {

    private static final String RANDOM = "months at random";
    private static final String TIME = "by time";

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Select("split", "split", List.of(RANDOM, TIME), RANDOM),
                new Control.Slider("fraction", "test fraction", 0.1, 0.6, 0.1, 0.2));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        String method = controlValues.selected("split");
        double fraction = controlValues.number("fraction");
        CsvTable table = CsvTable.read("mauna-loa-co2");
        long[] days = table.stringColumn("date").stream()
                .mapToLong(date -> LocalDate.parse(date).toEpochDay())
                .toArray();
        double[] air = Arrays.stream(table.numericColumns("co2_ppm"))
                .mapToDouble(row -> row[0])
                .toArray();
        double[] years =
                Arrays.stream(days).mapToDouble(day -> 1970 + day / 365.25).toArray();
        TrainTestSplit split = method.equals(TIME)
                ? TrainTestSplit.byTime(days, fraction)
                : TrainTestSplit.holdout(days.length, fraction, Rng.of(1));
        int[] train = split.train();
        double[][] known =
                Arrays.stream(train).mapToObj(row -> new double[] {days[row]}).toArray(double[][]::new);

        Plot plot = Plot.of(1956, 2022, 305, 425).axes("year", "carbon dioxide, ppm");
        plot.line(years, air, "s1");
        double sum = 0;
        for (int row : split.test()) {
            double predicted = air[train[NearestNeighbour.nearest(known, new double[] {days[row]})]];
            sum += Math.abs(predicted - air[row]);
            plot.dot(years[row], predicted, 2.5, "s2");
        }
        String error = String.format(Locale.ROOT, "off by %.1f ppm on average", sum / split.test().length);
        plot.text(1956, 425, 12, 24, "start", error, "ink");
        return plot.picture("The line is what was measured, the dots are predictions for " + split.test().length
                + " test months, split " + method + ": " + error + ".");
    }
}
