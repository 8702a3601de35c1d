package gradus.figures.random_variables;

import gradus.ml.numbers.SampleStatistics;
import gradus.ml.stats.RunningMoments;
import gradus.proctor.data.CsvTable;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Births in the United States from 2000 to 2014, day by day, in parts that are merged again.
public final class BirthsByPart implements Figure {

    private static final String WEEKDAYS = "weekdays";
    private static final String MONTHS = "months";
    private static final String YEARS = "years";
    private static final String UNEVEN = "the first 1,000 days and the rest";
    private static final double LEAST = 4000;
    private static final double MOST = 19_000;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Select("split", "split by", List.of(WEEKDAYS, MONTHS, YEARS, UNEVEN), WEEKDAYS),
                new Control.Select("mean", "mean of everything", List.of("merged", "mean of the means"), "merged"));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        String split = controlValues.selected("split");
        List<double[]> parts = parts(split);
        RunningMoments all = RunningMoments.empty();
        RunningMoments means = RunningMoments.empty();
        double within = 0;
        Plot plot = Plot.of(0, parts.size() + 1, LEAST, MOST).size(572, 420);
        for (double tick = LEAST + 2000; tick <= MOST; tick += 2000) {
            plot.segment(0, tick, parts.size() + 1, tick, "grid");
            plot.text(0, tick, -6, 4, "end", String.format(Locale.ROOT, "%,.0f", tick), "muted");
        }
        for (int i = 0; i < parts.size(); i++) {
            RunningMoments part = RunningMoments.of(parts.get(i));
            all = all.merge(part);
            means = means.update(part.mean());
            within += part.sumOfSquaredDeviations();
            box(plot, i + 1, parts.get(i), part.mean());
            plot.text(i + 1, LEAST, 0, -8, "middle", label(split, i), "ink");
        }
        double between = all.sumOfSquaredDeviations() - within;
        boolean merged = controlValues.selected("mean").equals("merged");
        double mean = merged ? all.mean() : means.mean();
        plot.segment(0, mean, parts.size() + 1, mean, "s3");
        List<String> said = List.of(
                String.format(
                        Locale.ROOT,
                        "squares within the parts: %.1f million, between them: %.1f million",
                        within / all.count() / 1e6,
                        between / all.count() / 1e6),
                String.format(
                        Locale.ROOT,
                        "merged: %,.2f ± %,.2f; mean of the means: %,.2f",
                        all.mean(),
                        all.standardDeviation(),
                        means.mean()));
        for (int i = 0; i < said.size(); i++) {
            plot.text(0, MOST, 10, 20 + 19 * i, "start", said.get(i), "ink");
        }
        return plot.picture(all.count() + " days, split by " + split + "; the line is the "
                + (merged ? "merged mean" : "mean of the means") + "; per day, " + String.join("; ", said) + ".");
    }

    private static void box(Plot plot, double at, double[] x, double mean) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        double low = SampleStatistics.quantile(sorted, 0.25);
        double median = SampleStatistics.quantile(sorted, 0.5);
        double high = SampleStatistics.quantile(sorted, 0.75);
        plot.segment(at, sorted[0], at, sorted[sorted.length - 1], "muted");
        plot.rectangle(at - 0.3, low, at + 0.3, high, "soft");
        double[] across = {at - 0.3, at + 0.3, at + 0.3, at - 0.3, at - 0.3};
        plot.line(across, new double[] {low, low, high, high, low}, "muted");
        plot.segment(at - 0.3, median, at + 0.3, median, "s1");
        plot.dot(at, mean, 4, "s2");
    }

    private static List<double[]> parts(String split) {
        double[][] rows = CsvTable.read("us-births").numericColumns("year", "month", "day_of_week", "births");
        var parts = new ArrayList<List<Double>>();
        for (int i = 0; i < rows.length; i++) {
            int part = switch (split) {
                case WEEKDAYS -> (int) rows[i][2] - 1;
                case MONTHS -> (int) rows[i][1] - 1;
                case YEARS -> (int) rows[i][0] - 2000;
                default -> i < 1000 ? 0 : 1;
            };
            while (parts.size() <= part) {
                parts.add(new ArrayList<>());
            }
            parts.get(part).add(rows[i][3]);
        }
        return parts.stream()
                .map(part -> part.stream().mapToDouble(Double::doubleValue).toArray())
                .toList();
    }

    private static String label(String split, int part) {
        return switch (split) {
            case WEEKDAYS -> List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su").get(part);
            case MONTHS -> Integer.toString(part + 1);
            case YEARS -> String.format(Locale.ROOT, "’%02d", part);
            default -> part == 0 ? "first 1,000" : "the rest";
        };
    }
}
