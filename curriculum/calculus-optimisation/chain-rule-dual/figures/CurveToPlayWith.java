package gradus.figures.chain_rule_dual;

import gradus.ml.calculus.Dual;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// Two functions that are put together in several ways: the curve, its derivative as a curve, and a tangent.
public final class CurveToPlayWith implements Figure {

    private static final double WIDE = 4;
    private static final double HIGH = 3;
    /// Above and below the curves, for the texts.
    private static final double ROOM = 0.6;
    private static final int POINTS = 641;
    private static final String NESTED = "g(f(x))";
    private static final String ALONE = "f(x) alone";

    @Override
    public List<Control> controls() {
        List<String> functions = List.of("sin x", "cos x", "eˣ", "ln x", "√x", "x²", "x³", "1/x", "2x", "x");
        return List.of(
                new Control.Handle("x", "point of the curve", 1, 0.84, 0.1),
                new Control.Select("f", "f", functions, "x²"),
                new Control.Select(
                        "join",
                        "together",
                        List.of(NESTED, "f(x) · g(x)", "f(x) / g(x)", "f(x) + g(x)", ALONE),
                        NESTED),
                new Control.Select("g", "g", functions, "sin x"));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        UnaryOperator<Dual> f = function(controlValues.selected("f"));
        UnaryOperator<Dual> g = function(controlValues.selected("g"));
        String join = controlValues.selected("join");
        UnaryOperator<Dual> both = switch (join) {
            case "f(x) · g(x)" -> x -> f.apply(x).times(g.apply(x));
            case "f(x) / g(x)" -> x -> f.apply(x).dividedBy(g.apply(x));
            case "f(x) + g(x)" -> x -> f.apply(x).plus(g.apply(x));
            case ALONE -> f;
            default -> x -> g.apply(f.apply(x));
        };
        double at = Math.rint(20 * Math.clamp(controlValues.point("x")[0], -WIDE, WIDE)) / 20;
        Plot plot =
                Plot.of(-WIDE, WIDE, -HIGH - ROOM, HIGH + ROOM).size(572, 440).axes("x", "y and y′");
        double[] xs = new double[POINTS];
        double[] heights = new double[POINTS];
        double[] slopes = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            xs[i] = -WIDE + 2 * WIDE * i / (POINTS - 1);
            Dual y = both.apply(Dual.variable(xs[i]));
            heights[i] = inside(y.value());
            slopes[i] = Double.isFinite(y.value()) ? inside(y.derivative()) : Double.NaN;
        }
        plot.line(xs, heights, "s1").line(xs, slopes, "s3");
        Dual here = both.apply(Dual.variable(at));
        boolean smooth = Double.isFinite(here.value()) && Double.isFinite(here.derivative());
        if (smooth && Math.abs(here.value()) <= HIGH) {
            double reach = 1.1 / Math.hypot(1, here.derivative());
            plot.segment(
                    at - reach,
                    here.value() - reach * here.derivative(),
                    at + reach,
                    here.value() + reach * here.derivative(),
                    "s2");
        }
        double dot = Double.isFinite(here.value()) ? Math.clamp(here.value(), -HIGH, HIGH) : 0;
        plot.handle("x", "point of the curve", at, dot, "s1");
        String said = "at (" + number(at) + ", 1): (" + number(here.value()) + ", " + number(here.derivative()) + ")";
        plot.segment(-3.85, 3.3, -3.5, 3.3, "s1").text(-3.4, 3.3, 0, 4, "start", "y", "ink");
        plot.segment(-3.0, 3.3, -2.65, 3.3, "s3").text(-2.55, 3.3, 0, 4, "start", "y′, by your rules", "ink");
        plot.text(-WIDE, -HIGH - ROOM, 12, -10, "start", said, "ink");
        return plot.picture("The curve " + join + " with f = " + controlValues.selected("f") + " and g = "
                + controlValues.selected("g") + ", and its derivative; " + said + ".");
    }

    private static UnaryOperator<Dual> function(String name) {
        return switch (name) {
            case "sin x" -> Dual::sin;
            case "cos x" -> Dual::cos;
            case "eˣ" -> Dual::exp;
            case "ln x" -> Dual::log;
            case "√x" -> Dual::sqrt;
            case "x²" -> x -> x.pow(2);
            case "x³" -> x -> x.pow(3);
            case "1/x" -> x -> x.pow(-1);
            case "2x" -> x -> x.times(Dual.constant(2));
            default -> x -> x;
        };
    }

    private static double inside(double y) {
        return Math.abs(y) <= HIGH ? y : Double.NaN;
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        return String.format(Locale.ROOT, "%.3f", value)
                .replaceAll("(\\.\\d*?)0+$", "$1")
                .replaceAll("\\.$", "")
                .replaceAll("^-0$", "0")
                .replace("-", "−");
    }
}
