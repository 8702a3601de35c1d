package gradus.figures.gradients;

import gradus.ml.calculus.Gradient;
import gradus.ml.linalg.Vector;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/// Absolute and relative errors of a gradient with a bug, in a unit of choice, beside the tolerance.
public final class BugsUnderTheLine implements Figure {

    private static final double LOWEST = -17;
    private static final double HIGHEST = 11;
    private static final double TOLERANCE = -6;
    private static final Vector AT = Vector.of(2, 1);
    private static final List<String> BUGS = List.of(
            "the taxi's bug",
            "no bug",
            "no mean: twice too large",
            "wrong sign in component 1",
            "component 0 off by 1 %",
            "second ride left out");

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Select("bug", "bug", BUGS, BUGS.get(0)),
                new Control.Slider("power", "loss times 10 to the power of", -9, 6, 1, 0));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        String bug = controlValues.selected("bug");
        double unit = Math.pow(10, Math.rint(controlValues.number("power")));
        ToDoubleFunction<Vector> loss = x -> unit * fareLoss(x);
        UnaryOperator<Vector> gradient = x -> claimed(bug, x).times(unit);
        Vector numerical = Gradient.numerical(loss, AT);
        Vector analytic = gradient.apply(AT);
        Plot plot = Plot.of(0, 10, LOWEST, HIGHEST).size(560, 420);
        plot.rectangle(0, HIGHEST, 10, TOLERANCE, "soft");
        for (int power = -15; power <= 5; power += 5) {
            plot.segment(0, power, 10, power, "grid");
            plot.text(0, power, -6, 4, "end", power == 0 ? "1" : "1e" + power, "muted");
        }
        plot.segment(0, TOLERANCE, 10, TOLERANCE, "ink");
        plot.text(10, TOLERANCE, -6, -6, "end", "alarm above 1e-6", "ink");
        for (int i = 0; i < 2; i++) {
            double a = numerical.get(i);
            double b = analytic.get(i);
            double absolute = Math.abs(a - b);
            double larger = Math.max(Math.abs(a), Math.abs(b));
            bar(plot, 0.7 + 5 * i, absolute, "s3");
            bar(plot, 2.2 + 5 * i, larger == 0 ? 0 : absolute / larger, "s1");
            plot.text(2.2 + 5 * i, LOWEST, 0, 18, "middle", "component " + i, "ink");
        }
        plot.rectangle(0.3, HIGHEST - 0.9, 0.6, HIGHEST - 1.7, "s3")
                .text(0.75, HIGHEST - 1.7, 0, 0, "start", "absolute error", "ink");
        plot.rectangle(4.6, HIGHEST - 0.9, 4.9, HIGHEST - 1.7, "s1")
                .text(5.05, HIGHEST - 1.7, 0, 0, "start", "relative error", "ink");
        var report = Gradient.check(loss, gradient, AT);
        String verdict = String.format(Locale.ROOT, "your check: %.1e", report.relativeError());
        verdict += report.isWithin(1e-6) ? ", right" : ", wrong at index " + report.worstIndex();
        plot.text(0.3, HIGHEST, 0, 48, "start", verdict, "ink");
        return plot.picture("Errors of a gradient with the bug \"" + bug + "\", with the loss times " + unit
                + ": differences give " + numerical + ", the formula " + analytic + "; " + verdict + ".");
    }

    private static void bar(Plot plot, double x, double error, String style) {
        double top = error == 0 ? LOWEST : Math.clamp(Math.log10(error), LOWEST, HIGHEST);
        plot.rectangle(x, LOWEST, x + 1.2, top, style);
    }

    /// The gradient of the loss by a formula, with a bug.
    private static Vector claimed(String bug, Vector x) {
        double first = x.get(0) + x.get(1) - 2;
        double second = 3 * x.get(0) + x.get(1) - 4;
        double right0 = first + 3 * second;
        double right1 = first + second;
        return switch (bug) {
            case "the taxi's bug" -> Vector.of(2 * (first + second), right1);
            case "no mean: twice too large" -> Vector.of(2 * right0, 2 * right1);
            case "wrong sign in component 1" -> Vector.of(right0, -right1);
            case "component 0 off by 1 %" -> Vector.of(1.01 * right0, right1);
            case "second ride left out" -> Vector.of(first, first);
            default -> Vector.of(right0, right1);
        };
    }

    private static double fareLoss(Vector x) {
        double first = x.get(0) + x.get(1) - 2;
        double second = 3 * x.get(0) + x.get(1) - 4;
        return (first * first + second * second) / 2;
    }
}
