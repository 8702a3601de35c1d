package gradus.figures.data_loading;

import gradus.ml.data.DataQuality;
import gradus.ml.data.io.CsvRecords;
import gradus.proctor.data.DataFiles;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A column of the penguins: its histogram, what is missing, mean, median, outliers, and the row of one value.
public final class DataMicroscope implements Figure {

    private static final List<String> COLUMNS =
            List.of("beak_length_mm", "beak_depth_mm", "flipper_length_mm", "body_mass_g");
    private static final String LEFT_OUT = "left out";
    private static final String ZERO = "counted as 0";
    private static final String PUBLISHED = "as published";
    private static final String KILOGRAMS = "one mass in kilograms";
    private static final int BINS = 36;

    /// The row whose mass is typed in kilograms.
    private static final int SPOILT = 100;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Select("column", "column", COLUMNS, "body_mass_g"),
                new Control.Slider("place", "look at a value: smallest 0, largest 100", 0, 100, 0.5, 100),
                new Control.Select("missing", "missing values", List.of(LEFT_OUT, ZERO), LEFT_OUT),
                new Control.Select("file", "the file", List.of(PUBLISHED, KILOGRAMS), PUBLISHED));
    }

    @Override
    public Picture draw(ControlValues values) {
        List<List<String>> records = records(values.selected("file").equals(KILOGRAMS));
        String name = values.selected("column");
        int column = records.getFirst().indexOf(name);
        List<List<String>> rows = records.subList(1, records.size());
        double[] numbers =
                DataQuality.numbers(rows.stream().map(row -> row.get(column)).toList());
        int missing = 0;
        for (int row = 0; row < numbers.length; row++) {
            if (Double.isNaN(numbers[row])) {
                missing++;
                numbers[row] = values.selected("missing").equals(ZERO) ? 0 : Double.NaN;
            }
        }
        int[] order = IntStream.range(0, numbers.length)
                .filter(row -> !Double.isNaN(numbers[row]))
                .boxed()
                .sorted(Comparator.comparingDouble(row -> numbers[row]))
                .mapToInt(row -> row)
                .toArray();
        int chosen = order[(int) Math.rint(values.number("place") / 100 * (order.length - 1))];
        double mean =
                Arrays.stream(order).mapToDouble(row -> numbers[row]).average().orElseThrow();
        double median = DataQuality.median(numbers);
        Set<Integer> outliers =
                Arrays.stream(DataQuality.outliers(numbers)).boxed().collect(Collectors.toSet());

        double low = numbers[order[0]];
        double width = (numbers[order[order.length - 1]] - low) / BINS;
        int[] heights = new int[BINS];
        Arrays.stream(order).forEach(row -> heights[bin(numbers[row], low, width)]++);
        int most = Arrays.stream(heights).max().orElseThrow();
        Plot plot = Plot.of(low - width, low + (BINS + 1) * width, 0, 1.42 * most)
                .size(560, 350)
                .axes(name, "penguins");
        for (int bin = 0; bin < BINS; bin++) {
            double from = low + bin * width;
            int of = bin;
            boolean strange = outliers.stream().anyMatch(row -> bin(numbers[row], low, width) == of);
            plot.rectangle(from, 0, from + 0.92 * width, heights[bin], strange ? "s2" : "s1");
        }
        line(plot, mean, 1.10 * most, "s3", String.format(Locale.ROOT, "mean %.1f", mean), mean >= median);
        line(plot, median, 1.24 * most, "s4", String.format(Locale.ROOT, "median %.1f", median), mean < median);
        double middle = low + (bin(numbers[chosen], low, width) + 0.46) * width;
        plot.dot(middle, 0, 7, "ink");
        return plot.picture(String.format(
                Locale.ROOT,
                "%d values, %d missing (%s): mean %.1f, median %.1f, %d %s. Row %d: %s.",
                order.length,
                missing,
                values.selected("missing"),
                mean,
                median,
                outliers.size(),
                outliers.size() == 1 ? "outlier" : "outliers",
                chosen,
                said(records.getFirst(), rows.get(chosen))));
    }

    private static void line(Plot plot, double x, double height, String style, String text, boolean right) {
        plot.segment(x, 0, x, height, style);
        plot.text(x, height, right ? 5 : -5, 2, right ? "start" : "end", text, style);
    }

    private static int bin(double value, double low, double width) {
        return Math.clamp((int) ((value - low) / width), 0, BINS - 1);
    }

    private static String said(List<String> names, List<String> row) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> names.get(i) + " " + (row.get(i).isEmpty() ? "(missing)" : row.get(i)))
                .collect(Collectors.joining(", "));
    }

    private static List<List<String>> records(boolean spoilt) {
        List<List<String>> records = new ArrayList<>(CsvRecords.split(DataFiles.text("penguins", "penguins.csv")));
        if (spoilt) {
            List<String> row = new ArrayList<>(records.get(SPOILT + 1));
            row.set(5, Double.toString(Double.parseDouble(row.get(5)) / 1000));
            records.set(SPOILT + 1, row);
        }
        return records;
    }
}
