package gradus.figures.random_variables;

import gradus.ml.numbers.SampleStatistics;
import gradus.ml.stats.RunningMoments;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The sorted days at positions 0 to 6, and the quantile at a fraction of the way.
public final class QuantileOfAWeek implements Figure {

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("p", "fraction p", 0, 1, 0.05, 0.9),
                new Control.Slider("largest", "the largest day, in thousands", 15, 60, 5, 15));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        double p = Math.rint(20 * controlValues.number("p")) / 20;
        double[] x = Week.BIRTHS.clone();
        Arrays.sort(x);
        x[x.length - 1] = controlValues.number("largest");
        double position = p * (x.length - 1);
        double quantile = SampleStatistics.quantile(x, p);
        double mean = RunningMoments.of(x).mean();
        double high = Math.max(20, x[x.length - 1] + 5);
        Plot plot = Plot.of(-0.5, 6.5, 0, high).axes("position in the sorted week", "births, in thousands");
        double[] positions = new double[x.length];
        Arrays.setAll(positions, i -> i);
        plot.line(positions, x, "muted");
        plot.segment(-0.5, mean, 6.5, mean, "s2");
        plot.text(6.5, mean, -6, -6, "end", "mean " + Week.number(mean, 2), "ink");
        for (int i = 0; i < x.length; i++) {
            plot.dot(i, x[i], 5, "s1");
        }
        plot.segment(position, 0, position, quantile, "s3");
        plot.segment(-0.5, quantile, position, quantile, "s3");
        plot.dot(position, quantile, 7, "s3");
        List<String> said = List.of(
                "position " + Week.number(p, 2) + " · 6 = " + Week.number(position, 2),
                "quantile " + Week.number(quantile, 2),
                "median " + Week.number(SampleStatistics.quantile(x, 0.5), 2));
        for (int i = 0; i < said.size(); i++) {
            plot.text(-0.5, high, 10, 20 + 19 * i, "start", said.get(i), "ink");
        }
        return plot.picture("Sorted week " + Week.list(x) + ": " + String.join(", ", said) + ", mean "
                + Week.number(mean, 2) + ".");
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

        static String list(double[] x) {
            return Arrays.stream(x).mapToObj(value -> number(value, 0)).collect(Collectors.joining(", "));
        }
    }
}
