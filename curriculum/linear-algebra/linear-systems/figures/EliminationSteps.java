package gradus.figures.linear_systems;

import gradus.ml.linalg.Lu;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;

/// Gaussian elimination in steps, with the pivot marked. The tables between A and U follow from the factors.
public final class EliminationSteps implements Figure {

    private static final String BOSTON_FIRST = "Boston, Honolulu, Denver";
    private static final String DENVER_FIRST = "Denver, Boston, Honolulu";
    private static final String CIRCLE = "only flights between Honolulu and Denver";
    private static final int N = 3;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("step", "step", 0, 4, 1, 0),
                new Control.Select(
                        "equations", "equations", List.of(BOSTON_FIRST, DENVER_FIRST, CIRCLE), BOSTON_FIRST));
    }

    @Override
    public Picture draw(ControlValues values) {
        int step = (int) Math.rint(values.number("step"));
        String chosen = values.selected("equations");
        double[] honolulu = chosen.equals(CIRCLE) ? new double[] {2, -2, 0, 0} : new double[] {4, -2, 0, 2};
        double[] denver = chosen.equals(CIRCLE) ? new double[] {-2, 2, 0, 0} : new double[] {-2, 5, -1, 1};
        double[] boston = {0, -2, 3, 0};
        boolean denverFirst = chosen.equals(DENVER_FIRST);
        List<String> names =
                denverFirst ? List.of("Denver", "Boston", "Honolulu") : List.of("Boston", "Honolulu", "Denver");
        double[][] rows =
                denverFirst ? new double[][] {denver, boston, honolulu} : new double[][] {boston, honolulu, denver};
        Lu lu = Lu.of(Matrix.from(N, N, (r, c) -> rows[r][c]));
        double[][] table = tableAfter(step, rows, lu);
        boolean stuck = lu.isSingular() && step >= 3;

        Plot plot = Plot.of(0, 10, 0, 6).size(572, 300);
        for (int c = 0; c < N; c++) {
            plot.text(x(c), 5.4, 0, 0, "end", "x" + "₀₁₂".charAt(c), "muted");
        }
        plot.text(x(N), 5.4, 0, 0, "end", "b", "muted");
        int pivot = Math.min(Math.max(step - 1, 0), N - 1);
        if (step > 0) {
            plot.rectangle(x(pivot) - 1.15, y(pivot) + 0.65, x(pivot) + 0.2, y(pivot) - 0.3, stuck ? "r2" : "r1");
        }
        for (int r = 0; r < N; r++) {
            String name = names.get(step == 0 ? r : lu.permutation().source(r));
            plot.text(0.1, y(r), 0, 0, "start", name, "ink");
            for (int c = 0; c <= N; c++) {
                boolean made = c < N && r > c && step >= c + 2;
                plot.text(x(c) + (c == N ? 0.1 : 0), y(r), 0, 0, "end", number(table[r][c]), made ? "muted" : "ink");
            }
            if (step >= 2 && r > step - 2 && step - 2 < N) {
                String multiplier = number(lu.lower().get(r, step - 2));
                plot.text(10, y(r), -4, 0, "end", multiplier + " times row " + (step - 2), "muted");
            }
        }
        String said = said(step, rows, lu, stuck);
        plot.text(0.1, 0.5, 0, 0, "start", said, "ink");
        return plot.picture("Step " + step + ". " + said + " The table: " + words(names, table, step, lu) + ".");
    }

    /// Rows that have lost the first columns: what L and U don't explain yet.
    private static double[][] tableAfter(int step, double[][] rows, Lu lu) {
        if (step == 0) {
            return rows;
        }
        double[][] table = new double[N][N + 1];
        int columns = Math.max(0, step - 1);
        for (int r = 0; r < N; r++) {
            for (int c = 0; c <= N; c++) {
                table[r][c] = rows[lu.permutation().source(r)][c];
                for (int k = 0; k < Math.min(r, columns); k++) {
                    table[r][c] -= lu.lower().get(r, k) * table[k][c];
                }
                if (c < r && c < columns) {
                    table[r][c] = 0;
                }
            }
        }
        return table;
    }

    private static String said(int step, double[][] rows, Lu lu, boolean stuck) {
        if (stuck) {
            return "The pivot is 0, and no row is left to swap: the matrix is singular.";
        }
        return switch (step) {
            case 0 -> "Three equations, as they come.";
            case 1 -> "In the order that the pivots will need. The marked one is the first.";
            case 2 -> "Multiples of row 0 are subtracted: x₀ is gone below.";
            case 3 -> "A multiple of row 1 is subtracted: x₁ is gone below.";
            default -> {
                Vector x = lu.solve(Vector.from(N, r -> rows[r][N]));
                yield "Backwards: x₂ = " + number(x.get(2)) + ", x₁ = " + number(x.get(1)) + ", x₀ = "
                        + number(x.get(0)) + ".";
            }
        };
    }

    private static String words(List<String> names, double[][] table, int step, Lu lu) {
        var words = new StringBuilder();
        for (int r = 0; r < N; r++) {
            words.append(r == 0 ? "" : "; ")
                    .append(names.get(step == 0 ? r : lu.permutation().source(r)))
                    .append(':');
            for (double value : table[r]) {
                words.append(' ').append(number(value));
            }
        }
        return words.toString();
    }

    private static double x(int column) {
        return 3 + 1.5 * column;
    }

    private static double y(int row) {
        return 4.2 - 1.1 * row;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value)
                .replaceAll("\\.?0+$", "")
                .replaceAll("^-0$", "0")
                .replace("-", "−");
    }
}
