package gradus.checks.linear_systems;

import static gradus.checks.linear_systems.BySubstitutionChecks.product;
import static gradus.checks.linear_systems.BySubstitutionChecks.show;
import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.linalg.Lu;
import gradus.ml.linalg.Matrix;
import gradus.proctor.assertions.Clause;
import gradus.proctor.property.Gen;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The factors: that they are triangular, and that their product is the matrix again.
class FactorsChecks {

    static final Gen<double[][]> SQUARE = Gen.sizes(1, 6).flatMap(n -> Gen.matrix(Gen.doubles(-9, 9), n, n));

    /// Matrices in which a row or a column depends on others.
    private static final Gen<double[][]> DEPENDENT = SQUARE.map(rows -> {
        int n = rows.length;
        double[][] result = new double[n][n];
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < n; c++) {
                result[r][c] = Math.rint(rows[r][c] / 4);
            }
            result[r][n / 2] = n > 2 ? result[r][0] : 0;
        }
        return result;
    });

    @Test
    @DisplayName("the product of the factors has the rows of the matrix, in the order of the permutation")
    @Clause({"factors", "accuracy"})
    void productIsTheMatrix() {
        forAll(SQUARE).check(FactorsChecks::multipliesToTheMatrix);
    }

    private static void multipliesToTheMatrix(double[][] a) {
        Lu lu = calling(() -> "Lu.of(" + show(a) + ")", () -> Lu.of(Matrix.of(a)))
                .result();
        double[][] expected = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            expected[i] = a[lu.permutation().source(i)];
        }
        calling(
                        () -> "lower times upper, for Lu.of(" + show(a) + ")",
                        () -> product(lu.lower().toArray(), lu.upper().toArray()))
                .within(0, Math.max(Double.MIN_NORMAL, 1e-12 * largest(a)))
                .gives(
                        expected,
                        "row i of lower·upper is row permutation.source(i) of the matrix; here the permutation is "
                                + lu.permutation());
    }

    @Test
    @DisplayName("lower has ones on its diagonal and zeros above, and upper has zeros below: all of them exact")
    @Clause("triangles")
    void factorsAreTriangular() {
        forAll(Gen.anyOf(SQUARE, DEPENDENT)).check(a -> {
            Lu lu = calling(() -> "Lu.of(" + show(a) + ")", () -> Lu.of(Matrix.of(a)))
                    .result();
            calling(() -> "Lu.of(" + show(a) + ").lower()", () -> lu.lower().toArray())
                    .satisfies(
                            l -> isTriangular(l, true),
                            "exactly 1 on the diagonal, exactly 0 above it",
                            "each row keeps itself, and what it lost of the rows before");
            calling(() -> "Lu.of(" + show(a) + ").upper()", () -> lu.upper().toArray())
                    .satisfies(
                            u -> isTriangular(u, false),
                            "exactly 0 below the diagonal",
                            "these entries were eliminated");
        });
    }

    private static boolean isTriangular(double[][] rows, boolean lower) {
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows.length; c++) {
                boolean other = lower ? c > r : c < r;
                if (other && rows[r][c] != 0 || lower && r == c && rows[r][c] != 1) {
                    return false;
                }
            }
        }
        return true;
    }

    @Test
    @DisplayName("no multiplier is larger than 1 in absolute value")
    @Clause("pivoting")
    void multipliersAreSmall() {
        forAll(Gen.anyOf(SQUARE, DEPENDENT))
                .check(a -> calling(
                                () -> "Lu.of(" + show(a) + ").lower()",
                                () -> Lu.of(Matrix.of(a)).lower().toArray())
                        .satisfies(
                                l -> largest(l) <= 1,
                                "no absolute value above 1",
                                "the pivot is the largest absolute value that's left in its column"));
    }

    @Test
    @DisplayName("a column of negative numbers is divided by the one that is furthest from 0")
    @Clause("pivoting")
    void negativePivot() {
        double[][] a = {{-1, 3}, {-4, 2}};
        calling(
                        "Lu.of(Matrix.of(new double[][] {{-1, 3}, {-4, 2}})).upper()",
                        () -> Lu.of(Matrix.of(a)).upper().toArray())
                .gives(new double[][] {{-4, 2}, {0, 2.5}}, "|−4| is larger than |−1|, so −4 is the pivot");
        double[][] mixed = {{1, 3}, {-4, 2}};
        calling(
                        "Lu.of(Matrix.of(new double[][] {{1, 3}, {-4, 2}})).upper()",
                        () -> Lu.of(Matrix.of(mixed)).upper().toArray())
                .gives(new double[][] {{-4, 2}, {0, 3.5}}, "|−4| is larger than |1|, so −4 is the pivot");
    }

    @Test
    @DisplayName("rows that only change places leave nothing to eliminate")
    @Clause({"factors", "triangles"})
    void reorderedRows() {
        forAll(Gen.sizes(1, 6).flatMap(Gen::permutations)).check(order -> {
            int n = order.length;
            Matrix a = Matrix.from(n, n, (r, c) -> c == order[r] ? 1 : 0);
            double[][] rows = a.toArray();
            Lu lu = calling(() -> "Lu.of(" + show(rows) + ")", () -> Lu.of(a)).result();
            calling(() -> "Lu.of(" + show(rows) + ").upper()", () -> lu.upper().toArray())
                    .gives(Matrix.identity(n).toArray(), "the rows of the identity, in order again");
            for (int i = 0; i < n; i++) {
                int at = i;
                int from = 0;
                while (order[from] != i) {
                    from++;
                }
                calling(
                                () -> "Lu.of(" + show(rows) + ").permutation().source(" + at + ")",
                                () -> lu.permutation().source(at))
                        .gives(from, "that row of the matrix has its 1 in column " + at);
            }
        });
    }

    @Test
    @DisplayName("a singular matrix has factors, too")
    @Clause({"zero-pivot", "factors"})
    void singularMatricesHaveFactors() {
        multipliesToTheMatrix(new double[][] {{0}});
        multipliesToTheMatrix(new double[][] {{0, 0}, {0, 0}});
        multipliesToTheMatrix(new double[][] {{0, 5}, {0, 7}});
        multipliesToTheMatrix(new double[][] {{2, 4, 1}, {1, 2, 3}, {3, 6, -1}});
        forAll(DEPENDENT).check(FactorsChecks::multipliesToTheMatrix);
    }

    @Test
    @DisplayName("a tiny entry isn't the pivot if there's a larger one")
    @Clause({"pivoting", "accuracy"})
    void tinyEntry() {
        multipliesToTheMatrix(new double[][] {{1e-20, 1}, {1, 1}});
        multipliesToTheMatrix(new double[][] {{3, 1, 2}, {3, 1 + 1e-14, 5}, {1, 4, 1}});
        forAll(SQUARE).check(a -> {
            double[][] tiny = new double[a.length][];
            for (int i = 0; i < a.length; i++) {
                tiny[i] = a[i].clone();
                tiny[i][0] *= i == 0 ? 1e-18 : 1;
            }
            multipliesToTheMatrix(tiny);
        });
    }

    @Test
    @DisplayName("only a square matrix has these factors")
    @Clause("shapes")
    void mustBeSquare() {
        for (int[] shape : new int[][] {{2, 3}, {3, 2}, {1, 2}, {2, 1}, {0, 1}, {1, 0}}) {
            Matrix a = Matrix.from(shape[0], shape[1], (r, c) -> r + c + 1);
            calling("Lu.of(a matrix of shape " + a.shape() + ")", () -> Lu.of(a))
                    .fails(IllegalArgumentException.class, "there must be one unknown for each equation");
        }
    }

    @Test
    @DisplayName("a matrix without rows has factors without rows")
    @Clause("empty")
    void empty() {
        calling(
                        "Lu.of(Matrix.zeros(0, 0)).lower().shape()",
                        () -> Lu.of(Matrix.zeros(0, 0)).lower().shape())
                .gives("(0, 0)", "there's nothing to eliminate");
        calling(
                        "Lu.of(Matrix.zeros(0, 0)).upper().shape()",
                        () -> Lu.of(Matrix.zeros(0, 0)).upper().shape())
                .gives("(0, 0)", "there's nothing to eliminate");
    }

    @Test
    @DisplayName("the units of the equations don't change the product")
    @Clause({"factors", "accuracy"})
    void unitsOfAllEquations() {
        forAll(SQUARE).cases(40).check(a -> {
            for (double unit : new double[] {1e-20, 1e20}) {
                double[][] scaled = new double[a.length][a.length];
                for (int r = 0; r < a.length; r++) {
                    for (int c = 0; c < a.length; c++) {
                        scaled[r][c] = a[r][c] * unit;
                    }
                }
                multipliesToTheMatrix(scaled);
            }
        });
    }

    static double largest(double[][] rows) {
        double largest = 0;
        for (double[] row : rows) {
            for (double value : row) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return largest;
    }
}
