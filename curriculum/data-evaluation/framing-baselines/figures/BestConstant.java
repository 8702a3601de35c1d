package gradus.figures.framing_baselines;

import gradus.ml.linalg.Vector;
import gradus.ml.score.RegressionMetrics;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// One prediction for seven days, its errors, and their mean by two metrics.
public final class BestConstant implements Figure {

    private static final double HIGH = 24;
    private static final String[] DAYS = {"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Handle("prediction", "the prediction for all days", 7.7, 9, 0.25),
                new Control.Handle("sunday", "births on Sunday, in thousands", 7, 7, 0.25));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        double prediction = quarters(controlValues.point("prediction")[1]);
        double[] births = {12, 13, 12, 12, 12, 8, quarters(controlValues.point("sunday")[1])};
        Vector actual = Vector.of(births);
        Vector predicted = Vector.from(births.length, _ -> prediction);
        double mean = Arrays.stream(births).sum() / births.length;
        double[] sorted = births.clone();
        Arrays.sort(sorted);
        double median = sorted[births.length / 2];
        Plot plot = Plot.of(0, 8, 0, HIGH).size(572, 400).axes("", "births in thousands");
        plot.segment(0, mean, 8, mean, "muted");
        plot.text(0, mean, 4, mean < median ? 14 : -4, "start", "mean", "muted");
        plot.segment(0, median, 8, median, "muted");
        plot.text(0, median, 4, mean < median ? -4 : 14, "start", "median", "muted");
        for (int day = 0; day < births.length; day++) {
            plot.segment(day + 1, births[day], day + 1, prediction, "s3");
            plot.dot(day + 1, births[day], 5, "s1");
            plot.text(day + 1, 0, 0, -6, "middle", DAYS[day], "muted");
        }
        plot.segment(0, prediction, 8, prediction, "s2");
        plot.handle("sunday", "births on Sunday, in thousands", 7, births[6], "s1");
        plot.handle("prediction", "the prediction for all days", 7.7, prediction, "s2");
        String[] said = {
            "prediction " + number(prediction),
            "MAE " + number(RegressionMetrics.meanAbsoluteError(actual, predicted)),
            "RMSE " + number(RegressionMetrics.rootMeanSquaredError(actual, predicted)),
            "MSE " + number(RegressionMetrics.meanSquaredError(actual, predicted))
        };
        for (int i = 0; i < said.length; i++) {
            plot.text(0, HIGH, 10, 22 + 19 * i, "start", said[i], "ink");
        }
        return plot.picture("Births by day, in thousands: " + Arrays.toString(births) + ". " + String.join(", ", said)
                + ". The mean is " + number(mean) + ", the median " + number(median) + ".");
    }

    private static double quarters(double value) {
        return Math.rint(4 * Math.clamp(value, 0, HIGH)) / 4;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
