package gradus.figures.eigen;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.PowerIteration;
import gradus.ml.linalg.PowerIteration.Eigenpair;
import gradus.ml.linalg.Vector;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;

/// Twelve directions under repeated multiplication, and how far one of them still is from the dominant one.
public final class TurningArrows implements Figure {

    private static final int MOST = 15;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("k", "multiplications", 0, MOST, 1, 0),
                new Control.Select(
                        "matrix",
                        "matrix",
                        List.of("rabbits", "10 and 9 on the diagonal", "−2 and 1 on the diagonal", "quarter turn"),
                        "rabbits"));
    }

    @Override
    public Picture draw(ControlValues values) {
        int k = (int) values.number("k");
        String name = values.selected("matrix");
        Matrix a = matrix(name);
        boolean settles = !name.equals("quarter turn");
        Vector dominant = name.equals("rabbits") ? Vector.of((1 + Math.sqrt(5)) / 2, 1) : Vector.of(1, 0);

        // A unit is equally long in both directions.
        Plot arrows = Plot.of(-1.2, 1.2, -1.2, 1.2).size(372, 360).axes("first component", "second component");
        if (settles) {
            Vector line = dominant.times(1.2 / dominant.norm());
            arrows.segment(-line.get(0), -line.get(1), line.get(0), line.get(1), "s3");
        }
        for (int i = 0; i < 12; i++) {
            double angle = Math.toRadians(15 * i - 80);
            Vector v = after(a, Vector.of(Math.cos(angle), Math.sin(angle)), k).eigenvector();
            arrows.arrow(0, 0, v.get(0), v.get(1), i == 1 ? "s2" : "s1");
        }

        Vector start = Vector.of(Math.cos(Math.toRadians(-65)), Math.sin(Math.toRadians(-65)));
        double[] at = new double[MOST + 1];
        double[] digits = new double[MOST + 1];
        for (int step = 0; step <= MOST; step++) {
            Vector v = after(a, start, step).eigenvector();
            Vector rest = v.minus(v.projectOn(dominant));
            at[step] = step;
            digits[step] = Math.log10(Math.max(1e-9, Math.toDegrees(Math.asin(Math.min(1, rest.norm())))));
        }
        Plot angles = Plot.of(0, MOST, -8, 4).size(372, 360).axes("multiplications", "log10 of the angle in degrees");
        String said;
        if (settles) {
            angles.line(at, digits, "s2").dot(k, digits[k], 6, "s2");
            double off = Math.pow(10, digits[k]);
            said = "orange is " + String.format(Locale.ROOT, off < 0.01 ? "%.1e" : "%.2f", off) + "° off the line";
        } else {
            said = "no line stays where it is";
        }
        angles.text(0, 4, 10, 14, "start", said, "ink");
        double eigenvalue = after(a, start, k).eigenvalue();
        String quotient = "Rayleigh quotient: "
                + String.format(Locale.ROOT, "%.6f", eigenvalue).replace("-", "−");
        angles.text(0, 4, 10, 32, "start", quotient, "ink");
        return Plot.sideBySide(
                "After " + k + " multiplications by " + a + ": " + said + "; " + quotient + ".", arrows, angles);
    }

    /// The direction after so many multiplications. The tolerance is so small that nothing ends before.
    private static Eigenpair after(Matrix a, Vector start, int multiplications) {
        return new PowerIteration(Double.MIN_VALUE, multiplications + 1).dominantEigenpair(a, start);
    }

    private static Matrix matrix(String name) {
        return switch (name) {
            case "rabbits" -> Matrix.of(new double[] {1, 1}, new double[] {1, 0});
            case "10 and 9 on the diagonal" -> Matrix.diagonal(10, 9);
            case "−2 and 1 on the diagonal" -> Matrix.diagonal(-2, 1);
            default -> Matrix.of(new double[] {0, -1}, new double[] {1, 0});
        };
    }
}
