package gradus.figures.framing_baselines;

import gradus.ml.linalg.Vector;
import gradus.ml.score.RegressionMetrics;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;

/// A forecast for seven days, and its squared errors beside those of the mean of the targets.
public final class AgainstTheMean implements Figure {

    private static final Vector WEEK = Vector.of(12, 13, 12, 12, 12, 8, 7);
    private static final Vector LAST_WEEK = Vector.of(11, 12, 12, 12, 12, 8, 7);
    private static final double HIGH = 20;
    private static final double LONGEST = 140;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("pattern", "how much of last week's pattern", -1, 2, 0.25, 1),
                new Control.Slider("shift", "thousand births added to every day", -5, 5, 0.5, 0));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        double pattern = controlValues.number("pattern");
        double shift = controlValues.number("shift");
        double level = mean(LAST_WEEK);
        double mean = mean(WEEK);
        Vector forecast = Vector.from(WEEK.size(), day -> level + shift + pattern * (LAST_WEEK.get(day) - level));
        double ours = WEEK.size() * RegressionMetrics.meanSquaredError(WEEK, forecast);
        double means = WEEK.size() * RegressionMetrics.meanSquaredError(WEEK, Vector.from(WEEK.size(), _ -> mean));
        double r2 = RegressionMetrics.r2(WEEK, forecast);

        Plot plot = Plot.of(0, 8, 0, HIGH).size(572, 420).axes("day of the week, from Monday", "births in thousands");
        plot.segment(0, mean, 8, mean, "muted");
        plot.text(8, mean, -4, -5, "end", "mean of the targets", "muted");
        double[] days = new double[WEEK.size()];
        for (int day = 0; day < days.length; day++) {
            days[day] = day + 1;
            plot.segment(day + 1, WEEK.get(day), day + 1, forecast.get(day), "s3");
            plot.dot(day + 1, WEEK.get(day), 5, "s1");
        }
        plot.line(days, forecast.toArray(), "s2");
        bar(plot, 18.6, means, "s1", "squared errors of the mean: " + number(means));
        bar(plot, 16.6, ours, "s2", "squared errors of the forecast: " + number(ours));
        String said = "R² = 1 − " + number(ours) + " / " + number(means) + " = " + number(r2);
        plot.text(0, 0, 10, -12, "start", said, "ink");
        return plot.picture("The forecast is " + forecast + ", the targets are " + WEEK + ". " + said + ".");
    }

    /// A bar whose length is a sum of squares; it ends where the picture does.
    private static void bar(Plot plot, double y, double sum, String style, String text) {
        plot.rectangle(0.1, y - 0.25, 0.1 + 7.8 * Math.min(1, sum / LONGEST), y + 0.25, style);
        plot.text(0.1, y, 2, -9, "start", text, "ink");
    }

    private static double mean(Vector x) {
        double sum = 0;
        for (int i = 0; i < x.size(); i++) {
            sum += x.get(i);
        }
        return sum / x.size();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replace("-", "−");
    }
}
