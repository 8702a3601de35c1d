package gradus.figures.random_variables;

import gradus.ml.stats.RunningMoments;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;

/// The newest value, the mean before and after it, and the rectangle that the sum of squares grows by; beside it
/// the variance from two sums.
public final class OneMoreValue implements Figure {

    private static final double LEAST = 6;
    private static final double MOST = 18;
    private static final double HIGH = 8;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("days", "days so far", 2, Week.BIRTHS.length, 1, 3),
                new Control.Slider("power", "added to every day: 10 to the power of", 0, 12, 1, 0));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        int n = (int) Math.rint(controlValues.number("days"));
        int power = (int) Math.rint(controlValues.number("power"));
        double offset = power == 0 ? 0 : Math.pow(10, power);
        RunningMoments before = RunningMoments.empty();
        RunningMoments moments = RunningMoments.empty();
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double x = offset + Week.BIRTHS[i];
            before = moments;
            moments = moments.update(x);
            sum += x;
            squares += x * x;
        }
        double newest = Week.BIRTHS[n - 1];
        double oldMean = before.mean() - offset;
        double newMean = moments.mean() - offset;
        Plot plot = Plot.of(LEAST, MOST, -1, HIGH)
                .size(572, 380)
                .axes(
                        offset == 0 ? "births, in thousands" : "births, in thousands, less 1e" + power,
                        "distance from the new mean");
        plot.rectangle(oldMean, 0, newest, Math.abs(newest - newMean), "soft");
        plot.segment(LEAST, 0, MOST, 0, "ink");
        for (int i = 0; i < n - 1; i++) {
            plot.dot(Week.BIRTHS[i], 0, 5, "s1");
        }
        plot.segment(oldMean, -0.6, oldMean, 4.6, "muted");
        plot.segment(newMean, -0.6, newMean, 4.6, "s2");
        plot.text(oldMean, 4.6, 0, -6, oldMean < newMean ? "end" : "start", "old mean", "muted");
        plot.text(newMean, 4.6, 0, -6, oldMean < newMean ? "start" : "end", "new mean", "ink");
        plot.dot(newest, 0, 8, "s3");
        double growth = moments.sumOfSquaredDeviations() - before.sumOfSquaredDeviations();
        List<String> said = List.of(
                "the rectangle: " + Week.number(growth, 2),
                "sum of squares: " + Week.number(moments.sumOfSquaredDeviations(), 2),
                "variance by update: " + Week.number(moments.populationVariance(), 2),
                "variance from two sums: " + Week.number(squares / n - (sum / n) * (sum / n), 2));
        for (int i = 0; i < said.size(); i++) {
            plot.text(MOST, HIGH, -10, 18 + 19 * i, "end", said.get(i), "ink");
        }
        return plot.picture("After " + n + " days, the newest of which is " + Week.number(newest, 0)
                + (offset == 0 ? "" : " plus 1e" + power) + ": the mean goes from " + Week.number(oldMean, 2) + " to "
                + Week.number(newMean, 2) + "; " + String.join(", ", said) + ".");
    }

    /// The week of 2 July 2007: births in the United States, in thousands.
    static final class Week {

        static final double[] BIRTHS = {14, 15, 10, 13, 14, 10, 8};

        private Week() {}

        static String number(double value, int decimals) {
            String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
            text = text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
            return text.replace("-", "−").replaceAll("^−0$", "0");
        }
    }
}
