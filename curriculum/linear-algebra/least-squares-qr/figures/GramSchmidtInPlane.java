package gradus.figures.least_squares_qr;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Qr;
import gradus.ml.linalg.Vector;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;

/// Two columns in the plane, the shadow of the second on the first, what is left, and Q and R by [Qr#of].
public final class GramSchmidtInPlane implements Figure {

    private static final double WIDE = 7.5;
    private static final double HIGH = 6;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Handle("first", "tip of the first column", 4, 1, 0.25),
                new Control.Handle("second", "tip of the second column", 2, 4, 0.25));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        Vector first = tip(controlValues.point("first"));
        Vector second = tip(controlValues.point("second"));
        Matrix a = Matrix.from(2, 2, (r, c) -> (c == 0 ? first : second).get(r));
        Qr qr = Qr.of(a);
        Vector q0 = qr.q().column(0);
        Vector q1 = qr.q().column(1);
        Vector shadow = q0.times(qr.r().get(0, 1));

        Plot plot = Plot.of(-WIDE, WIDE, -HIGH, HIGH).size(572, 460).axes("first component", "second component");
        double fit = Math.min(WIDE / Math.max(1e-9, Math.abs(q0.get(0))), HIGH / Math.max(1e-9, Math.abs(q0.get(1))));
        plot.segment(-fit * q0.get(0), -fit * q0.get(1), fit * q0.get(0), fit * q0.get(1), "grid");
        arrow(plot, first, "s2");
        arrow(plot, second, "s1");
        plot.segment(shadow.get(0), shadow.get(1), second.get(0), second.get(1), "muted");
        arrow(plot, shadow, "s3");
        arrow(plot, q0, "ink");
        arrow(plot, q1, "ink");
        plot.text(q0.get(0), q0.get(1), 4, 18, "start", "q₀", "ink");
        plot.text(q1.get(0), q1.get(1), -8, -6, "end", "q₁", "ink");
        plot.handle("first", "tip of the first column", first.get(0), first.get(1), "s2");
        plot.handle("second", "tip of the second column", second.get(0), second.get(1), "s1");
        List<String> said = List.of(
                "R: " + number(qr.r().get(0, 0)) + ", " + number(qr.r().get(0, 1)) + "; 0, "
                        + number(qr.r().get(1, 1)),
                "q₀ · q₁ = " + number(q0.dot(q1)),
                "shadow of the second column: " + show(shadow),
                "what is left: " + show(second.minus(shadow)));
        for (int i = 0; i < said.size(); i++) {
            plot.text(-WIDE, -HIGH, 10, -68 + 19 * i, "start", said.get(i), "ink");
        }
        return plot.picture(
                "The columns " + show(first) + " and " + show(second) + ". " + String.join("; ", said) + ".");
    }

    private static void arrow(Plot plot, Vector tip, String style) {
        plot.arrow(0, 0, tip.get(0), tip.get(1), style);
    }

    private static Vector tip(double[] point) {
        return Vector.of(quarters(point[0], WIDE), quarters(point[1], HIGH));
    }

    private static double quarters(double value, double limit) {
        return Math.rint(4 * Math.clamp(value, -limit, limit)) / 4;
    }

    private static String show(Vector vector) {
        return "(" + number(vector.get(0)) + ", " + number(vector.get(1)) + ")";
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("\\.?0+$", "").replace("-", "−").replaceAll("^−0$", "0");
    }
}
