package gradus.checks.matrices;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import gradus.proctor.format.JavaLiterals;
import gradus.proctor.property.Gen;
import gradus.proctor.property.Linearity;
import gradus.proctor.property.Pair;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Laws that hold for all matrices, tested on random shapes: small ones first.
class MatrixLawChecks {

    private static final Gen<Double> CELLS = Gen.doubles(-9, 9);
    private static final Gen<double[][]> MATRICES = Gen.matrices(CELLS, 1, 4, 1, 4);

    private static final Gen<Pair<double[][], double[][]>> FACTORS = MATRICES.flatMap(a ->
            Gen.sizes(1, 4).flatMap(n -> Gen.pairs(Gen.constant(a), Gen.matrix(CELLS, a[0].length, n))));

    private static final Gen<Pair<double[][], double[]>> MAPS =
            MATRICES.flatMap(a -> Gen.pairs(Gen.constant(a), Gen.array(CELLS, a[0].length)));

    @Test
    @DisplayName("entry (r, c) of a product is row r times column c")
    @Clause({"matrix-product", "accuracy"})
    void productIsRowsTimesColumns() {
        forAll(FACTORS).check(pair -> {
            double[][] a = pair.first();
            double[][] b = pair.second();
            calling(
                            () -> show(a) + ".times(" + show(b) + ")",
                            () -> Matrix.of(a).times(Matrix.of(b)).toArray())
                    .within(1e-9, 1e-9)
                    .gives(product(a, b), "each entry is the dot product of a row and a column");
        });
    }

    @Test
    @DisplayName("the matrix product is associative: (A·B)·C = A·(B·C)")
    @Clause("matrix-product")
    void productIsAssociative() {
        forAll(FACTORS.flatMap(pair -> Gen.sizes(1, 4)
                        .flatMap(n -> Gen.pairs(Gen.constant(pair), Gen.matrix(CELLS, pair.second()[0].length, n)))))
                .check(triple -> {
                    double[][] a = triple.first().first();
                    double[][] b = triple.first().second();
                    double[][] c = triple.second();
                    calling(
                                    () -> show(a) + ".times(" + show(b) + ").times(" + show(c) + ")",
                                    () -> Matrix.of(a)
                                            .times(Matrix.of(b))
                                            .times(Matrix.of(c))
                                            .toArray())
                            .within(1e-9, 1e-8)
                            .gives(product(a, product(b, c)), "three maps in a row, however you bracket them");
                });
    }

    @Test
    @DisplayName("the transpose of a product is the product of the transposes in reverse: (A·B)ᵀ = Bᵀ·Aᵀ")
    @Clause({"transpose", "matrix-product"})
    void transposeReverses() {
        forAll(FACTORS).check(pair -> {
            double[][] a = pair.first();
            double[][] b = pair.second();
            calling(
                            () -> show(b) + ".transpose().times(" + show(a) + ".transpose())",
                            () -> Matrix.of(b)
                                    .transpose()
                                    .times(Matrix.of(a).transpose())
                                    .toArray())
                    .within(1e-9, 1e-9)
                    .gives(transposed(product(a, b)), "it's the transpose of the product in the other order");
        });
    }

    @Test
    @DisplayName("the identity changes nothing, from either side")
    @Clause({"identity", "matrix-product"})
    void identityIsNeutral() {
        forAll(MATRICES).check(a -> {
            int rows = a.length;
            int columns = a[0].length;
            calling(
                            () -> show(a) + ".times(Matrix.identity(" + columns + "))",
                            () -> Matrix.of(a).times(Matrix.identity(columns)).toArray())
                    .gives(a, "the map that moves nothing comes first");
            calling(
                            () -> "Matrix.identity(" + rows + ").times(" + show(a) + ")",
                            () -> Matrix.identity(rows).times(Matrix.of(a)).toArray())
                    .gives(a, "the map that moves nothing comes last");
        });
    }

    @Test
    @DisplayName("a matrix times the arrow of an axis is a column")
    @Clause("matrix-vector")
    void columnsAreImagesOfAxes() {
        forAll(MATRICES).check(a -> {
            for (int j = 0; j < a[0].length; j++) {
                double[] axis = new double[a[0].length];
                axis[j] = 1;
                double[] column = transposed(a)[j];
                calling(
                                () -> show(a) + ".times(Vector.of(" + JavaLiterals.elements(axis) + "))",
                                () -> Matrix.of(a).times(Vector.of(axis)).toArray())
                        .gives(column, "the columns are where the axes land");
            }
        });
    }

    @Test
    @DisplayName("the product of two matrices does what both do, the right one first: (A·B)·x = A·(B·x)")
    @Clause({"matrix-product", "matrix-vector"})
    void productComposes() {
        forAll(FACTORS.flatMap(pair -> Gen.pairs(Gen.constant(pair), Gen.array(CELLS, pair.second()[0].length))))
                .check(sample -> {
                    double[][] a = sample.first().first();
                    double[][] b = sample.first().second();
                    double[] x = sample.second();
                    calling(
                                    () -> show(a) + ".times(" + show(b) + ").times(Vector.of("
                                            + JavaLiterals.elements(x) + "))",
                                    () -> Matrix.of(a)
                                            .times(Matrix.of(b))
                                            .times(Vector.of(x))
                                            .toArray())
                            .within(1e-9, 1e-8)
                            .gives(product(a, product(b, x)), "first " + show(b) + ", then the other");
                });
    }

