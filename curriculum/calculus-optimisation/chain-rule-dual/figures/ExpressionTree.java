package gradus.figures.chain_rule_dual;

import gradus.ml.calculus.Dual;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// An expression as a tree: each box is a step with its dual number and the rule that made it, and the values flow
/// upwards.
public final class ExpressionTree implements Figure {

    private static final String WAVE = "x · sin(x²)";
    private static final String EXAMPLE = "(x² − 1)³ / x";
    private static final String BELL = "e^(−x²)";
    private static final String ROOT = "√(x·x)";
    private static final String LOG = "ln(x) / x";
    private static final double HALF_WIDTH = 2.3;
    private static final double LEFT = 2.6;
    private static final double RIGHT = 7.4;
    private static final double HALF_HEIGHT = 0.62;

    /// A box.
    ///
    /// @param inputs the boxes whose results it uses
    private record Box(String step, String rule, Dual dual, double x, double y, int... inputs) {}

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Select("expression", "expression", List.of(WAVE, EXAMPLE, BELL, LOG, ROOT), WAVE),
                new Control.Slider("x", "x", -2, 3, 0.1, 2));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        String expression = controlValues.selected("expression");
        // The slider's steps aren't exact, and 0 should be 0.
        Dual x = Dual.variable(Math.rint(10 * controlValues.number("x")) / 10);
        List<Box> boxes = boxes(expression, x);
        Plot plot = Plot.of(0, 10, 0, 8).size(560, 470);
        for (Box box : boxes) {
            for (int input : box.inputs) {
                Box from = boxes.get(input);
                plot.arrow(from.x, from.y + HALF_HEIGHT, box.x + 0.3 * (from.x - box.x), box.y - HALF_HEIGHT, "s2");
            }
        }
        for (Box box : boxes) {
            plot.rectangle(box.x - HALF_WIDTH, box.y - HALF_HEIGHT, box.x + HALF_WIDTH, box.y + HALF_HEIGHT, "soft");
            plot.text(box.x, box.y, 0, -14, "middle", box.step, "ink");
            plot.text(box.x, box.y, 0, 5, "middle", show(box.dual), "s1");
            plot.text(box.x, box.y, 0, 23, "middle", box.rule, "muted");
        }
        return plot.picture(expression + " at x = " + number(x.value()) + ", step by step from below: "
                + boxes.stream().map(box -> box.step + " is " + show(box.dual)).collect(Collectors.joining("; "))
                + ".");
    }

    private static List<Box> boxes(String expression, Dual x) {
        boolean branches = !expression.equals(BELL) && !expression.equals(ROOT);
        Box input = new Box("x", "starts with 1", x, branches ? LEFT : 5, 0.7);
        switch (expression) {
            case EXAMPLE -> {
                Dual u = x.times(x).minus(1);
                Dual v = u.pow(3);
                return List.of(
                        input,
                        new Box("u = x² − 1", "u′ = 2x · x′", u, RIGHT, 2.9, 0),
                        new Box("v = u³", "v′ = 3u² · u′", v, RIGHT, 5.1, 1),
                        new Box("v / x", "(v′ − (v/x) · x′) / x", v.dividedBy(x), LEFT, 7.2, 2, 0));
            }
            case BELL -> {
                Dual square = x.times(x);
                Dual u = square.negate();
                return List.of(
                        input,
                        new Box("s = x · x", "s′ = x′ · x + x · x′", square, 5, 2.9, 0),
                        new Box("u = −s", "u′ = −s′", u, 5, 5.1, 1),
                        new Box("e^u", "e^u · u′", u.exp(), 5, 7.2, 2));
            }
            case ROOT -> {
                Dual square = x.times(x);
                return List.of(
                        input,
                        new Box("s = x · x", "s′ = x′ · x + x · x′", square, 5, 3.9, 0),
                        new Box("√s", "s′ / (2√s), or 0", square.sqrt(), 5, 7.2, 1));
            }
            case LOG -> {
                Dual log = x.log();
                return List.of(
                        input,
                        new Box("u = ln x", "u′ = x′ / x", log, RIGHT, 3.9, 0),
                        new Box("u / x", "(u′ − (u/x) · x′) / x", log.dividedBy(x), LEFT, 7.2, 1, 0));
            }
            default -> {
                Dual u = x.times(x);
                Dual v = u.sin();
                return List.of(
                        input,
                        new Box("u = x²", "u′ = x′ · x + x · x′", u, RIGHT, 2.9, 0),
                        new Box("v = sin u", "v′ = cos(u) · u′", v, RIGHT, 5.1, 1),
                        new Box("x · v", "x′ · v + x · v′", x.times(v), LEFT, 7.2, 2, 0));
            }
        }
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
        return String.format(Locale.ROOT, "%.3f", value)
                .replaceAll("(\\.\\d*?)0+$", "$1")
                .replaceAll("\\.$", "")
                .replaceAll("^-0$", "0")
                .replace("-", "−");
    }
}
