package gradus.checks.least_squares_qr;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Qr;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Each member with numbers that you can check with a pencil.
class LeastSquaresQrTest {

    private static final Matrix YEARS =
            Matrix.of(new double[] {1, 0}, new double[] {1, 6}, new double[] {1, 8}, new double[] {1, 14});

    @Test
    @DisplayName("Q and R of the columns (3, 4) and (1, 2)")
    @Clause({"product", "orthonormal", "sign"})
    void twoByTwo() {
        Matrix a = Matrix.of(new double[] {3, 1}, new double[] {4, 2});
        String call = "Qr.of(Matrix.of(new double[] {3, 1}, new double[] {4, 2}))";
        calling(call + ".q()", () -> Qr.of(a).q().toArray())
                .gives(
                        new double[][] {{0.6, -0.8}, {0.8, 0.6}},
                        "(3, 4) is 5 long, and (1, 2) minus its shadow is (−0.32, 0.24), which is 0.4 long");
        calling(call + ".r()", () -> Qr.of(a).r().toArray())
                .gives(
                        new double[][] {{5, 2.2}, {0, 0.4}},
                        "the lengths are on the diagonal; (1, 2) reaches 2.2 along the first direction");
    }

    @Test
    @DisplayName("Q and R of the four years")
    @Clause({"product", "orthonormal", "sign"})
    void fourYears() {
        calling(
                        "Qr.of(a).q() for the columns (1, 1, 1, 1) and (0, 6, 8, 14)",
                        () -> Qr.of(YEARS).q().toArray())
                .gives(
                        new double[][] {{0.5, -0.7}, {0.5, -0.1}, {0.5, 0.1}, {0.5, 0.7}},
                        "the first column is 2 long; the rest of the second, (−7, −1, 1, 7), is 10 long");
        calling(
                        "Qr.of(a).r() for the columns (1, 1, 1, 1) and (0, 6, 8, 14)",
                        () -> Qr.of(YEARS).r().toArray())
                .gives(
                        new double[][] {{2, 14}, {0, 10}},
                        "the second column reaches 14 along the first direction, and 10 along the second");
    }

    @Test
    @DisplayName("the line through the four years rises by 2.07 a year")
    @Clause("least")
    void lineThroughFourYears() {
        calling(
                        "Qr.of(a).leastSquares(Vector.of(0, 12, 16, 29)) for the years 0, 6, 8, 14",
                        () -> Qr.of(YEARS)
                                .leastSquares(Vector.of(0, 12, 16, 29))
                                .toArray())
                .gives(
                        new double[] {-0.24, 2.07},
                        "b reaches 28.5 and 20.7 along the two directions, so 10·x1 = 20.7 and 2·x0 + 14·x1 = 28.5");
    }

    @Test
    @DisplayName("the number nearest to 2, 3 and 10 by least squares is their mean, 5")
    @Clause("least")
    void mean() {
        Matrix ones = Matrix.of(new double[] {1}, new double[] {1}, new double[] {1});
        calling(
                        "Qr.of(a).leastSquares(Vector.of(2, 3, 10)) for the column (1, 1, 1)",
                        () -> Qr.of(ones).leastSquares(Vector.of(2, 3, 10)).toArray())
                .gives(new double[] {5}, "the differences −3, −2 and 5 add up to 0");
    }

    @Test
    @DisplayName("three unknowns are solved from the last to the first")
    @Clause("least")
    void threeUnknowns() {
        Matrix a = Matrix.of(
                new double[] {2, 1, 3}, new double[] {0, 4, -1}, new double[] {0, 0, 5}, new double[] {0, 0, 0});
        calling(
                        "Qr.of(a).leastSquares(Vector.of(13, 5, 15, 7)) for the rows (2, 1, 3), (0, 4, −1), (0, 0, 5), "
                                + "(0, 0, 0)",
                        () -> Qr.of(a).leastSquares(Vector.of(13, 5, 15, 7)).toArray())
                .gives(new double[] {1, 2, 3}, "5·x2 = 15, then 4·x1 − x2 = 5, then 2·x0 + x1 + 3·x2 = 13");
    }

    @Test
    @DisplayName("two right-hand sides at once")
    @Clause("columns")
    void twoRightHandSides() {
        Matrix b = Matrix.of(new double[] {0, 1}, new double[] {12, 1}, new double[] {16, 1}, new double[] {29, 1});
        calling(
                        "Qr.of(a).leastSquares(b) for the years 0, 6, 8, 14 and the columns (0, 12, 16, 29) and "
                                + "(1, 1, 1, 1)",
                        () -> Qr.of(YEARS).leastSquares(b).toArray())
                .gives(
                        new double[][] {{-0.24, 1}, {2.07, 0}},
                        "column 0 is the line of the four years, and column 1 is flat at 1");
    }
}
