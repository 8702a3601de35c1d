package gradus.figures.linear_systems;

import gradus.ml.linalg.Lu;
import gradus.ml.linalg.Matrix;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;

/// Two equations as lines, and where they may cross if each right-hand side is a little uncertain.
public final class TwoLines implements Figure {

    private static final double WIDE = 6;
    private static final double HIGH = 4;
    private static final double SLOPE = 0.5;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Handle("p", "left point of the second line", -4, 2, 0.25),
                new Control.Handle("q", "right point of the second line", 4, -2, 0.25),
                new Control.Slider("unit", "units of both equations: 10 to the power of", -6, 3, 1, 0));
    }

    @Override
    public Picture draw(ControlValues values) {
        double[] p = point(values.point("p"));
        double[] q = point(values.point("q"));
        double unit = Math.pow(10, Math.rint(values.number("unit")));
        Plot plot = Plot.of(-WIDE, WIDE, -HIGH, HIGH).size(572, 420).axes("x₀", "x₁");
        double length = Math.hypot(q[0] - p[0], q[1] - p[1]);
        plot.handle("p", "left point of the second line", p[0], p[1], "s2");
        plot.handle("q", "right point of the second line", q[0], q[1], "s2");
        if (length == 0) {
            String said = "Two points in the same place make no line.";
            return plot.text(-WIDE, HIGH, 10, 20, "start", said, "ink").picture(said);
        }
        // Each line is n·x = c, with a normal n of length 1.
        double[] first = {-SLOPE / Math.hypot(1, SLOPE), 1 / Math.hypot(1, SLOPE), 0};
        double[] second = {(p[1] - q[1]) / length, (q[0] - p[0]) / length, 0};
        second[2] = second[0] * p[0] + second[1] * p[1];
        double off = 0.2;
        for (double shift : new double[] {-off, off}) {
            line(plot, first, shift, "grid");
            line(plot, second, shift, "grid");
        }
        line(plot, first, 0, "s1");
        line(plot, second, 0, "s2");
        Matrix a = Matrix.of(
                new double[] {unit * first[0], unit * first[1]}, new double[] {unit * second[0], unit * second[1]});
        Lu lu = Lu.of(a);
        String determinant = "determinant " + number(lu.determinant());
        if (lu.isSingular()) {
            String said = "parallel: the matrix is singular, so no solution, or many";
            plot.text(-WIDE / 2, HIGH, 10, 20, "start", determinant, "ink")
                    .text(-WIDE / 2, HIGH, 10, 40, "start", said, "ink");
            return plot.picture(determinant + "; " + said + ".");
        }
        // One column for the lines themselves, and one for each corner of what is possible.
        Matrix x = lu.solve(Matrix.of(
                new double[] {0, -unit * off, -unit * off, unit * off, unit * off, -unit * off}, new double[] {
                    unit * second[2],
                    unit * (second[2] - off),
                    unit * (second[2] + off),
                    unit * (second[2] + off),
                    unit * (second[2] - off),
                    unit * (second[2] - off)
                }));
        double furthest = 0;
        for (int c = 1; c < 5; c++) {
            clipped(plot, x.get(0, c), x.get(1, c), x.get(0, c + 1), x.get(1, c + 1), "s3");
            furthest = Math.max(furthest, Math.hypot(x.get(0, c) - x.get(0, 0), x.get(1, c) - x.get(1, 0)));
        }
        if (Math.abs(x.get(0, 0)) <= WIDE && Math.abs(x.get(1, 0)) <= HIGH) {
            plot.dot(x.get(0, 0), x.get(1, 0), 5, "ink");
        }
        double condition = a.norm() * lu.inverse().norm();
        List<String> said = List.of(
                determinant,
                "condition number " + number(condition),
                "the solution is off by up to " + number(furthest));
        for (int i = 0; i < said.size(); i++) {
            plot.text(-WIDE / 2, HIGH, 10, 20 + 20 * i, "start", said.get(i), "ink");
        }
        return plot.picture("The lines cross at (" + number(x.get(0, 0)) + ", " + number(x.get(1, 0)) + "): "
                + String.join("; ", said) + ", if each line may be off by 0.2.");
    }

    private static double[] point(double[] dragged) {
        return new double[] {
            Math.rint(4 * Math.clamp(dragged[0], -WIDE, WIDE)) / 4,
            Math.rint(4 * Math.clamp(dragged[1], -HIGH, HIGH)) / 4
        };
    }

    private static void line(Plot plot, double[] line, double shift, String style) {
        double x = line[0] * (line[2] + shift);
        double y = line[1] * (line[2] + shift);
        clipped(plot, x - 30 * line[1], y + 30 * line[0], x + 30 * line[1], y - 30 * line[0], style);
    }

    /// The part of a segment that is inside of the picture.
    private static void clipped(Plot plot, double x0, double y0, double x1, double y1, String style) {
        double from = 0;
        double to = 1;
        double[][] limits = {{x0, x1 - x0, WIDE}, {y0, y1 - y0, HIGH}};
        for (double[] limit : limits) {
            if (limit[1] == 0) {
                if (Math.abs(limit[0]) > limit[2]) {
                    return;
                }
            } else {
                double enter = (-Math.signum(limit[1]) * limit[2] - limit[0]) / limit[1];
                double leave = (Math.signum(limit[1]) * limit[2] - limit[0]) / limit[1];
                from = Math.max(from, enter);
                to = Math.min(to, leave);
            }
        }
        if (from < to) {
            plot.segment(x0 + from * (x1 - x0), y0 + from * (y1 - y0), x0 + to * (x1 - x0), y0 + to * (y1 - y0), style);
        }
    }

    private static String number(double value) {
        double size = Math.abs(value);
        String text = size != 0 && (size < 0.001 || size >= 1e5)
                ? String.format(Locale.ROOT, "%.1e", value)
                : String.format(Locale.ROOT, "%.3f", value).replaceAll("\\.?0+$", "");
        return text.replace("-", "−").replaceAll("^−0$", "0");
    }
}
