package gradus.ml.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Matrix;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {

    private final ConfusionMatrix confusionMatrix =
            ConfusionMatrix.of(Fixture.labels("labels"), Fixture.labels("guesses"));

    @Test
    void agreesWithScikitLearn() {
        assertThat(confusionMatrix.classes()).containsExactly(-1, 2, 5, 9);
        assertThat(confusionMatrix.toMatrix()).isEqualTo(Fixture.matrix("confusion", 4));
        assertThat(confusionMatrix.accuracy()).isEqualTo(Fixture.one("accuracy"));
        assertThat(confusionMatrix.balancedAccuracy()).isEqualTo(Fixture.one("balancedAccuracy"), within(1e-15));
        assertThat(each(confusionMatrix::precision)).containsExactly(Fixture.all("precision"), within(1e-15));
        assertThat(each(confusionMatrix::recall)).containsExactly(Fixture.all("recall"), within(1e-15));
        assertThat(each(confusionMatrix::f1)).containsExactly(Fixture.all("f1"), within(1e-15));
        assertThat(each(label -> confusionMatrix.fBeta(label, 2))).containsExactly(Fixture.all("f2"), within(1e-15));
        assertThat(new double[] {
                    confusionMatrix.macroPrecision(), confusionMatrix.macroRecall(), confusionMatrix.macroF1()
                })
                .containsExactly(Fixture.all("macro"), within(1e-15));
        assertThat(confusionMatrix.microF1()).isEqualTo(Fixture.one("microF1"), within(1e-15));
        assertThat(confusionMatrix.matthewsCorrelation()).isEqualTo(Fixture.one("matthews"), within(1e-14));
        assertThat(confusionMatrix.cohenKappa()).isEqualTo(Fixture.one("kappa"), within(1e-14));
    }

    private double[] each(ToDoubleFunction<Integer> score) {
        return confusionMatrix.classes().stream().mapToDouble(score).toArray();
    }

    @Test
    void rowsAreActualAndColumnsPredicted() {
        ConfusionMatrix small = ConfusionMatrix.of(new int[] {0, 0, 0, 1}, new int[] {0, 1, 1, 1});

        assertThat(small.toMatrix()).isEqualTo(Matrix.of(new double[][] {{1, 2}, {0, 1}}));
        assertThat(small.count(0, 1)).isEqualTo(2);
        assertThat(small.precision(1)).isEqualTo(1.0 / 3);
        assertThat(small.recall(1)).isEqualTo(1);
        assertThat(small.recall(0)).isEqualTo(1.0 / 3);
        assertThat(small).hasToString("0: [1, 2]\n1: [0, 1]");
    }

    @Test
    void zeroDividedByZeroIsZero() {
        ConfusionMatrix never = ConfusionMatrix.of(new int[] {0, 0, 1}, new int[] {0, 0, 0});

        assertThat(never.precision(1)).isZero();
        assertThat(never.recall(1)).isZero();
        assertThat(never.f1(1)).isZero();
        assertThat(never.matthewsCorrelation()).isZero();
        assertThat(never.cohenKappa()).isZero();
        assertThat(ConfusionMatrix.of(new int[] {0}, new int[] {3}).recall(3)).isZero();
    }

    @Test
    void singleClassHasDefinedMetrics() {
        ConfusionMatrix one = ConfusionMatrix.of(new int[] {4, 4}, new int[] {4, 4});

        assertThat(one.accuracy()).isEqualTo(1);
        assertThat(one.cohenKappa()).isEqualTo(1);
        assertThat(one.matthewsCorrelation()).isZero();
    }

    @Test
    void neverPredictingTheRareClassScoresWellInAccuracyOnly() {
        int[] actual = new int[100];
        actual[7] = 1;
        ConfusionMatrix lazy = ConfusionMatrix.of(actual, new int[100]);

        assertThat(lazy.accuracy()).isEqualTo(0.99);
        assertThat(lazy.balancedAccuracy()).isEqualTo(0.5);
        assertThat(lazy.f1(1)).isZero();
    }

    @Test
    void unknownClassThrows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> confusionMatrix.precision(7))
                .withMessage("unknown class 7, expected one of [-1, 2, 5, 9]");
        assertThatIllegalArgumentException().isThrownBy(() -> confusionMatrix.fBeta(2, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfusionMatrix.of(new int[2], new int[3]))
                .withMessage("lengths must be equal, but there are 2 labels and 3 predictions");
    }
}
