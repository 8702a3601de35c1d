package gradus.checks.least_squares_qr;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Qr;
import gradus.proctor.assertions.Clause;
import gradus.proctor.format.JavaLiterals;
import gradus.proctor.property.Gen;
import gradus.proctor.property.Property;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The two factors: shapes, orthonormal columns and a triangle, for columns that don't depend on each other.
class QrFactorChecks {

    /// Matrices of every shape up to (7, 4) that has at least as many rows as columns.
    static final Gen<double[][]> TALL = Gen.pairs(Gen.sizes(1, 4), Gen.ints(0, 3))
            .flatMap(size -> Gen.matrix(Gen.doubles(-8, 8), size.first() + size.second(), size.first()))
            .filter(QrFactorChecks::isIndependent);

    @Test
    @DisplayName("Q times R is A again, and R is upper triangular without a negative number on its diagonal")
    @Clause({"product", "upper", "sign"})
    void productIsA() {
        Property.forAll(TALL).check(a -> {
            double[][] r = calling(() -> of(a) + ".r()", () -> qr(a).r().toArray())
                    .satisfies(
                            factor -> isUpper(factor) && hasNoNegativeDiagonal(factor),
                            "zeros below the diagonal, and nothing negative on it",
                            "column c of A needs only the first c + 1 directions, and a length is never negative")
                    .clone();
            calling(() -> of(a) + ", q·r", () -> product(qr(a).q().toArray(), r))
                    .within(1e-10, 1e-9)
                    .gives(a, "Q and R are factors of A");
        });
    }

    @Test
    @DisplayName("the columns of Q have length 1 and are orthogonal, for random columns")
    @Clause("orthonormal")
    void columnsAreOrthonormal() {
        Property.forAll(TALL).check(a -> orthonormal(() -> of(a) + ".q()", a, 1e-10, "each dot product is 1 or 0"));
    }

    @Test
    @DisplayName("a wide matrix has a square Q and a wide R")
    @Clause({"product", "orthonormal", "upper", "sign"})
    void wide() {
        Property.forAll(Gen.pairs(Gen.sizes(1, 3), Gen.ints(1, 3))
                        .flatMap(size -> Gen.matrix(Gen.doubles(-8, 8), size.first(), size.first() + size.second())))
                .cases(60)
                .check(a -> {
                    double[][] q = orthonormal(
                            () -> of(a) + ".q()", a, 1e-10, "there are as many directions as rows, and no more");
                    double[][] r = calling(() -> of(a) + ".r()", () -> qr(a).r().toArray())
                            .satisfies(
                                    factor -> factor.length == a.length
                                            && factor[0].length == a[0].length
                                            && isUpper(factor)
                                            && hasNoNegativeDiagonal(factor),
                                    "as many rows and columns as A, zeros below the diagonal, nothing negative on it",
                                    "every column of A is a sum of the directions, also those after the last one");
                    calling(() -> of(a) + ", q·r", () -> product(q, r))
                            .within(1e-10, 1e-9)
                            .gives(a, "Q and R are factors of A");
                });
    }

    @Test
    @DisplayName("Q has as many columns as A, and not more, if A is tall")
    @Clause("product")
    void shapes() {
        double[][] a = random(9, 3, 4);
        calling("the shape of Qr.of(a).q() for 9 rows and 3 columns", () -> shape(qr(a).q()))
                .gives("9 × 3", "k is the smaller of 9 and 3");
        calling("the shape of Qr.of(a).r() for 9 rows and 3 columns", () -> shape(qr(a).r()))
                .gives("3 × 3", "R says how to mix 3 directions into 3 columns");
    }

    @Test
    @DisplayName("Q and R of twenty columns are orthonormal, triangular, and the right ones")
    @Clause({"product", "orthonormal", "upper", "sign"})
    void twentyColumns() {
        double[][] a = random(30, 20, 5);
        calling("Qr.of(a).q() for 30 rows and 20 columns", () -> qr(a).q().toArray())
                .within(1e-8, 1e-8)
                .gives(reference(a), "with a positive diagonal of R, there is only one Q");
    }

    static Qr qr(double[][] a) {
        return Qr.of(Matrix.of(a));
    }

    static String of(double[][] a) {
        return "Qr.of(Matrix.of(new double[][] {" + JavaLiterals.rows(a) + "}))";
    }

    static double[][] random(int rows, int columns, long seed) {
        var random = new Random(seed);
        double[][] a = new double[rows][columns];
        for (double[] row : a) {
            Arrays.setAll(row, _ -> random.nextGaussian());
        }
        return a;
    }

    static double[][] orthonormal(Supplier<String> call, double[][] a, double tolerance, String why) {
        int k = Math.min(a.length, a[0].length);
        return calling(call, () -> qr(a).q().toArray())
                .satisfies(
                        q -> q.length == a.length && q[0].length == k && deviation(q) <= tolerance,
                        "a matrix of shape (" + a.length + ", " + k + ") with QᵀQ = I, up to " + tolerance,
                        why);
    }

    /// The largest deviation of an entry of QᵀQ from that of the identity.
    static double deviation(double[][] q) {
        double worst = 0;
        for (int i = 0; i < q[0].length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = i == j ? -1 : 0;
                for (double[] row : q) {
                    sum += row[i] * row[j];
                }
                worst = Math.abs(sum) <= worst ? worst : Math.abs(sum);
            }
        }
        return worst;
    }

    static double[][] product(double[][] q, double[][] r) {
        double[][] product = new double[q.length][r[0].length];
        for (int i = 0; i < q.length; i++) {
            for (int c = 0; c < r[0].length; c++) {
                for (int j = 0; j < r.length; j++) {
                    product[i][c] += q[i][j] * r[j][c];
                }
            }
        }
        return product;
    }

    private static boolean isUpper(double[][] r) {
        for (int i = 0; i < r.length; i++) {
            for (int c = 0; c < i; c++) {
                if (r[i][c] != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean hasNoNegativeDiagonal(double[][] r) {
        for (int i = 0; i < r.length; i++) {
            if (!(r[i][i] >= 0)) {
                return false;
            }
        }
        return true;
    }

    private static String shape(Matrix matrix) {
        return matrix.rows() + " × " + matrix.columns();
    }

    /// The Q of independent columns, by repeated subtraction.
    static double[][] reference(double[][] a) {
        double[][] q = new double[a.length][a[0].length];
        for (int c = 0; c < a[0].length; c++) {
            for (int i = 0; i < a.length; i++) {
                q[i][c] = a[i][c];
            }
            for (int round = 0; round < 3 * c; round++) {
                int j = round % c;
                double reach = dot(q, j, c);
                for (double[] row : q) {
                    row[c] -= reach * row[j];
                }
            }
            double length = Math.sqrt(dot(q, c, c));
            for (double[] row : q) {
                row[c] /= length;
            }
        }
        return q;
    }

    private static double dot(double[][] q, int i, int j) {
        double sum = 0;
        for (double[] row : q) {
            sum += row[i] * row[j];
        }
        return sum;
    }

    /// Whether each column has a part of at least a hundredth of it that the columns before it lack.
    static boolean isIndependent(double[][] a) {
        double[][] q = reference(a);
        for (int c = 0; c < a[0].length; c++) {
            double along = 0;
            double all = 0;
            for (int i = 0; i < a.length; i++) {
                along += q[i][c] * a[i][c];
                all += a[i][c] * a[i][c];
            }
            if (!(along > 0.01 * Math.sqrt(all))) {
                return false;
            }
        }
        return true;
    }
}
