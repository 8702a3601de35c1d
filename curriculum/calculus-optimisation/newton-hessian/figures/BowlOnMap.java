package gradus.figures.newton_hessian;

import gradus.ml.calculus.NumericalHessian;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.SingularMatrixException;
import gradus.ml.linalg.SymmetricEigen;
import gradus.ml.linalg.Vector;
import gradus.ml.optimise.Newton;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Contour lines of the landscape and of the quadratic that fits at a point, with the steps from there.
public final class BowlOnMap implements Figure {

    private static final double LEAST = -2;
    private static final double MOST = 2.2;
    private static final int CELLS = 40;
    private static final String NEWTON = "Newton step";
    private static final String DESCENT = "descent step";

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Handle("point", "the point", 1.6, 0.3, 0.05),
                new Control.Select("step", "step", List.of(NEWTON, DESCENT), NEWTON),
                new Control.Slider("steps", "steps", 1, 8, 1, 1));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        double[] point = controlValues.point("point");
        Vector x = Vector.of(rounded(point[0]), rounded(point[1]));
        boolean descent = controlValues.selected("step").equals(DESCENT);
        int steps = (int) controlValues.number("steps");
        Plot plot = Plot.of(LEAST, MOST, LEAST, MOST + 0.7).size(560, 640).axes("x", "y");
        double[][] heights = grid(BowlOnMap::height);
        for (double level : new double[] {-0.9, -0.6, -0.3, 0, 0.5, 1, 2, 4, 8, 16}) {
            contour(plot, heights, level, "muted");
        }
        plot.dot(1, -1, 3, "ink").dot(-1, 1, 3, "ink").dot(0, 0, 3, "ink");

        Vector gradient = gradient(x);
        Matrix hessian = NumericalHessian.hessianFromGradient(BowlOnMap::gradient, x);
        Vector curvatures = SymmetricEigen.of(hessian).eigenvalues();
        double here = height(x);
        ToDoubleFunction<Vector> bowl = p -> {
            Vector v = p.minus(x);
            return here + gradient.dot(v) + v.dot(hessian.times(v)) / 2;
        };
        String said;
        try {
            double centre = here + gradient.dot(Newton.step(gradient, hessian)) / 2;
            double[][] fitted = grid(bowl);
            for (double part : new double[] {-1, -0.3, 0.3, 1, 2.5}) {
                contour(plot, fitted, centre + part * (here - centre), "s2");
            }
            Vector at = x;
            Vector to = x;
            for (int i = 0; i < steps; i++) {
                to = at.plus(step(at, descent));
                if (onMap(at) && onMap(to)) {
                    plot.arrow(at.get(0), at.get(1), to.get(0), to.get(1), "s3");
                }
                at = to;
            }
            said = "height " + number(here) + ", after " + (steps == 1 ? "the step " : steps + " steps ")
                    + number(height(to)) + (onMap(to) ? "" : ", off the map");
        } catch (SingularMatrixException _) {
            said = "height " + number(here) + "; one curvature is 0, so there is no step";
        }
        plot.handle("point", "the point", x.get(0), x.get(1), "s1");
        String bends = "at (" + number(x.get(0)) + ", " + number(x.get(1)) + "): curvatures "
                + number(curvatures.get(0)) + " and " + number(curvatures.get(1));
        plot.text(LEAST, MOST + 0.7, 10, 22, "start", bends, "ink");
        plot.text(LEAST, MOST + 0.7, 10, 44, "start", said, "ink");
        return plot.picture("A landscape with hollows at (1, −1) and (−1, 1) and a pass at the origin. Quadratic "
                + bends + "; " + said + ".");
    }

    /// One step; a descent step is halved until the height falls.
    private static Vector step(Vector x, boolean descent) {
        Vector gradient = gradient(x);
        Matrix hessian = NumericalHessian.hessianFromGradient(BowlOnMap::gradient, x);
        if (!descent) {
            return Newton.step(gradient, hessian);
        }
        Vector step = Newton.descentStep(gradient, hessian, 0.1 * hessian.norm());
        for (int i = 0; i < 40 && height(x.plus(step)) > height(x); i++) {
            step = step.times(0.5);
        }
        return step;
    }

    private static double height(Vector p) {
        double x = p.get(0);
        double sum = x + p.get(1);
        return sum * sum + x * x * x * x - 2 * x * x;
    }

    private static Vector gradient(Vector p) {
        double x = p.get(0);
        double y = p.get(1);
        return Vector.of(4 * x * x * x - 2 * x + 2 * y, 2 * x + 2 * y);
    }

    private static boolean onMap(Vector p) {
        return p.get(0) >= LEAST && p.get(0) <= MOST && p.get(1) >= LEAST && p.get(1) <= MOST;
    }

    private static double rounded(double value) {
        return Math.rint(100 * Math.clamp(value, LEAST, MOST)) / 100;
    }

    private static double at(double cell) {
        return LEAST + (MOST - LEAST) * cell / CELLS;
    }

    private static double[][] grid(ToDoubleFunction<Vector> f) {
        double[][] values = new double[CELLS + 1][CELLS + 1];
        for (int i = 0; i <= CELLS; i++) {
            for (int j = 0; j <= CELLS; j++) {
                values[i][j] = f.applyAsDouble(Vector.of(at(i), at(j)));
            }
        }
        return values;
    }

    /// In each half of each cell, a line between the points on its sides where the level is crossed.
    private static void contour(Plot plot, double[][] values, double level, String style) {
        double[] xs = new double[6 * CELLS * CELLS];
        double[] ys = new double[6 * CELLS * CELLS];
        int count = 0;
        for (int i = 0; i < CELLS; i++) {
            for (int j = 0; j < CELLS; j++) {
                for (int half = 0; half < 2; half++) {
                    int[][] corners = {{i, j}, {i + 1, j + 1}, {i + 1 - half, j + half}};
                    int found = 0;
                    for (int side = 0; side < 3; side++) {
                        int[] from = corners[side];
                        int[] to = corners[(side + 1) % 3];
                        double start = values[from[0]][from[1]];
                        double end = values[to[0]][to[1]];
                        if (start < level != end < level) {
                            double part = (level - start) / (end - start);
                            xs[count] = at(from[0] + part * (to[0] - from[0]));
                            ys[count] = at(from[1] + part * (to[1] - from[1]));
                            count++;
                            found++;
                        }
                    }
                    if (found > 0) {
                        xs[count] = Double.NaN;
                        ys[count] = Double.NaN;
                        count++;
                    }
                }
            }
        }
        plot.line(Arrays.copyOf(xs, count), Arrays.copyOf(ys, count), style);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value)
                .replaceAll("^-0\\.00$", "0.00")
                .replaceAll("(\\.\\d*?)0+$", "$1")
                .replaceAll("\\.$", "")
                .replace("-", "−");
    }
}
