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

/// Three number lines: a small change of x is stretched to a change of u, and that to a change of y.
public final class ChainOfRates implements Figure {

    /// Where the picture begins; the lines begin at START.
    private static final double LEFT = -3.9;
    private static final double START = -1.4;
    private static final double RIGHT = 6.5;
    private static final double CHANGE = 0.25;
    private static final double[] HEIGHTS = {2.75, 1.65, 0.55};

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("x", "x", 0, 2.2, 0.1, 1),
                new Control.Select("inner", "u", List.of("x²", "2x", "eˣ − 1", "1 + cos x"), "x²"),
                new Control.Select("outer", "y", List.of("sin u", "√u", "3u", "u²/4"), "sin u"));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        UnaryOperator<Dual> inner = switch (controlValues.selected("inner")) {
            case "2x" -> x -> x.times(2);
            case "eˣ − 1" -> x -> x.exp().minus(1);
            case "1 + cos x" -> x -> x.cos().plus(1);
            default -> x -> x.times(x);
        };
        UnaryOperator<Dual> outer = switch (controlValues.selected("outer")) {
            case "√u" -> Dual::sqrt;
            case "3u" -> u -> u.times(3);
            case "u²/4" -> u -> u.times(u).times(0.25);
            default -> Dual::sin;
        };
        Dual x = Dual.variable(controlValues.number("x"));
        Dual u = inner.apply(x);
        Dual y = outer.apply(u);
        double outerRate = outer.apply(Dual.variable(u.value())).derivative();
        double[] rates = {u.derivative(), outerRate};
        Plot plot = Plot.of(LEFT, RIGHT, 0, 3).size(560, 330);
        Dual[] numbers = {x, u, y};
        String[] names = {"x", "u = " + controlValues.selected("inner"), "y = " + controlValues.selected("outer")};
        String[] styles = {"s1", "s2", "s3"};
        for (int line = 0; line < 3; line++) {
            double height = HEIGHTS[line];
            plot.segment(START, height, RIGHT, height, "grid");
            for (int tick = -1; tick <= 6; tick++) {
                plot.segment(tick, height - 0.04, tick, height + 0.04, "grid");
                plot.text(tick, height, 0, 22, "middle", ("" + tick).replace("-", "−"), "muted");
            }
            double at = numbers[line].value();
            double end = at + CHANGE * numbers[line].derivative();
            if (Double.isFinite(end)) {
                plot.rectangle(inside(at), height - 0.06, inside(end), height + 0.06, styles[line]);
            }
            plot.dot(inside(at), height, 5, "ink");
            plot.text(LEFT, height, 4, -4, "start", names[line], "ink");
            plot.text(LEFT, height, 4, 16, "start", show(numbers[line]), "ink");
            if (line < 2) {
                double next = inside(numbers[line + 1].value());
                double top = height - 0.32;
                double bottom = HEIGHTS[line + 1] + 0.1;
                plot.arrow(inside(at), top, next, bottom, "muted");
                boolean left = Math.max(inside(at), next) > 4.5;
                String rate = "rate " + number(rates[line]);
                plot.text(
                        (inside(at) + next) / 2,
                        (top + bottom) / 2,
                        left ? -14 : 14,
                        4,
                        left ? "end" : "start",
                        rate,
                        styles[line + 1]);
            }
        }
        String both =
                "together: " + number(u.derivative()) + " · " + number(outerRate) + " = " + number(y.derivative());
        plot.text(RIGHT, 0, 0, 0, "end", both, "ink");
        return plot.picture("At x = " + number(x.value()) + ", u is " + number(u.value()) + " and y is "
                + number(y.value()) + "; rate of u: " + number(u.derivative()) + "; rate of y for u: "
                + number(outerRate) + "; " + both + ".");
    }

    private static double inside(double value) {
        return Math.clamp(value, START, RIGHT);
    }

    private static String show(Dual dual) {
        return "(" + number(dual.value()) + ", " + number(dual.derivative()) + ")";
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        return String.format(Locale.ROOT, "%.2f", value)
                .replaceAll("(\\.\\d*?)0+$", "$1")
                .replaceAll("\\.$", "")
                .replaceAll("^-0$", "0")
                .replace("-", "−");
    }
}
