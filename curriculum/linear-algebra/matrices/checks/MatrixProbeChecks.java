package gradus.checks.matrices;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import gradus.proctor.probes.Argument;
import gradus.proctor.probes.MemberProbes;
import gradus.proctor.probes.Probe;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Every member at many sizes, with NaN, infinities and repeated numbers, against slow definitions.
class MatrixProbeChecks {

    private static final String OPEN = "the contract leaves the sign of a zero open";

    @Test
    @DisplayName("Vector.from gives what the function gives, at every size")
    @Clause({"from", "empty"})
    void fromIsProbed() {
        MemberProbes.of(
                        "Vector.from(x.length, i -> x[i])",
                        Argument.array(),
                        x -> Vector.from(x.length, i -> x[i]).toArray(),
                        double[]::clone)
                .without(Probe.NEGATIVE_ZERO, OPEN)
                .hold("component i is x[i]");
    }

    @Test
    @DisplayName("the transpose is right at every size")
    @Clause({"transpose", "empty"})
    void transposeIsProbed() {
        MemberProbes.of(
                        of("x", 3) + ".transpose()",
                        Argument.rows(3),
                        x -> matrix(x, 3).transpose().toArray(),
                        x -> columns(x, 3))
                .upTo(33)
                .without(Probe.NEGATIVE_ZERO, OPEN)
                .hold("rows become columns");
    }

    @Test
    @DisplayName("the matrix–vector product is right at every size")
    @Clause({"matrix-vector", "not-finite", "accuracy", "empty"})
    void vectorProductIsProbed() {
        MemberProbes.of(
                        of("x", 3) + ".times(Vector.of(y))",
                        Argument.rows(3),
                        Argument.array(3),
                        (x, y) -> matrix(x, 3).times(Vector.of(y)).toArray(),
                        MatrixLawChecks::product)
                .upTo(33)
                .without(Probe.NEGATIVE_ZERO, OPEN)
                .hold("component r is the dot product of row r and y");
    }

    @Test
    @DisplayName("the matrix product is right at every size")
    @Clause({"matrix-product", "not-finite", "accuracy", "empty"})
    void productIsProbed() {
        MemberProbes.of(
                        of("x", 3) + ".times(Matrix.of(3, 2, y))",
                        Argument.rows(3),
                        Argument.array(6),
                        (x, y) -> matrix(x, 3).times(Matrix.of(3, 2, y)).toArray(),
                        (x, y) -> MatrixLawChecks.product(x, new double[][] {{y[0], y[1]}, {y[2], y[3]}, {y[4], y[5]}}))
                .upTo(33)
                .without(Probe.NEGATIVE_ZERO, OPEN)
                .hold("entry (r, c) is the dot product of row r and column c");
    }

    @Test
    @DisplayName("transposeTimes is right at every size")
    @Clause({"transpose-times", "not-finite", "accuracy", "empty"})
    void transposedProductIsProbed() {
        MemberProbes.of(
                        of("x", 3) + ".transposeTimes(Vector.of(y))",
                        Argument.rows(3),
                        Argument.array(),
                        (x, y) -> matrix(x, 3).transposeTimes(Vector.of(y)).toArray(),
                        (x, y) -> MatrixLawChecks.product(columns(x, 3), y))
                .upTo(33)
                .without(Probe.NEGATIVE_ZERO, OPEN)
                .hold("component c is the dot product of column c and y");
    }

    @Test
    @DisplayName("transposeTimes with a matrix is right at every size")
    @Clause({"transpose-times", "not-finite", "accuracy", "empty"})
    void transposedMatrixProductIsProbed() {
        MemberProbes.of(
                        of("x", 3) + ".transposeTimes(" + of("y", 2) + ")",
                        Argument.rows(3),
                        Argument.rows(2),
                        (x, y) -> matrix(x, 3).transposeTimes(matrix(y, 2)).toArray(),
                        (x, y) -> MatrixLawChecks.transposed(products(columns(y, 2), columns(x, 3))))
                .upTo(17)
                .without(Probe.NEGATIVE_ZERO, OPEN)
                .hold("entry (r, c) is the dot product of column r of x and column c of y");
    }

    @Test
    @DisplayName("hstack is right at every size")
    @Clause({"hstack", "empty"})
    void hstackIsProbed() {
        MemberProbes.of(
                        of("x", 2) + ".hstack(" + of("y", 3) + ")",
                        Argument.rows(2),
                        Argument.rows(3),
                        (x, y) -> matrix(x, 2).hstack(matrix(y, 3)).toArray(),
                        MatrixProbeChecks::sideBySide)
                .upTo(33)
                .without(Probe.NEGATIVE_ZERO, OPEN)
                .hold("two columns of x, then three of y");
    }

    /// The code of [#matrix]: `Matrix.of` wouldn't know the number of columns of no rows.
    private static String of(String rows, int columns) {
        return "Matrix.from(" + rows + ".length, " + columns + ", (r, c) -> " + rows + "[r][c])";
    }

    private static Matrix matrix(double[][] rows, int columns) {
        return Matrix.from(rows.length, columns, (r, c) -> rows[r][c]);
    }

    private static double[][] columns(double[][] rows, int columns) {
        double[][] result = new double[columns][rows.length];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < columns; c++) {
                result[c][r] = rows[r][c];
            }
        }
        return result;
    }

    /// Row i has the products of `vectors[i]` with each row of `a`.
    private static double[][] products(double[][] vectors, double[][] a) {
        double[][] result = new double[vectors.length][];
        for (int i = 0; i < vectors.length; i++) {
            result[i] = MatrixLawChecks.product(a, vectors[i]);
        }
        return result;
    }

    private static double[][] sideBySide(double[][] x, double[][] y) {
        double[][] result = new double[x.length][];
        for (int r = 0; r < x.length; r++) {
            result[r] = new double[] {x[r][0], x[r][1], y[r][0], y[r][1], y[r][2]};
        }
        return result;
    }
}
