package gradus.figures.framing_baselines;

import gradus.lab.framing_baselines.Baselines;
import gradus.ml.linalg.Vector;
import gradus.ml.score.RegressionMetrics;
import gradus.proctor.data.CsvTable;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A mixture of three baselines, and its error beside that of last week.
public final class BeatLastWeek implements Figure {

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("week", "parts of the same weekday a week before", 0, 10, 1, 10),
                new Control.Slider("fortnight", "parts of two weeks before", 0, 10, 1, 0),
                new Control.Slider("year", "parts of a year before", 0, 10, 1, 0),
                new Control.Select("scored", "scored on", List.of("2013", "2014"), "2013"));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        double[][] rows = CsvTable.read("us-births").numericColumns("year", "births");
        int year = Integer.parseInt(controlValues.selected("scored"));
        double[] births = Arrays.stream(rows)
                .filter(row -> row[0] <= year)
                .mapToDouble(row -> row[1])
                .toArray();
        int from = (int) Arrays.stream(rows).filter(row -> row[0] < year).count();
        Vector all = Vector.of(births);
        Vector actual = Vector.of(Arrays.copyOfRange(births, from, births.length));
        double[] parts = {controlValues.number("week"), controlValues.number("fortnight"), controlValues.number("year")
        };
        double total = parts[0] + parts[1] + parts[2];
        Vector[] baselines = {
            Baselines.seasonal(all, from, 7, 7),
            Baselines.seasonal(all, from, 14, 7),
            Baselines.seasonal(all, from, 364, 7)
        };
        Vector mixed = Vector.from(
                actual.size(),
                day -> total == 0
                        ? 0
                        : (parts[0] * baselines[0].get(day)
                                        + parts[1] * baselines[1].get(day)
                                        + parts[2] * baselines[2].get(day))
                                / total);
        double lastWeek = RegressionMetrics.meanAbsoluteError(actual, baselines[0]);
        double ours = RegressionMetrics.meanAbsoluteError(actual, mixed);
        Plot plot = Plot.of(0, 700, 0, 2.4).size(572, 210);
        plot.text(0, 0, 4, 20, "start", "births a day that they're off by in " + year + " (MAE)", "muted");
        plot.rectangle(0, 1.4, lastWeek, 1.9, "s1");
        plot.text(0, 1.9, 4, -6, "start", "last week again: " + Math.round(lastWeek), "ink");
        plot.rectangle(0, 0.3, Math.min(700, ours), 0.8, "s2");
        String said = total == 0
                ? "your mixture: nothing in it"
                : "your mixture: " + Math.round(ours)
                        + String.format(Locale.ROOT, ", R² %.3f", RegressionMetrics.r2(actual, mixed));
        plot.text(0, 0.8, 4, -6, "start", said, "ink");
        return plot.picture(
                "In " + year + ", last week again is off by " + Math.round(lastWeek) + " births a day; " + said + ".");
    }
}
