package gradus.figures.random_variables;

import gradus.ml.stats.RunningMoments;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Seven days on a plank, the point where it balances, and one standard deviation to both sides.
public final class BalanceAndSpread implements Figure {

    private static final double LEAST = 4;
    private static final double MOST = 24;
    private static final double PLANK = 0.6;

    @Override
    public List<Control> controls() {
        var controls = new ArrayList<Control>();
        for (int i = 0; i < Week.DAYS.size(); i++) {
            controls.add(new Control.Handle("day" + i, "births on " + Week.DAYS.get(i), Week.BIRTHS[i], 1, 1));
        }
        return controls;
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        double[] x = new double[Week.BIRTHS.length];
        Arrays.setAll(x, i -> Math.rint(Math.clamp(controlValues.point("day" + i)[0], LEAST, MOST)));
        RunningMoments moments = RunningMoments.of(x);
        double mean = moments.mean();
        double deviation = Math.sqrt(moments.populationVariance());
        Plot plot = Plot.of(LEAST, MOST, -2.2, 9).size(572, 400);
        for (double tick = LEAST; tick <= MOST; tick += 4) {
            plot.segment(tick, PLANK, tick, 8.4, "grid");
            plot.text(tick, -2.2, 0, -6, "middle", Week.number(tick, 0), "muted");
        }
        plot.rectangle(Math.max(LEAST, mean - deviation), PLANK, Math.min(MOST, mean + deviation), 7.2, "soft");
        plot.segment(LEAST, PLANK, MOST, PLANK, "ink");
        plot.line(new double[] {mean - 0.6, mean, mean + 0.6, mean - 0.6}, new double[] {-1, PLANK, -1, -1}, "s2");
        plot.segment(mean, PLANK, mean, 7.2, "s2");
        for (int i = 0; i < x.length; i++) {
            int below = 0;
            for (int j = 0; j < i; j++) {
                below += x[j] == x[i] ? 1 : 0;
            }
            double height = 1 + 1.15 * below;
            plot.handle("day" + i, "births on " + Week.DAYS.get(i), x[i], height, "s1");
            plot.text(x[i], height, 0, -12, "middle", Week.DAYS.get(i).substring(0, 2), "ink");
        }
        plot.text(MOST, -2.2, 0, 14, "end", "births, in thousands", "muted");
        List<String> said = List.of(
                "mean " + Week.number(mean, 2),
                "variance " + Week.number(moments.populationVariance(), 2),
                "standard deviation " + Week.number(deviation, 2));
        for (int i = 0; i < said.size(); i++) {
            plot.text(MOST, 9, -10, 20 + 19 * i, "end", said.get(i), "ink");
        }
        return plot.picture(
                "Births of seven days, in thousands: " + Week.list(x) + "; " + String.join(", ", said) + ".");
    }

    /// The week of 2 July 2007: births in the United States, in thousands.
    static final class Week {

        static final double[] BIRTHS = {14, 15, 10, 13, 14, 10, 8};
        static final List<String> DAYS =
                List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

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
