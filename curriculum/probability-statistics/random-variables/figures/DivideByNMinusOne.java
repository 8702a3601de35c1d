package gradus.figures.random_variables;

import gradus.ml.stats.RunningMoments;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Samples of the week's days, many of each size: the mean of their variances by either divisor.
public final class DivideByNMinusOne implements Figure {

    private static final int LARGEST = 20;
    private static final int ROUNDS = 1000;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("n", "days in a sample, n", 2, LARGEST, 1, 2),
                new Control.Slider("draw", "other samples", 1, 10, 1, 1));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        int chosen = (int) Math.rint(controlValues.number("n"));
        var random = new Random((long) Math.rint(controlValues.number("draw")));
        double truth = RunningMoments.of(Week.BIRTHS).populationVariance();
        Plot plot = Plot.of(1, LARGEST + 1, 0, 8).axes("days in a sample, n", "mean of the variances");
        plot.segment(1, truth, LARGEST + 1, truth, "ink");
        String said = "";
        for (int n = 2; n <= LARGEST; n++) {
            RunningMoments byN = RunningMoments.empty();
            RunningMoments byNMinusOne = RunningMoments.empty();
            for (int round = 0; round < ROUNDS; round++) {
                RunningMoments sample = RunningMoments.empty();
                for (int i = 0; i < n; i++) {
                    sample = sample.update(Week.BIRTHS[random.nextInt(Week.BIRTHS.length)]);
                }
                byN = byN.update(sample.populationVariance());
                byNMinusOne = byNMinusOne.update(sample.variance());
            }
            plot.dot(n, byN.mean(), n == chosen ? 7 : 4, "s2");
            plot.dot(n, byNMinusOne.mean(), n == chosen ? 7 : 4, "s1");
            if (n == chosen) {
                said = "n = " + n + ": divided by n " + Week.number(byN.mean(), 2) + ", by n − 1 "
                        + Week.number(byNMinusOne.mean(), 2);
            }
        }
        plot.text(LARGEST + 1, 1, -10, 0, "end", said, "ink");
        plot.text(LARGEST + 1, truth, -10, -24, "end", "the whole week: " + Week.number(truth, 2), "ink");
        plot.text(LARGEST + 1, 2, -10, 0, "end", "blue: divided by n − 1, orange: by n", "muted");
        return plot.picture(
                ROUNDS + " samples of each size. " + said + "; the whole week: " + Week.number(truth, 2) + ".");
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
