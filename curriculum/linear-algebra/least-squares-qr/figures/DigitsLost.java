package gradus.figures.least_squares_qr;

import gradus.ml.linalg.Lu;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Qr;
import gradus.ml.linalg.Vector;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/// How far from orthogonal the columns of Q are, and how far off x is, against the gap between nearly equal columns.
public final class DigitsLost implements Figure {

    private static final String ORTHOGONALITY = "orthogonality of Q";
    private static final String ERROR = "error of x";
    private static final int ROWS = 12;
    private static final double LEAST = -17;
    private static final double MOST = 2.8;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("gap", "gap between the columns: 10 to the power of", -12, 0, 1, -4),
                new Control.Slider("columns", "columns", 2, 8, 1, 3),
                new Control.Select("what", "what to look at", List.of(ORTHOGONALITY, ERROR), ORTHOGONALITY));
    }

    private record Way(String name, String style, ToDoubleFunction<Matrix> error) {}

    @Override
    public Picture draw(ControlValues controlValues) {
        int power = (int) Math.rint(controlValues.number("gap"));
        int columns = (int) Math.rint(controlValues.number("columns"));
        boolean orthogonality = controlValues.selected("what").equals(ORTHOGONALITY);
        List<Way> ways = orthogonality
                ? List.of(
                        new Way("once, from the column", "s2", a -> deviation(once(a, true))),
                        new Way("once, from what is left", "s3", a -> deviation(once(a, false))),
                        new Way(
                                "your Qr",
                                "s1",
                                a -> deviation(columnsOf(Qr.of(a).q()))))
                : List.of(
                        new Way("normal equations", "s2", a -> errorOf(a, DigitsLost::normal)),
                        new Way(
                                "your Qr",
                                "s1",
                                a -> errorOf(a, (m, b) -> Qr.of(m).leastSquares(b))));
        Plot plot = Plot.of(-12, 0, LEAST, MOST)
                .size(560, 420)
                .axes("gap between the columns: 10 to the power of", "error: 10 to the power of");
        plot.segment(power, LEAST, power, 0.2, "muted");
        var said = new ArrayList<String>();
        for (int w = 0; w < ways.size(); w++) {
            Way way = ways.get(w);
            double[] xs = new double[25];
            double[] ys = new double[25];
            for (int i = 0; i < xs.length; i++) {
                xs[i] = -12 + i / 2.0;
                ys[i] = height(way, matrix(columns, Math.pow(10, xs[i])));
            }
            plot.line(xs, ys, way.style());
            double here = height(way, matrix(columns, Math.pow(10, power)));
            plot.dot(power, here, 5, way.style());
            String error = here >= 0
                    ? "all lost"
                    : String.format(Locale.ROOT, "%.0e", Math.pow(10, here)).replace("e-0", "e-");
            String text = way.name() + ": " + error;
            double y = MOST - 0.55 - 0.85 * w;
            plot.segment(-11.8, y, -11.3, y, way.style()).text(-11.1, y, 0, 4, "start", text, "ink");
            said.add(text);
        }
        return plot.picture((orthogonality ? "The largest entry of QᵀQ − I" : "The relative error of x") + " for "
                + columns + " columns with a gap of 1e" + power + ". " + String.join("; ", said) + ".");
    }

    private static double height(Way way, Matrix a) {
        double error;
        try {
            error = way.error().applyAsDouble(a);
        } catch (IllegalArgumentException _) {
            error = 1;
        }
        return Double.isFinite(error) ? Math.clamp(Math.log10(Math.max(error, 1e-17)), LEAST, 0.2) : 0.2;
    }

    private static Matrix matrix(int columns, double gap) {
        var random = new Random(4);
        double[][] rows = new double[ROWS][columns];
        for (double[] row : rows) {
            double common = random.nextGaussian();
            for (int c = 0; c < columns; c++) {
                row[c] = common + gap * random.nextGaussian();
            }
        }
        return Matrix.of(rows);
    }

    /// Gram–Schmidt with one pass.
    private static List<Vector> once(Matrix a, boolean fromTheColumn) {
        var directions = new ArrayList<Vector>();
        for (int c = 0; c < a.columns(); c++) {
            Vector column = a.column(c);
            Vector rest = column;
            for (Vector direction : directions) {
                rest = rest.minus(direction.times(direction.dot(fromTheColumn ? column : rest)));
            }
            directions.add(rest.times(1 / rest.norm()));
        }
        return directions;
    }

    private static List<Vector> columnsOf(Matrix q) {
        var columns = new ArrayList<Vector>();
        for (int c = 0; c < q.columns(); c++) {
            columns.add(q.column(c));
        }
        return columns;
    }

    private static double deviation(List<Vector> directions) {
        double worst = 0;
        for (int i = 0; i < directions.size(); i++) {
            for (int j = 0; j <= i; j++) {
                worst = Math.max(worst, Math.abs(directions.get(i).dot(directions.get(j)) - (i == j ? 1 : 0)));
            }
        }
        return worst;
    }

    private interface Solver {
        Vector solve(Matrix a, Vector b);
    }

    private static Vector normal(Matrix a, Vector b) {
        return Lu.of(a.transposeTimes(a)).solve(a.transposeTimes(b));
    }

    private static double errorOf(Matrix a, Solver solver) {
        Vector right = Vector.from(a.columns(), i -> i % 2 == 0 ? 2 : 1);
        return solver.solve(a, a.times(right)).minus(right).norm() / right.norm();
    }
}
