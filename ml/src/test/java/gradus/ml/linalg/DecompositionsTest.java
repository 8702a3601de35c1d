package gradus.ml.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.ml.linalg.Examples.Example;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The contract of every decomposition. A new one is tested by being listed here.
class DecompositionsTest {

    /// @param takes the matrices that it accepts
    /// @param of the factors whose product is the matrix, in order
    /// @param orthogonal indices of the factors whose columns, or rows if there are fewer, are orthonormal
    record Decomposition(
            String name, Stream<Example> takes, Function<Matrix, List<Matrix>> of, List<Integer> orthogonal) {}

    static Stream<Decomposition> decompositions() {
        return Stream.of(
                new Decomposition("LU", Examples.squares(), DecompositionsTest::lu, List.of(0)),
                new Decomposition("Cholesky", Examples.positiveDefinite(), DecompositionsTest::cholesky, List.of()),
                new Decomposition("QR", Examples.any(), DecompositionsTest::qr, List.of(0)),
                new Decomposition(
                        "eigenvectors by rotations",
                        Examples.symmetric(),
                        a -> eigen(SymmetricEigen.jacobi(a)),
                        List.of(0, 2)),
                new Decomposition(
                        "eigenvectors by three diagonals",
                        Examples.symmetric(),
                        a -> eigen(SymmetricEigen.tridiagonal(a)),
                        List.of(0, 2)),
                new Decomposition("SVD", Examples.any(), DecompositionsTest::svd, List.of(0, 2)));
    }

    record Case(Decomposition decomposition, Example example) {

        @Override
        public String toString() {
            return decomposition.name() + " of " + example;
        }
    }

    static Stream<Case> cases() {
        return decompositions().flatMap(each -> each.takes().map(example -> new Case(each, example)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theProductOfTheFactorsIsTheMatrixUpToRounding(Case each) {
        Matrix a = each.example().matrix();
        Matrix product = each.decomposition().of().apply(a).stream()
                .reduce(Matrix::times)
                .orElseThrow();

        assertThat(product.minus(a).norm()).isLessThanOrEqualTo(Examples.rounding(a));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void orthogonalFactorsAreOrthogonal(Case each) {
        Matrix a = each.example().matrix();
        List<Matrix> factors = each.decomposition().of().apply(a);
        for (int index : each.decomposition().orthogonal()) {
            Matrix factor = factors.get(index);
            Matrix columns = factor.columns() > factor.rows() ? factor.transpose() : factor;
            Matrix gram = columns.transposeTimes(columns);
            assertThat(gram.minus(Matrix.identity(gram.rows())).norm()).isLessThanOrEqualTo(Examples.rounding(gram));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void factoringTwiceGivesTheSameNumbers(Case each) {
        Matrix a = each.example().matrix();

        assertThat(each.decomposition().of().apply(a))
                .isEqualTo(each.decomposition().of().apply(a));
    }

    @ParameterizedTest
    @MethodSource("decompositions")
    void anEntryThatIsNotFiniteIsRejectedWithItsIndices(Decomposition decomposition) {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            for (int place = 0; place < 16; place++) {
                int row = place / 4;
                int column = place % 4;
                Matrix a = Matrix.from(4, 4, (r, c) -> r == row && c == column ? bad : r == c ? 1 : 0);
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> decomposition.of().apply(a))
                        .withMessageContainingAll(Double.toString(bad), "row " + row, "column " + column);
            }
        }
    }

    private static List<Matrix> lu(Matrix a) {
        Lu lu = Lu.of(a);
        return List.of(lu.permutation().inverse().toMatrix(), lu.lower(), lu.upper());
    }

    private static List<Matrix> cholesky(Matrix a) {
        Matrix lower = Cholesky.of(a).lower();
        return List.of(lower, lower.transpose());
    }

    private static List<Matrix> qr(Matrix a) {
        Qr qr = Qr.of(a);
        return List.of(qr.q(), qr.r());
    }

    private static List<Matrix> eigen(SymmetricEigen eigen) {
        return List.of(
                eigen.eigenvectors(),
                Matrix.diagonal(eigen.eigenvalues().toArray()),
                eigen.eigenvectors().transpose());
    }

    private static List<Matrix> svd(Matrix a) {
        Svd svd = Svd.of(a);
        return List.of(
                svd.u(),
                Matrix.diagonal(svd.singularValues().toArray()),
                svd.v().transpose());
    }
}
