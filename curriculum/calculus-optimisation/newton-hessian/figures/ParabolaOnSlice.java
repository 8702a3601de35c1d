package gradus.figures.newton_hessian;

import gradus.ml.calculus.NumericalHessian;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.SingularMatrixException;
import gradus.ml.linalg.Vector;
import gradus.ml.optimise.Newton;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;

/// The slice through both hollows, x⁴ − 2x², with the parabola that touches it at a point.
public final class ParabolaOnSlice implements Figure {

    private static final double LOW = -2;
    private static final double HIGH = 8.5;

    /// Above the curves there's room for two lines of text.
    private static final double TOP = 10.5;

    private static final int POINTS = 201;

    @Override
    public List<Control> controls() {
        return List.of(new Control.Slider("x", "the point, x", -2, 2, 0.05, 2));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        double x = Math.rint(100 * controlValues.number("x")) / 100;
        Vector at = Vector.of(x);
        Vector slope = slope(at);
        Matrix hessian = NumericalHessian.hessianFromGradient(ParabolaOnSlice::slope, at);
        double curvature = hessian.get(0, 0);
        Plot plot = Plot.of(-2.2, 2.2, LOW, TOP).size(600, 480).axes("x, along the line y = −x", "height");
        double[] xs = new double[POINTS];
        double[] curve = new double[POINTS];
        double[] parabola = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            xs[i] = -2.2 + 4.4 * i / (POINTS - 1);
            double v = xs[i] - x;
            curve[i] = onPlot(height(xs[i]));
            parabola[i] = onPlot(height(x) + slope.get(0) * v + curvature * v * v / 2);
        }
        plot.line(xs, curve, "ink").line(xs, parabola, "s2");
        plot.dot(x, height(x), 6, "s1");
        String landing;
        try {
            double step = Newton.step(slope, hessian).get(0);
            double bottom = height(x) + slope.get(0) * step / 2;
            if (Math.abs(x + step) <= 2.2 && onPlot(bottom) == bottom) {
                plot.dot(x + step, bottom, 5, "s2");
                double ground = height(x + step);
                plot.segment(x + step, bottom, x + step, Math.min(ground, HIGH), "grid");
                if (ground <= HIGH) {
                    plot.dot(x + step, ground, 5, "s3");
                }
            }
            landing = "step to x = " + number(x + step) + ", the " + (curvature > 0 ? "bottom" : "top")
                    + " of the parabola";
        } catch (SingularMatrixException _) {
            landing = "no curvature, so the parabola is a line without a bottom";
        }
        String bends = "slope " + number(slope.get(0)) + ", curvature " + number(curvature);
        plot.text(-2.2, TOP, 12, 22, "start", bends, "ink");
        plot.text(-2.2, TOP, 12, 44, "start", landing, "ink");
        return plot.picture("A curve with two hollows, at −1 and 1, and a hump at 0. At x = " + number(x) + ": " + bends
                + "; " + landing + ".");
    }

    private static double height(double x) {
        return x * x * x * x - 2 * x * x;
    }

    private static Vector slope(Vector p) {
        double x = p.get(0);
        return Vector.of(4 * x * x * x - 4 * x);
    }

    /// NaN, which is a gap in a line, for what lies outside the plot.
    private static double onPlot(double height) {
        return height >= LOW && height <= HIGH ? height : Double.NaN;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value)
                .replaceAll("^-0\\.00$", "0.00")
                .replaceAll("(\\.\\d*?)0+$", "$1")
                .replaceAll("\\.$", "")
                .replace("-", "−");
    }
}