    @Test
    @DisplayName("a matrix is a linear map: A·(a·x + y) = a·(A·x) + A·y")
    @Clause("matrix-vector")
    void timesIsLinear() {
        Matrix a = Matrix.of(new double[] {1, -2, 0.5}, new double[] {0, 3, 4});
        Linearity.isLinear("a.times", 3, x -> a.times(Vector.of(x)).toArray(), "sums and multiples stay what they are");
    }

    @Test
    @DisplayName("times and transposeTimes are adjoint: (A·x)·y = x·(Aᵀ·y)")
    @Clause({"transpose-times", "matrix-vector"})
    void transposeIsAdjoint() {
        Matrix a = Matrix.of(new double[] {1, -2, 0.5}, new double[] {0, 3, 4});
        Linearity.areAdjoint(
                "a.times",
                x -> a.times(Vector.of(x)).toArray(),
                "a.transposeTimes",
                y -> a.transposeTimes(Vector.of(y)).toArray(),
                3,
                2,
                "the same products, added up in another order");
    }

    @Test
    @DisplayName("transposeTimes gives what the transpose times the argument gives")
    @Clause({"transpose-times", "accuracy"})
    void transposeTimesAgrees() {
        forAll(MATRICES.flatMap(a ->
                        Gen.sizes(1, 4).flatMap(n -> Gen.pairs(Gen.constant(a), Gen.matrix(CELLS, a.length, n)))))
                .check(pair -> {
                    double[][] a = pair.first();
                    double[][] b = pair.second();
                    calling(
                                    () -> show(a) + ".transposeTimes(" + show(b) + ")",
                                    () -> Matrix.of(a)
                                            .transposeTimes(Matrix.of(b))
                                            .toArray())
                            .within(1e-9, 1e-9)
                            .gives(product(transposed(a), b), "only the first factor is transposed");
                });
    }

    @Test
    @DisplayName("transposing twice gives the matrix again, and once the entries across the diagonal")
    @Clause("transpose")
    void transposeTwice() {
        forAll(MATRICES).check(a -> {
            calling(
                            () -> show(a) + ".transpose()",
                            () -> Matrix.of(a).transpose().toArray())
                    .gives(transposed(a), "rows become columns");
            calling(
                            () -> show(a) + ".transpose().transpose()",
                            () -> Matrix.of(a).transpose().transpose().toArray())
                    .gives(a, "swapping twice changes nothing");
        });
    }

    @Test
    @DisplayName("stacked matrices add up: [A, I]·(x, y) = A·x + y")
    @Clause({"hstack", "matrix-vector"})
    void stackedMatricesAddUp() {
        forAll(MAPS).check(pair -> {
            double[][] a = pair.first();
            double[] x = pair.second();
            double[] both = new double[x.length + a.length];
            double[] expected = product(a, x);
            for (int i = 0; i < both.length; i++) {
                both[i] = i < x.length ? x[i] : i;
            }
            for (int r = 0; r < expected.length; r++) {
                expected[r] += x.length + r;
            }
            calling(
                            () -> show(a) + ".hstack(Matrix.identity(" + a.length + ")).times(Vector.of("
                                    + JavaLiterals.elements(both) + "))",
                            () -> Matrix.of(a)
                                    .hstack(Matrix.identity(a.length))
                                    .times(Vector.of(both))
                                    .toArray())
                    .within(1e-9, 1e-9)
                    .gives(expected, "the first columns act on x, the others on y");
        });
    }

    @Test
    @DisplayName("a product acts on each column alone: A·[B, C] = [A·B, A·C]")
    @Clause({"hstack", "matrix-product"})
    void productsActOnColumns() {
        forAll(FACTORS).check(pair -> {
            double[][] a = pair.first();
            double[][] b = pair.second();
            double[][] expected = product(a, b);
            for (int r = 0; r < expected.length; r++) {
                int own = expected[r].length;
                expected[r] = Arrays.copyOf(expected[r], own + a[0].length);
                System.arraycopy(a[r], 0, expected[r], own, a[0].length);
            }
            calling(
                            () -> show(a) + ".times(" + show(b) + ".hstack(Matrix.identity(" + a[0].length + ")))",
                            () -> Matrix.of(a)
                                    .times(Matrix.of(b).hstack(Matrix.identity(a[0].length)))
                                    .toArray())
                    .within(1e-9, 1e-9)
                    .gives(expected, "the columns of the product, then the columns of the first matrix itself");
        });
    }

    static double[][] product(double[][] a, double[][] b) {
        double[][] columns = transposed(b);
        double[][] result = new double[a.length][];
        for (int r = 0; r < a.length; r++) {
            result[r] = product(columns, a[r]);
        }
        return result;
    }

    static double[] product(double[][] a, double[] x) {
        double[] result = new double[a.length];
        for (int r = 0; r < a.length; r++) {
            for (int c = 0; c < x.length; c++) {
                result[r] += a[r][c] * x[c];
            }
        }
        return result;
    }

    static double[][] transposed(double[][] a) {
        double[][] result = new double[a[0].length][a.length];
        for (int r = 0; r < a.length; r++) {
            for (int c = 0; c < a[0].length; c++) {
                result[c][r] = a[r][c];
            }
        }
        return result;
    }

    private static String show(double[][] rows) {
        return "Matrix.of(" + JavaLiterals.of(rows) + ")";
    }
}
