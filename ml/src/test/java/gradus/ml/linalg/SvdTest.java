package gradus.ml.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Examples.Example;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SvdTest {

    static Stream<Example> any() {
        return Examples.any();
    }

    @ParameterizedTest
    @MethodSource("any")
    void singularValuesDescendAndAreNeverNegative(Example example) {
        Vector values = Svd.of(example.matrix()).singularValues();
        for (int i = 0; i < values.size(); i++) {
            assertThat(values.get(i)).isBetween(0.0, i == 0 ? Double.POSITIVE_INFINITY : values.get(i - 1));
        }
    }

    @ParameterizedTest
    @MethodSource("any")
    void theSquaredErrorOfTruncationIsTheSumOfTheOmittedSquares(Example example) {
        Matrix a = example.matrix();
        Svd svd = Svd.of(a);
        Vector values = svd.singularValues();
        for (int rank = 0; rank <= values.size(); rank++) {
            double[] left = new double[values.size() - rank];
            for (int i = 0; i < left.length; i++) {
                left[i] = values.get(rank + i);
            }
            assertThat(a.minus(svd.truncate(rank)).norm())
                    .isCloseTo(Vector.of(left).norm(), within(10 * Examples.rounding(a)));
        }
    }

    static Stream<Matrix> ofModerateCondition() {
        return Stream.of(
                Examples.random(7, 4, 1),
                Examples.random(4, 7, 2),
                Examples.random(9, 3, 3).times(Examples.random(3, 6, 4)),
                Examples.random(6, 3, 4).times(Examples.random(3, 9, 5)),
                Matrix.zeros(3, 2),
                Matrix.zeros(0, 2),
                Matrix.of(new double[] {-5}));
    }

    @ParameterizedTest
    @MethodSource("ofModerateCondition")
    void thePseudoInverseMeetsTheConditionsOfPenrose(Matrix a) {
        Matrix x = Svd.of(a).pseudoInverse();
        Matrix ax = a.times(x);
        Matrix xa = x.times(a);

        assertThat(ax.times(a).minus(a).norm()).isLessThan(1e-13 * (1 + a.norm()));
        assertThat(xa.times(x).minus(x).norm()).isLessThan(1e-13 * (1 + x.norm()));
        assertThat(ax.transpose().minus(ax).norm()).isLessThan(1e-13);
        assertThat(xa.transpose().minus(xa).norm()).isLessThan(1e-13);
    }

    @Test
    void theRankIsThatOfTheProductItIsMadeOf() {
        for (int rank = 0; rank <= 6; rank++) {
            Matrix a = Examples.random(20, rank, 5).times(Examples.random(rank, 6, 6));
            assertThat(Svd.of(a).rank()).isEqualTo(rank);
            assertThat(Svd.of(a.transpose().times(1e-200)).rank()).isEqualTo(rank);
        }
        assertThat(Svd.of(Matrix.diagonal(1, 0.1, 0.01)).rank(0.05)).isEqualTo(2);
    }

    @Test
    void theConditionNumberOfHilbertMatricesGrowsAsKnown() {
        assertThat(Svd.of(Matrix.identity(4).times(7)).conditionNumber()).isEqualTo(1);
        assertThat(Svd.of(Examples.hilbert(3)).conditionNumber()).isCloseTo(524.0567775860644, within(1e-9));
        assertThat(Svd.of(Examples.hilbert(8)).conditionNumber())
                .isCloseTo(1.5257575538072489e10, Percentage.withPercentage(1e-3));
        assertThat(Svd.of(Matrix.diagonal(1, 0)).conditionNumber()).isInfinite();
        assertThat(Svd.of(Matrix.zeros(0, 0)).conditionNumber()).isEqualTo(1);
    }

    @Test
    void smallValuesKeepTheirDigitsWhereColumnsDifferInSize() {
        Matrix a = Examples.random(8, 8, 7);
        Vector plain = Svd.of(Matrix.diagonal(1, 1e-20, 1e-40)).singularValues();

        assertThat(plain).isEqualTo(Vector.of(1, 1e-20, 1e-40));
        double product = 1;
        Matrix graded = a.times(Matrix.from(8, 8, (r, c) -> r == c ? Math.pow(10, -5 * c) : 0));
        for (double value : Svd.of(graded).singularValues().toArray()) {
            product *= value;
        }
        assertThat(product).isCloseTo(Math.abs(Lu.of(a).determinant()) * 1e-140, Percentage.withPercentage(1e-9));
    }

    @Test
    void singularValuesSquaredAreTheEigenvaluesOfTheGram() {
        Matrix a = Examples.random(12, 5, 8);
        Vector values = SymmetricEigen.of(Examples.gram(a)).eigenvalues();
        Vector singular = Svd.of(a).singularValues();
        for (int i = 0; i < 5; i++) {
            assertThat(singular.get(i) * singular.get(i)).isCloseTo(values.get(i), within(1e-12));
        }
    }

    @Test
    void theDecompositionOfTheTransposeHasTheSameValues() {
        Matrix a = Examples.random(12, 5, 9);

        assertThat(Svd.of(a.transpose()).singularValues()).isEqualTo(Svd.of(a).singularValues());
    }

    @Test
    void ranksAndTolerancesOutOfRangeAreRejected() {
        Svd svd = Svd.of(Examples.random(3, 2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> svd.truncate(3)).withMessageContaining("0 to 2, got 3");
        assertThatIllegalArgumentException().isThrownBy(() -> svd.truncate(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> svd.pseudoInverse(1))
                .withMessageContaining("less than 1");
        assertThatIllegalArgumentException().isThrownBy(() -> svd.rank(Double.NaN));
    }
}
