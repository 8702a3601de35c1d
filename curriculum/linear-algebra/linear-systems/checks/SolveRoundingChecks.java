package gradus.checks.linear_systems;

import static gradus.checks.linear_systems.BySubstitutionChecks.show;
import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.linalg.Lu;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.SingularMatrixException;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import gradus.proctor.format.JavaLiterals;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// How well solutions solve the equations, and what happens if there is no unique one.
class SolveRoundingChecks {

    @Test
    @DisplayName("two equations with a tiny first entry are solved")
    @Clause({"pivoting", "residual"})
    void tinyPivot() {
        calling(
                        "Lu.of(Matrix.of(new double[][] {{1e-20, 1}, {1, 1}})).solve(Vector.of(1, 2))",
                        () -> Lu.of(Matrix.of(new double[][] {{1e-20, 1}, {1, 1}}))
                                .solve(Vector.of(1, 2))
                                .toArray())
                .gives(
                        new double[] {1, 1},
                        "the sum of the two must be 2; if you divide by 1e-20, the 1 and the 2 drown");
    }

    @Test
    @DisplayName("the equations of random systems hold up to rounding")
    @Clause("residual")
    void residualsOfRandomSystems() {
        var random = new Random(11);
        for (int n : new int[] {2, 3, 5, 8, 13, 21, 34, 50}) {
            double[][] a = random(n, random);
            double[] b = random(1, n, random)[0];
            calling(
                            "the norm of A·x − b, divided by the norms of A and x, for a random system with " + n
                                    + " unknowns",
                            () -> residual(a, Lu.of(Matrix.of(a)).solve(Vector.of(b)), b))
                    .satisfies(r -> r <= 1e-14, "at most 1e-14", "two substitutions leave rounding errors only");
        }
    }

    @Test
    @DisplayName("the equations of a Hilbert matrix hold, though it's ill-conditioned")
    @Clause("residual")
    void residualOfHilbert() {
        for (int size = 3; size <= 8; size++) {
            int n = size;
            double[][] a = Matrix.from(n, n, (r, c) -> 1.0 / (r + c + 1)).toArray();
            double[] b = new double[n];
            for (int r = 0; r < n; r++) {
                for (int c = 0; c < n; c++) {
                    b[r] += a[r][c];
                }
            }
            calling(
                            "the norm of A·x − b, divided by the norms of A and x, for the Hilbert matrix with " + n
                                    + " rows",
                            () -> residual(a, Lu.of(Matrix.of(a)).solve(Vector.of(b)), b))
                    .satisfies(
                            r -> r <= 1e-14,
                            "at most 1e-14",
                            "two substitutions leave rounding errors only; entries of the inverse are huge, and so"
                                    + " would be their errors");
        }
    }

    static double residual(double[][] a, Vector x, double[] b) {
        double squares = 0;
        double squaresOfA = 0;
        for (int r = 0; r < a.length; r++) {
            double left = -b[r];
            for (int c = 0; c < a.length; c++) {
                left += a[r][c] * x.get(c);
                squaresOfA += a[r][c] * a[r][c];
            }
            squares += left * left;
        }
        double squaresOfX = 0;
        for (int c = 0; c < a.length; c++) {
            squaresOfX += x.get(c) * x.get(c);
        }
        return Math.sqrt(squares) / (Math.sqrt(squaresOfA) * Math.sqrt(squaresOfX));
    }

    private static double[][] random(int n, Random random) {
        return random(n, n, random);
    }

    private static double[][] random(int rows, int columns, Random random) {
        double[][] result = new double[rows][columns];
        for (double[] row : result) {
            for (int c = 0; c < columns; c++) {
                row[c] = random.nextGaussian();
            }
        }
        return result;
    }

    @Test
    @DisplayName("equations that contradict each other are refused")
    @Clause("singular")
    void contradictionsAreRefused() {
        double[][][] singular = {
            {{1, 2}, {2, 4}},
            {{0, 1}, {0, 3}},
            {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}},
            {{2, -1, -1}, {-1, 2, -1}, {-1, -1, 2}},
            {{1e-20, 2e-20}, {2e-20, 4e-20}}
        };
        for (double[][] a : singular) {
            double[] b = new double[a.length];
            b[0] = 1;
            refuses(a, b, "a column is a combination of the others, and no unknowns satisfy all of these equations");
        }
    }

    @Test
    @DisplayName("equations with more than one solution are refused")
    @Clause("singular")
    void manySolutionsAreRefused() {
        double[][][] singular = {
            {{0}},
            {{1, 2}, {2, 4}},
            {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}},
            {{2, -1, -1}, {-1, 2, -1}, {-1, -1, 2}},
            {{0.1, 0.2, 0.3}, {0.4, 0.5, 0.6}, {0.7, 0.8, 0.9}}
        };
        for (double[][] a : singular) {
            double[] zeros = new double[a.length];
            refuses(a, zeros, "a column is a combination of the others, so (0, …, 0) isn't the only solution");
        }
    }

    private static void refuses(double[][] a, double[] b, String why) {
        calling(
                        "Lu.of(" + show(a) + ").solve(Vector.of(" + JavaLiterals.elements(b) + "))",
                        () -> Lu.of(Matrix.of(a)).solve(Vector.of(b)))
                .fails(SingularMatrixException.class, why);
    }

    @Test
    @DisplayName("a small determinant is no reason to refuse")
    @Clause({"solve", "singular"})
    void smallDeterminant() {
        calling(
                        "Lu.of(0.1 times the identity with 20 rows).solve(20 ones)",
                        () -> Lu.of(Matrix.identity(20).times(0.1))
                                .solve(Vector.of(ones(20)))
                                .get(19))
                .gives(10.0, "each equation is 0.1·x = 1, though the determinant is 1e-20");
        calling(
                        "Lu.of(Matrix.of(new double[][] {{1e-20, 2e-20}, {2e-20, 1e-20}}))"
                                + ".solve(Vector.of(3e-20, 3e-20))",
                        () -> Lu.of(Matrix.of(new double[][] {{1e-20, 2e-20}, {2e-20, 1e-20}}))
                                .solve(Vector.of(3e-20, 3e-20))
                                .toArray())
                .gives(new double[] {1, 1}, "in other units, that's x + 2y = 3 and 2x + y = 3");
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
