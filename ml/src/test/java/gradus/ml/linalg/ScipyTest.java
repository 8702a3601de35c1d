package gradus.ml.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Decompositions agree with those of SciPy, as recorded in `decompositions.txt`.
class ScipyTest {

    private static final Recorded RECORDED = Recorded.of(ScipyTest.class, "decompositions.txt");

    @ParameterizedTest
    @ValueSource(strings = {"tall", "wide", "general", "definite", "hilbert"})
    void factorsOfAnyMatrixAgree(String name) {
        Matrix a = recorded(name, "a");
        Qr qr = Qr.of(a);
        Svd svd = Svd.of(a);
        double condition = recorded(name, "cond").get(0, 0);

        assertAgrees(qr.q(), name, "q", condition);
        assertAgrees(qr.r(), name, "r", 1);
        assertAgrees(row(svd.singularValues()), name, "s", 1);
        assertAgrees(svd.u(), name, "u", condition);
        assertAgrees(svd.v(), name, "v", condition);
        assertAgrees(svd.pseudoInverse(), name, "pinv", condition);
        assertThat(svd.conditionNumber() / condition).isCloseTo(1, within(1e-15 * condition + 1e-13));
        assertThat(svd.rank()).isEqualTo((int) recorded(name, "rank").get(0, 0));
        double[] counted = new double[a.rows()];
        Arrays.setAll(counted, i -> i + 1);
        assertAgrees(row(svd.pseudoInverse().times(Vector.of(counted))), name, "lstsq", condition);
        if (a.rows() >= a.columns()) {
            assertAgrees(row(qr.leastSquares(Vector.of(counted))), name, "lstsq", condition);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"general", "definite", "hilbert"})
    void eliminationOfSquareMatricesAgrees(String name) {
        Matrix a = recorded(name, "a");
        Lu lu = Lu.of(a);
        double condition = recorded(name, "cond").get(0, 0);
        double[] counted = new double[a.rows()];
        Arrays.setAll(counted, i -> i + 1);

        assertThat(lu.permutation().toMatrix()).isEqualTo(recorded(name, "p"));
        assertAgrees(lu.lower(), name, "l", condition);
        assertAgrees(lu.upper(), name, "upper", condition);
        assertAgrees(Matrix.of(new double[] {lu.determinant()}), name, "det", condition);
        assertAgrees(lu.inverse(), name, "inv", condition);
        assertAgrees(row(lu.solve(Vector.of(counted))), name, "solve", condition);
    }

    @ParameterizedTest
    @ValueSource(strings = {"definite", "hilbert"})
    void factorsOfPositiveDefiniteMatricesAgree(String name) {
        Matrix a = recorded(name, "a");
        SymmetricEigen eigen = SymmetricEigen.of(a);
        double condition = recorded(name, "cond").get(0, 0);
        double[] counted = new double[a.rows()];
        Arrays.setAll(counted, i -> i + 1);

        assertAgrees(row(eigen.eigenvalues()), name, "values", 1);
        assertAgrees(eigen.eigenvectors(), name, "vectors", condition);
        assertAgrees(Cholesky.of(a).lower(), name, "cholesky", condition);
        assertAgrees(row(Cholesky.of(a).solve(Vector.of(counted))), name, "solve", condition);
    }

    private static void assertAgrees(Matrix ours, String name, String what, double condition) {
        Matrix theirs = recorded(name, what);
        assertThat(ours.minus(theirs).norm())
                .as(name + "." + what)
                .isLessThanOrEqualTo(100 * Math.ulp(1.0) * condition * theirs.norm());
    }

    private static Matrix row(Vector values) {
        return Matrix.of(values.toArray());
    }

    private static Matrix recorded(String name, String what) {
        return RECORDED.matrix(name + "." + what);
    }
}
