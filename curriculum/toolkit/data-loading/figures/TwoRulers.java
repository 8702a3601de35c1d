package gradus.figures.data_loading;

import gradus.ml.data.DataQuality;
import gradus.ml.data.io.CsvRecords;
import gradus.proctor.data.DataFiles;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// The masses of 333 penguins, some of them typed in kilograms, and what two rulers call far.
public final class TwoRulers implements Figure {

    private static final int MASS = 5;

    @Override
    public List<Control> controls() {
        return List.of(new Control.Slider("wrong", "masses in kilograms", 0, 200, 1, 1));
    }

    @Override
    public Picture draw(ControlValues values) {
        int wrong = (int) Math.rint(values.number("wrong"));
        double[] masses = DataQuality.numbers(CsvRecords.split(DataFiles.text("penguins", "penguins.csv")).stream()
                .skip(1)
                .filter(record -> !record.contains("") && !record.contains("."))
                .map(record -> record.get(MASS))
                .toList());
        spoil(masses, wrong);
        double mean = Arrays.stream(masses).average().orElseThrow();
        double deviation = Math.sqrt(
                Arrays.stream(masses).map(x -> (x - mean) * (x - mean)).sum() / (masses.length - 1));
        double median = DataQuality.median(masses);
        double mad = DataQuality.median(
                Arrays.stream(masses).map(x -> Math.abs(x - median)).toArray());
        int[] found = DataQuality.outliers(masses);
        double[] limits = {4 * deviation, 4 * 1.4826 * mad};
        long seen = Arrays.stream(masses)
                .filter(x -> Math.abs(x - mean) > limits[0])
                .count();

        Plot plot = Plot.of(-1200, 9000, 0, 10).size(560, 330);
        ruler(plot, 8.2, mean, limits[0], "s2", "mean ± 4 standard deviations");
        ruler(plot, 6.4, median, limits[1], "s1", "median ± 4 · 1.4826 · MAD");
        boolean[] outlier = new boolean[masses.length];
        for (int row : found) {
            outlier[row] = true;
        }
        var heights = new Random(5);
        for (int row = 0; row < masses.length; row++) {
            plot.dot(masses[row], 0.6 + 4.2 * heights.nextDouble(), 3, outlier[row] ? "s1" : "muted");
        }
        for (int tick = 0; tick <= 8000; tick += 2000) {
            plot.text(tick, 0, 0, 16, "middle", tick + " g", "muted");
        }
        return plot.picture(String.format(
                Locale.ROOT,
                "%d of %d masses are in kilograms. A mass of 4.2 is %.1f standard deviations from the mean, and %.1f "
                        + "times 1.4826 · MAD from the median. The first ruler reports %d, your outliers %d.",
                wrong,
                masses.length,
                (mean - 4.2) / deviation,
                (median - 4.2) / (1.4826 * mad),
                seen,
                found.length));
    }

    private static void ruler(Plot plot, double y, double centre, double limit, String style, String name) {
        double from = Math.max(-1200, centre - limit);
        double to = Math.min(9000, centre + limit);
        plot.segment(from, y, to, y, style);
        plot.segment(from, y - 0.35, from, y + 0.35, style);
        plot.segment(to, y - 0.35, to, y + 0.35, style);
        plot.dot(centre, y, 5, style);
        plot.text(centre, y, 0, -10, "middle", name, style);
    }

    /// Types the first `wrong` masses, in an order that is always the same, in kilograms.
    private static void spoil(double[] masses, int wrong) {
        int[] order = new int[masses.length];
        var random = new Random(3);
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        for (int i = 0; i < wrong; i++) {
            masses[order[i]] /= 1000;
        }
    }
}
