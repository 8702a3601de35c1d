package gradus.ml.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Examples.Example;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SymmetricEigenTest {

    static Stream<Example> symmetric() {
        return Examples.symmetric();
    }

    @ParameterizedTest
    @MethodSource("symmetric")
    void tridiagonalisationFindsTheEigenvaluesOfJacobi(Example example) {
        Matrix a = example.matrix();
        Vector plain = SymmetricEigen.jacobi(a).eigenvalues();
        Vector fast = SymmetricEigen.tridiagonal(a).eigenvalues();

        assertThat(fast.distance(plain, Double.POSITIVE_INFINITY)).isLessThanOrEqualTo(Examples.rounding(a));
    }

    @Test
    void tridiagonalisationFindsTheEigenvectorsOfJacobi() {
        // Well-separated eigenvalues, because otherwise the eigenvectors would be ill-conditioned.
        Matrix a = Examples.gram(Examples.random(100, 60, 1).times(Matrix.from(60, 60, (r, c) -> r == c ? 1 + r : 0)));
        Matrix difference = SymmetricEigen.jacobi(a)
                .eigenvectors()
                .minus(SymmetricEigen.of(a).eigenvectors());

        assertThat(difference.norm()).isLessThan(1e-10);
    }

    @ParameterizedTest
    @MethodSource("symmetric")
    void eachVectorIsOnlyStretched(Example example) {
        Matrix a = example.matrix();
        SymmetricEigen eigen = SymmetricEigen.of(a);
        for (int i = 0; i < a.rows(); i++) {
            Vector v = eigen.eigenvector(i);
            assertThat(a.times(v).minus(v.times(eigen.eigenvalues().get(i))).norm())
                    .isLessThanOrEqualTo(Examples.rounding(a));
        }
    }

    @ParameterizedTest
    @MethodSource("symmetric")
    void valuesDescendAndTheLeadingComponentOfEachVectorIsPositive(Example example) {
        SymmetricEigen eigen = SymmetricEigen.of(example.matrix());
        double[] values = eigen.eigenvalues().toArray();
        for (int i = 0; i < values.length; i++) {
            assertThat(values[i]).isLessThanOrEqualTo(i == 0 ? Double.POSITIVE_INFINITY : values[i - 1]);
            double[] v = eigen.eigenvector(i).toArray();
            double largest = Arrays.stream(v).map(Math::abs).max().orElseThrow();
            double leading = Arrays.stream(v)
                    .filter(x -> Math.abs(x) >= (1 - 1e-6) * largest)
                    .findFirst()
                    .orElseThrow();
            assertThat(leading).isPositive();
        }
    }

    @Test
    void traceAndDeterminantAreSumAndProductOfTheValues() {
        Matrix a = Examples.gram(Examples.random(10, 6, 2));
        double[] values = SymmetricEigen.of(a).eigenvalues().toArray();

        assertThat(Arrays.stream(values).sum()).isCloseTo(a.trace(), within(1e-12 * a.trace()));
        assertThat(Arrays.stream(values).map(Math::log).sum())
                .isCloseTo(Cholesky.of(a).logDeterminant(), within(1e-12));
    }

    @Test
    void knownValuesAreFound() {
        // The eigenvalues of second differences are 4·sin²(kπ / (2n + 2)).
        int n = 100;
        Matrix a = Matrix.from(n, n, (r, c) -> r == c ? 2 : Math.abs(r - c) == 1 ? -1 : 0);
        Vector values = SymmetricEigen.of(a).eigenvalues();
        for (int k = 1; k <= n; k++) {
            double root = 2 * Math.sin(k * Math.PI / (2 * n + 2));
            assertThat(values.get(n - k)).isCloseTo(root * root, within(1e-14));
        }
    }

    @Test
    void aMatrixFunctionAppliesToTheEigenvalues() {
        Matrix a = Examples.gram(Examples.random(10, 6, 3));
        Matrix root = SymmetricEigen.of(a).matrixFunction(Math::sqrt);

        assertThat(root.times(root).minus(a).norm()).isLessThan(1e-13 * a.norm());
    }

    @Test
    void aMatrixFunctionThatDoesNotExistIsRefused() {
        SymmetricEigen eigen = SymmetricEigen.of(Matrix.diagonal(4, -1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> eigen.matrixFunction(Math::sqrt))
                .withMessageContaining("NaN at -1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> eigen.matrixFunction(x -> Math.log(x * x)));
        assertThat(eigen.matrixFunction(x -> Math.sqrt(Math.max(0, x)))).isEqualTo(Matrix.diagonal(2, 0, 0));
    }

    @Test
    void entriesNearTheLimitsOfDoubleAreScaled() {
        Matrix a = Matrix.of(new double[] {2, 1}, new double[] {1, 2});
        for (double unit : new double[] {1e-300, 1e-160, 1e160, 1e300}) {
            Vector values = SymmetricEigen.of(a.times(unit)).eigenvalues();
            assertThat(values.get(0)).isCloseTo(3 * unit, within(1e-14 * unit));
            assertThat(values.get(1)).isCloseTo(unit, within(1e-14 * unit));
        }
    }

    @Test
    void anAsymmetricMatrixIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SymmetricEigen.of(Matrix.of(new double[] {1, 2}, new double[] {3, 4})))
                .withMessageContainingAll("symmetric", "3.0 at row 1 and column 0", "2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SymmetricEigen.of(Matrix.zeros(2, 3)))
                .withMessageContaining("(2, 3)");
    }
}
