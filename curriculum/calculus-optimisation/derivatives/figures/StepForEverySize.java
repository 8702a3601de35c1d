package gradus.figures.derivatives;

import gradus.ml.calculus.Derivative;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/// The relative error of a slope against x, for a fixed step, for the step of [Derivative#step], and for the search of
/// [Derivative#richardson].
public final class StepForEverySize implements Figure {

    private static final double LEAST = -17;
    private static final double MOST = 1;
    private static final String LOG = "the logarithm";
    private static final String CUBE = "the tank, s³";
    private static final String WAVE = "a wave, sin s";

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("step", "fixed step: 10 to the power of", -12, -1, 1, -5),
                new Control.Select("function", "function", List.of(LOG, CUBE, WAVE), LOG));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        int power = (int) Math.rint(controlValues.number("step"));
        double fixed = Math.pow(10, power);
        String name = controlValues.selected("function");
        DoubleUnaryOperator f = switch (name) {
            case CUBE -> s -> s * s * s;
            case WAVE -> Math::sin;
            default -> Math::log;
        };
        DoubleUnaryOperator slope = switch (name) {
            case CUBE -> s -> 3 * s * s;
            case WAVE -> Math::cos;
            default -> s -> 1 / s;
        };
        Plot plot = Plot.of(-2, 8, LEAST, MOST)
                .size(560, 420)
                .axes("s: 10 to the power of", "relative error: 10 to the power of");
        List<DoubleUnaryOperator> ways = List.of(
                s -> Derivative.central(f, s, fixed), s -> Derivative.central(f, s), s -> Derivative.richardson(f, s));
        List<String> names = List.of("h = 1e" + power, "step(s)", "richardson(f, s)");
        List<String> styles = List.of("s2", "s1", "s3");
        var said = new StringBuilder();
        for (int i = 0; i < ways.size(); i++) {
            double worst = curve(plot, ways.get(i), slope, styles.get(i));
            String one =
                    names.get(i) + ": worst " + (worst <= 1 ? String.format(Locale.ROOT, "%.0e", worst) : "above 1");
            double y = MOST - 0.9 - 1.05 * i;
            plot.segment(-1.8, y, -1.4, y, styles.get(i)).text(-1.25, y, 0, 4, "start", one, "ink");
            said.append(i == 0 ? "" : "; ").append(one);
        }
        return plot.picture(
                "Relative errors of the slope of " + name + " for s from 0.01 to 100 million. " + said + ".");
    }

    /// Draws one curve and returns the worst relative error; a step that can't be used counts as 100 %.
    private static double curve(Plot plot, DoubleUnaryOperator way, DoubleUnaryOperator slope, String style) {
        double[] xs = new double[121];
        double[] ys = new double[121];
        double worst = 0;
        for (int i = 0; i <= 120; i++) {
            xs[i] = -2 + i / 12.0;
            double s = Math.pow(10, xs[i]);
            double error;
            try {
                error = Math.abs(way.applyAsDouble(s) / slope.applyAsDouble(s) - 1);
            } catch (IllegalArgumentException _) {
                error = 1;
            }
            error = Double.isFinite(error) ? error : 1;
            worst = Math.max(worst, error);
            ys[i] = Math.clamp(Math.log10(error), LEAST, MOST);
        }
        plot.line(xs, ys, style);
        return worst;
    }
}
