package gradus.checks.linear_systems;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.linalg.Lu;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Permutation;
import gradus.ml.linalg.SingularMatrixException;
import gradus.ml.linalg.Triangular;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Each method once, with numbers that you can check with a pencil: the flights of the lesson.
class LinearSystemsTest {

    private static final double[][] FLIGHTS = {{0, -2, 3}, {4, -2, 0}, {-2, 5, -1}};
    private static final String FLIGHTS_TEXT = "a = {{0, -2, 3}, {4, -2, 0}, {-2, 5, -1}}";

    @Test
    @DisplayName("forward substitution finds the first unknown first")
    @Clause("lower")
    void lowerByHand() {
        calling(
                        "Triangular.solveLower(Matrix.of(new double[][] {{2, 0}, {1, 4}}), Vector.of(2, 9))",
                        () -> Triangular.solveLower(Matrix.of(new double[][] {{2, 0}, {1, 4}}), Vector.of(2, 9))
                                .toArray())
                .gives(new double[] {1, 2}, "2·x₀ = 2, so x₀ = 1; then 1 + 4·x₁ = 9, so x₁ = 2");
    }

    @Test
    @DisplayName("back substitution finds the last unknown first")
    @Clause("upper")
    void upperByHand() {
        calling(
                        "Triangular.solveUpper(Matrix.of(new double[][] {{4, -2, 0}, {0, 4, -1}, {0, 0, 2.5}}),"
                                + " Vector.of(2, 2, 1))",
                        () -> Triangular.solveUpper(
                                        Matrix.of(new double[][] {{4, -2, 0}, {0, 4, -1}, {0, 0, 2.5}}),
                                        Vector.of(2, 2, 1))
                                .toArray())
                .gives(
                        new double[] {0.8, 0.6, 0.4},
                        "2.5·x₂ = 1, so x₂ = 0.4; then 4·x₁ − 0.4 = 2, so x₁ = 0.6; then 4·x₀ − 1.2 = 2");
    }

    @Test
    @DisplayName("each column of the right-hand side has a column of the solution")
    @Clause({"lower", "upper"})
    void columnsByHand() {
        double[][] b = {{2, 4}, {8, 12}};
        calling(
                        "Triangular.solveUpper({{2, 1}, {0, 4}}, {{2, 4}, {8, 12}}), written without Matrix.of",
                        () -> Triangular.solveUpper(Matrix.of(new double[][] {{2, 1}, {0, 4}}), Matrix.of(b))
                                .toArray())
                .gives(new double[][] {{0, 0.5}, {2, 3}}, "column 0 is the solution for (2, 8), column 1 for (4, 12)");
        calling(
                        "Triangular.solveLower({{2, 0}, {1, 4}}, {{2, 4}, {8, 12}}), written without Matrix.of",
                        () -> Triangular.solveLower(Matrix.of(new double[][] {{2, 0}, {1, 4}}), Matrix.of(b))
                                .toArray())
                .gives(
                        new double[][] {{1, 2}, {1.75, 2.5}},
                        "column 0 is the solution for (2, 8), column 1 for (4, 12)");
    }

    @Test
    @DisplayName("the upper factor has the pivots 4, 4 and 2.5")
    @Clause({"factors", "pivoting"})
    void upperFactorByHand() {
        calling(
                        "Lu.of(Matrix.of(a)).upper() for " + FLIGHTS_TEXT,
                        () -> Lu.of(Matrix.of(FLIGHTS)).upper().toArray())
                .gives(
                        new double[][] {{4, -2, 0}, {0, 4, -1}, {0, 0, 2.5}},
                        "first the 4 becomes the pivot, then the 4 of (0, 4, −1), and 2.5 is left");
    }

    @Test
    @DisplayName("the lower factor keeps the multipliers, which move with their rows")
    @Clause({"factors", "triangles", "pivoting"})
    void lowerFactorByHand() {
        calling(
                        "Lu.of(Matrix.of(a)).lower() for " + FLIGHTS_TEXT,
                        () -> Lu.of(Matrix.of(FLIGHTS)).lower().toArray())
                .gives(
                        new double[][] {{1, 0, 0}, {-0.5, 1, 0}, {0, -0.5, 1}},
                        "Denver, now row 1, lost −0.5 times row 0; Boston, now row 2, lost −0.5 times row 1");
    }

    @Test
    @DisplayName("the permutation says from which row of the matrix each row comes")
    @Clause("factors")
    void permutationByHand() {
        calling(
                        "Lu.of(Matrix.of(a)).permutation() for " + FLIGHTS_TEXT,
                        () -> Lu.of(Matrix.of(FLIGHTS)).permutation().toString())
                .gives(
                        Permutation.of(1, 2, 0).toString(),
                        "Honolulu was row 1, Denver was row 2, and Boston was row 0 of a");
    }

    @Test
    @DisplayName("the chances of the three airports are 0.8, 0.6 and 0.4")
    @Clause("solve")
    void solutionByHand() {
        calling(
                        "Lu.of(Matrix.of(a)).solve(Vector.of(0, 2, 1)) for " + FLIGHTS_TEXT,
                        () -> Lu.of(Matrix.of(FLIGHTS))
                                .solve(Vector.of(0, 2, 1))
                                .toArray())
                .gives(
                        new double[] {0.8, 0.6, 0.4},
                        "they satisfy all three equations: −2·0.6 + 3·0.4 = 0, 4·0.8 − 2·0.6 = 2 and"
                                + " −2·0.8 + 5·0.6 − 0.4 = 1");
    }

    @Test
    @DisplayName("a singular matrix has no unique solution")
    @Clause("singular")
    void singularByHand() {
        calling(
                        "Lu.of(Matrix.of(new double[][] {{1, 2}, {2, 4}})).solve(Vector.of(3, 6))",
                        () -> Lu.of(Matrix.of(new double[][] {{1, 2}, {2, 4}})).solve(Vector.of(3, 6)))
                .fails(SingularMatrixException.class, "both equations are the same line, so every point of it will do");
    }

    @Test
    @DisplayName("the determinant is the product of the pivots, with a sign")
    @Clause("determinant")
    void determinantByHand() {
        calling(
                        "Lu.of(Matrix.of(a)).determinant() for " + FLIGHTS_TEXT,
                        () -> Lu.of(Matrix.of(FLIGHTS)).determinant())
                .gives(40.0, "4·4·2.5, and two swaps");
        calling(
                        "Lu.of(Matrix.of(new double[][] {{0, 1}, {1, 0}})).determinant()",
                        () -> Lu.of(Matrix.of(new double[][] {{0, 1}, {1, 0}})).determinant())
                .gives(-1.0, "1·1, and one swap: the map mirrors the plane");
    }
}
