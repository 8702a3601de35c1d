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

/// All births of 2014 by day, predicted by a baseline that is made some days ahead.
public final class BirthsOf2014 implements Figure {

    private static final int SHOWN = 42;
    private static final String LAST_WEEK = "same weekday, a week before";
    private static final String LAST_YEAR = "same weekday, a year before";
    private static final String LAST_DAY = "last known day";
    private static final String MEAN = "mean of 2000 to 2013";
    private static final String MEDIAN = "median of 2000 to 2013";
    private static final String LEAK = "the day itself (a leak)";

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Select(
                        "baseline", "baseline", List.of(MEAN, MEDIAN, LAST_DAY, LAST_WEEK, LAST_YEAR, LEAK), MEAN),
                new Control.Slider("horizon", "days ahead", 1, 14, 1, 7),
                new Control.Slider("first", "first day shown", 1, 324, 7, 1));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        double[][] rows = CsvTable.read("us-births").numericColumns("year", "births");
        Vector births = Vector.of(Arrays.stream(rows).mapToDouble(row -> row[1]).toArray());
        int from = (int) Arrays.stream(rows).filter(row -> row[0] < 2014).count();
        Vector actual = Vector.of(Arrays.copyOfRange(births.toArray(), from, births.size()));
        String name = controlValues.selected("baseline");
        int horizon = (int) Math.rint(controlValues.number("horizon"));
        Vector predicted = switch (name) {
            case MEAN -> Baselines.mean(births, from);
            case MEDIAN -> Baselines.median(births, from);
            case LAST_DAY -> Baselines.seasonal(births, from, 1, horizon);
            case LAST_WEEK -> Baselines.seasonal(births, from, 7, horizon);
            case LAST_YEAR -> Baselines.seasonal(births, from, 364, horizon);
            default -> actual;
        };
        int first = (int) Math.rint(controlValues.number("first")) - 1;
        double[] days = new double[SHOWN];
        double[] real = new double[SHOWN];
        double[] said = new double[SHOWN];
        Plot plot = Plot.of(first, first + SHOWN + 1, 5, 18).size(572, 400).axes("day of 2014", "births in thousands");
        for (int i = 0; i < SHOWN; i++) {
            days[i] = first + i + 1;
            real[i] = actual.get(first + i) / 1000;
            said[i] = predicted.get(first + i) / 1000;
            plot.segment(days[i], real[i], days[i], said[i], "s3");
        }
        plot.line(days, said, "s2");
        for (int i = 0; i < SHOWN; i++) {
            plot.dot(days[i], real[i], 3.5, "s1");
        }
        String[] lines = {
            name + ", " + horizon + (horizon == 1 ? " day ahead" : " days ahead"),
            "MAE " + Math.round(RegressionMetrics.meanAbsoluteError(actual, predicted)) + " births, RMSE "
                    + Math.round(RegressionMetrics.rootMeanSquaredError(actual, predicted)) + " births",
            "R² "
                    + String.format(Locale.ROOT, "%.3f", RegressionMetrics.r2(actual, predicted))
                            .replace("-", "−")
                    + ", over all 365 days"
        };
        for (int i = 0; i < lines.length; i++) {
            plot.text(first, 18, 10, 20 + 19 * i, "start", lines[i], "ink");
        }
        return plot.picture(String.join(". ", lines) + ". Dots are births, the line is the baseline.");
    }
}
