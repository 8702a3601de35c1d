package gradus.checks.linear_systems;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.SingularMatrixException;
import gradus.ml.linalg.Triangular;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import gradus.proctor.format.JavaLiterals;
import gradus.proctor.probes.Argument;
import gradus.proctor.probes.MemberProbes;
import gradus.proctor.probes.Probe;
import gradus.proctor.property.Gen;
import gradus.proctor.property.Linearity;
import gradus.proctor.property.Pair;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Forward and back substitution, tested by multiplying again.
class BySubstitutionChecks {

    private static final String FINITE = "the contract is about finite numbers";

    /// A square matrix whose diagonal is far from 0, and a solution with one to three columns. Both halves of
    /// the matrix have numbers, so that one of them must be ignored.
    private static final Gen<Pair<double[][], double[][]>> SYSTEMS = Gen.sizes(1, 5)
            .flatMap(n -> Gen.pairs(
                    Gen.matrix(Gen.doubles(-3, 3), n, n).map(BySubstitutionChecks::awayFromZero),
                    Gen.sizes(1, 3).flatMap(k -> Gen.matrix(Gen.doubles(-5, 5), n, k))));

    private static double[][] awayFromZero(double[][] rows) {
        double[][] result = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            result[i] = rows[i].clone();
            result[i][i] += rows[i][i] < 0 ? -1 : 1;
        }
        return result;
    }

    @Test
    @DisplayName("forward substitution gives back the solution that the right-hand side was made of")
    @Clause({"lower", "half"})
    void lowerUndoesTheProduct() {
        forAll(SYSTEMS).check(pair -> {
            double[][] triangle = pair.first();
            double[][] b = product(half(triangle, true), pair.second());
            calling(
                            () -> "Triangular.solveLower(" + show(triangle) + ", " + show(b) + ")",
                            () -> Triangular.solveLower(Matrix.of(triangle), Matrix.of(b))
                                    .toArray())
                    .within(1e-9, 1e-8)
                    .gives(pair.second(), "with it, the lower half of each row gives that row of the right-hand side");
        });
    }

    @Test
    @DisplayName("back substitution gives back the solution that the right-hand side was made of")
    @Clause({"upper", "half"})
    void upperUndoesTheProduct() {
        forAll(SYSTEMS).check(pair -> {
            double[][] triangle = pair.first();
            double[][] b = product(half(triangle, false), pair.second());
            calling(
                            () -> "Triangular.solveUpper(" + show(triangle) + ", " + show(b) + ")",
                            () -> Triangular.solveUpper(Matrix.of(triangle), Matrix.of(b))
                                    .toArray())
                    .within(1e-9, 1e-8)
                    .gives(pair.second(), "with it, the upper half of each row gives that row of the right-hand side");
        });
    }

    @Test
    @DisplayName("the other half of the matrix doesn't count, whatever it holds")
    @Clause("half")
    void otherHalf() {
        String why = "only the named triangle is used";
        calling(
                        "Triangular.solveLower(Matrix.of(new double[][] {{2, 100}, {1, 4}}), Vector.of(2, 9))",
                        () -> Triangular.solveLower(Matrix.of(new double[][] {{2, 100}, {1, 4}}), Vector.of(2, 9))
                                .toArray())
                .gives(new double[] {1, 2}, why);
        calling(
                        "Triangular.solveUpper(Matrix.of(new double[][] {{2, 1}, {100, 4}}), Vector.of(4, 8))",
                        () -> Triangular.solveUpper(Matrix.of(new double[][] {{2, 1}, {100, 4}}), Vector.of(4, 8))
                                .toArray())
                .gives(new double[] {1, 2}, why);
    }

    @Test
    @DisplayName("an unknown with a 0 on the diagonal isn't determined")
    @Clause("zero-diagonal")
    void zeroOnTheDiagonal() {
        for (int zero = 0; zero < 3; zero++) {
            int at = zero;
            Matrix a = Matrix.from(3, 3, (r, c) -> r == c ? (r == at ? 0 : 2) : 1);
            String text = JavaLiterals.rows(a.toArray());
            String why = "in row " + at + ", the unknown is multiplied by 0";
            calling(
                            "Triangular.solveLower({" + text + "}, {1, 2, 3})",
                            () -> Triangular.solveLower(a, Vector.of(1, 2, 3)))
                    .fails(SingularMatrixException.class, why);
            calling(
                            "Triangular.solveUpper({" + text + "}, {1, 2, 3})",
                            () -> Triangular.solveUpper(a, Vector.of(1, 2, 3)))
                    .fails(SingularMatrixException.class, why);
        }
    }

    @Test
    @DisplayName("a small diagonal entry is no zero")
    @Clause({"lower", "upper", "zero-diagonal"})
    void smallOnTheDiagonal() {
        Matrix a = Matrix.of(new double[][] {{1e-20, 0}, {0, -1e-18}});
        String why = "each unknown is its right-hand side divided by its own entry";
        calling(
                        "Triangular.solveLower(Matrix.of(new double[][] {{1e-20, 0}, {0, -1e-18}}), Vector.of(3, 4))",
                        () -> Triangular.solveLower(a, Vector.of(3, 4)).toArray())
                .gives(new double[] {3e20, -4e18}, why);
        calling(
                        "Triangular.solveUpper(Matrix.of(new double[][] {{1e-20, 0}, {0, -1e-18}}), Vector.of(3, 4))",
                        () -> Triangular.solveUpper(a, Vector.of(3, 4)).toArray())
                .gives(new double[] {3e20, -4e18}, why);
    }

    @Test
    @DisplayName("substitution throws if the matrix isn't square, or if there aren't as many right-hand sides as rows")
    @Clause("shapes")
    void otherShapes() {
        String square = "there must be one unknown for each equation";
        String rows = "there must be one right-hand side for each equation";
        Matrix identity = Matrix.identity(3);
        for (int[] shape : new int[][] {{2, 3}, {3, 2}}) {
            Matrix a = Matrix.from(shape[0], shape[1], (r, c) -> 1);
            for (int size = 2; size <= 3; size++) {
                Vector b = Vector.of(new double[size]);
                String arguments = "a matrix of ones of shape " + a.shape() + ", " + size + " zeros)";
                calling("Triangular.solveLower(" + arguments, () -> Triangular.solveLower(a, b))
                        .fails(IllegalArgumentException.class, square);
                calling("Triangular.solveUpper(" + arguments, () -> Triangular.solveUpper(a, b))
                        .fails(IllegalArgumentException.class, square);
            }
        }
        for (int size : new int[] {2, 4}) {
            Vector b = Vector.of(new double[size]);
            calling(
                            "Triangular.solveLower(Matrix.identity(3), " + size + " zeros)",
                            () -> Triangular.solveLower(identity, b))
                    .fails(IllegalArgumentException.class, rows);
            calling(
                            "Triangular.solveUpper(Matrix.identity(3), " + size + " zeros)",
                            () -> Triangular.solveUpper(identity, b))
                    .fails(IllegalArgumentException.class, rows);
        }
    }

    @Test
    @DisplayName("there may be no equations, and no right-hand sides")
    @Clause("empty")
    void empty() {
        Matrix none = Matrix.zeros(0, 0);
        Matrix two = Matrix.identity(2);
        String why = "the solution has a row for each unknown, and a column for each column of the right-hand side";
        calling(
                        "Triangular.solveLower(Matrix.zeros(0, 0), Matrix.zeros(0, 3)).shape()",
                        () -> Triangular.solveLower(none, Matrix.zeros(0, 3)).shape())
                .gives("(0, 3)", why);
        calling(
                        "Triangular.solveUpper(Matrix.zeros(0, 0), Matrix.zeros(0, 3)).shape()",
                        () -> Triangular.solveUpper(none, Matrix.zeros(0, 3)).shape())
                .gives("(0, 3)", why);
        calling(
                        "Triangular.solveLower(Matrix.identity(2), Matrix.zeros(2, 0)).shape()",
                        () -> Triangular.solveLower(two, Matrix.zeros(2, 0)).shape())
                .gives("(2, 0)", why);
        calling(
                        "Triangular.solveUpper(Matrix.identity(2), Matrix.zeros(2, 0)).shape()",
                        () -> Triangular.solveUpper(two, Matrix.zeros(2, 0)).shape())
                .gives("(2, 0)", why);
    }

    @Test
    @DisplayName("the solution is linear in the right-hand side")
    @Clause({"lower", "upper"})
    void linearInTheRightHandSide() {
        Matrix a = Matrix.of(new double[][] {{2, 1, -1}, {-1, 4, 3}, {0.5, 2, -2}});
        String why = "if x solves for b, and y for c, then x + y solves for b + c";
        Linearity.isLinear(
                "b -> Triangular.solveLower(a, b)",
                3,
                b -> Triangular.solveLower(a, Vector.of(b)).toArray(),
                why);
        Linearity.isLinear(
                "b -> Triangular.solveUpper(a, b)",
                3,
                b -> Triangular.solveUpper(a, Vector.of(b)).toArray(),
                why);
    }

    @Test
    @DisplayName("forward substitution is right at every size")
    @Clause({"lower", "empty"})
    void lowerIsProbed() {
        MemberProbes.of(
                        "Triangular.solveLower(a, b) with 2 on the diagonal of a, 1 next to it, and b = x",
                        Argument.array(),
                        x -> Triangular.solveLower(Matrix.from(x.length, x.length, (r, c) -> band(r - c)), Vector.of(x))
                                .toArray(),
                        BySubstitutionChecks::forward)
                .upTo(33)
                .without(Probe.NAN, FINITE)
                .without(Probe.INFINITIES, FINITE)
                .without(Probe.NEGATIVE_ZERO, "the contract leaves the sign of a zero open")
                .hold("each unknown is half of what the one before leaves of its right-hand side");
    }

    @Test
    @DisplayName("back substitution is right at every size")
    @Clause({"upper", "empty"})
    void upperIsProbed() {
        MemberProbes.of(
                        "Triangular.solveUpper(a, b) with 2 on the diagonal of a, 1 next to it, and b = x",
                        Argument.array(),
                        x -> Triangular.solveUpper(Matrix.from(x.length, x.length, (r, c) -> band(c - r)), Vector.of(x))
                                .toArray(),
                        x -> reversed(forward(reversed(x))))
                .upTo(33)
                .without(Probe.NAN, FINITE)
                .without(Probe.INFINITIES, FINITE)
                .without(Probe.NEGATIVE_ZERO, "the contract leaves the sign of a zero open")
                .hold("each unknown is half of what the one after leaves of its right-hand side");
    }

    private static double band(int distance) {
        return distance == 0 ? 2 : distance == 1 ? 1 : 0;
    }

    private static double[] forward(double[] b) {
        double[] x = new double[b.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = (b[i] - (i == 0 ? 0 : x[i - 1])) / 2;
        }
        return x;
    }

    private static double[] reversed(double[] x) {
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            result[i] = x[x.length - 1 - i];
        }
        return result;
    }

    static double[][] half(double[][] rows, boolean lower) {
        double[][] result = new double[rows.length][rows.length];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows.length; c++) {
                result[r][c] = (lower ? r >= c : r <= c) ? rows[r][c] : 0;
            }
        }
        return result;
    }

    static double[][] product(double[][] a, double[][] b) {
        double[][] result = new double[a.length][b.length == 0 ? 0 : b[0].length];
        for (int r = 0; r < a.length; r++) {
            for (int c = 0; c < result[r].length; c++) {
                for (int k = 0; k < b.length; k++) {
                    result[r][c] += a[r][k] * b[k][c];
                }
            }
        }
        return result;
    }

    static String show(double[][] rows) {
        return "Matrix.of(" + JavaLiterals.of(rows) + ")";
    }
}
