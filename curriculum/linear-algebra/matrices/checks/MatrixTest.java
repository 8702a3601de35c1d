package gradus.checks.matrices;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Each method once, with numbers that you can check with a pencil.
class MatrixTest {

    private static final double[][] A = {{1, 2, 0}, {0, 1, 3}};
    private static final double[][] B = {{1, 0}, {2, 1}, {0, 4}};
    private static final double[][] P = {{1, 2}, {3, 4}};
    private static final double[][] Q = {{5, 6}, {7, 8}};
    private static final String A_TEXT = "Matrix.of(new double[][] {{1, 2, 0}, {0, 1, 3}})";
    private static final String P_AND_Q = " with x = {{1, 2}, {3, 4}} and y = {{5, 6}, {7, 8}}";

    @Test
    @DisplayName("Vector.from asks for the components 0, 1 and 2")
    @Clause("from")
    void vectorFromByHand() {
        calling("Vector.from(3, i -> 10 * i)", () -> Vector.from(3, i -> 10 * i).toArray())
                .gives(new double[] {0, 10, 20}, "component i is 10·i, counted from 0");
    }

    @Test
    @DisplayName("the identity matrix of shape (2, 2) has ones on its diagonal")
    @Clause("identity")
    void identityByHand() {
        calling("Matrix.identity(2)", () -> Matrix.identity(2).toArray())
                .gives(new double[][] {{1, 0}, {0, 1}}, "each arrow lands where it was, so the columns are the arrows");
    }

    @Test
    @DisplayName("the transpose of a (2, 3) matrix has shape (3, 2)")
    @Clause("transpose")
    void transposeByHand() {
        calling(A_TEXT + ".transpose()", () -> Matrix.of(A).transpose().toArray())
                .gives(new double[][] {{1, 0}, {2, 1}, {0, 3}}, "the first row becomes the first column, and so on");
    }

    @Test
    @DisplayName("hstack puts the columns of the other matrix behind its own")
    @Clause("hstack")
    void hstackByHand() {
        calling(
                        A_TEXT + ".hstack(Matrix.of(new double[][] {{5, 6}, {7, 8}}))",
                        () -> Matrix.of(A).hstack(Matrix.of(Q)).toArray())
                .gives(
                        new double[][] {{1, 2, 0, 5, 6}, {0, 1, 3, 7, 8}},
                        "three columns of the first, then two of the other");
    }

    @Test
    @DisplayName("the matrix–vector product has one component for each row")
    @Clause("matrix-vector")
    void vectorProductByHand() {
        double[][] wide = {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 1, 2, 3}};
        calling(
                        "Matrix.of(x).times(Vector.of(1, 10, 100, 1000)) with x = "
                                + "{{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 1, 2, 3}}",
                        () -> Matrix.of(wide).times(Vector.of(1, 10, 100, 1000)).toArray())
                .gives(
                        new double[] {4321, 8765, 3219},
                        "1·1 + 2·10 + 3·100 + 4·1000 = 4321, then the same with 5, 6, 7, 8, from 0 again");
        calling(
                        "Matrix.of(new double[][] {{1, 2}, {3, 4}, {5, 6}}).times(Vector.of(1, 10))",
                        () -> Matrix.of(new double[][] {{1, 2}, {3, 4}, {5, 6}})
                                .times(Vector.of(1, 10))
                                .toArray())
                .gives(new double[] {21, 43, 65}, "1·1 + 2·10 = 21, 3·1 + 4·10 = 43 and 5·1 + 6·10 = 65");
    }

    @Test
    @DisplayName("each entry of a matrix product is a row of the first times a column of the second matrix")
    @Clause("matrix-product")
    void squareProductByHand() {
        calling(
                        "Matrix.of(x).times(Matrix.of(y))" + P_AND_Q,
                        () -> Matrix.of(P).times(Matrix.of(Q)).toArray())
                .gives(
                        new double[][] {{19, 22}, {43, 50}},
                        "1·5 + 2·7 = 19, 1·6 + 2·8 = 22, 3·5 + 4·7 = 43 and 3·6 + 4·8 = 50");
    }

    @Test
    @DisplayName("the product of a (2, 3) and a (3, 2) matrix has shape (2, 2)")
    @Clause("matrix-product")
    void productByHand() {
        calling(
                        "Matrix.of(x).times(Matrix.of(y)) with x = {{1, 2, 0}, {0, 1, 3}} and y = {{1, 0}, {2, 1}, {0, 4}}",
                        () -> Matrix.of(A).times(Matrix.of(B)).toArray())
                .gives(
                        new double[][] {{5, 2}, {2, 13}},
                        "each entry is a row of x times a column of y: the last is 0·0 + 1·1 + 3·4 = 13");
    }

    @Test
    @DisplayName("transposeTimes with a vector has one component for each column")
    @Clause("transpose-times")
    void transposedVectorProductByHand() {
        calling(
                        A_TEXT + ".transposeTimes(Vector.of(1, 10))",
                        () -> Matrix.of(A).transposeTimes(Vector.of(1, 10)).toArray())
                .gives(new double[] {1, 12, 30}, "1·1 + 0·10 = 1, 2·1 + 1·10 = 12 and 0·1 + 3·10 = 30");
    }

    @Test
    @DisplayName("transposeTimes with a matrix transposes the first factor only")
    @Clause("transpose-times")
    void transposedProductByHand() {
        calling(
                        "Matrix.of(x).transposeTimes(Matrix.of(y))" + P_AND_Q,
                        () -> Matrix.of(P).transposeTimes(Matrix.of(Q)).toArray())
                .gives(
                        new double[][] {{26, 30}, {38, 44}},
                        "the first row of the transpose of x is (1, 3), so the first entry is 1·5 + 3·7 = 26");
    }
}
