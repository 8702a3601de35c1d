package gradus.ml.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Matrix;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class ConfusionTest {

    private final Confusion confusion = Confusion.of(Fixture.labels("labels"), Fixture.labels("guesses"));

    @Test
    void valuesAreThoseOfScikitLearn() {
        assertThat(confusion.classes()).containsExactly(-1, 2, 5, 9);
        assertThat(confusion.matrix()).isEqualTo(Fixture.matrix("confusion", 4));
        assertThat(confusion.accuracy()).isEqualTo(Fixture.one("accuracy"));
        assertThat(confusion.balancedAccuracy()).isEqualTo(Fixture.one("balancedAccuracy"), within(1e-15));
        assertThat(each(confusion::precision)).containsExactly(Fixture.all("precision"), within(1e-15));
        assertThat(each(confusion::recall)).containsExactly(Fixture.all("recall"), within(1e-15));
        assertThat(each(confusion::f1)).containsExactly(Fixture.all("f1"), within(1e-15));
        assertThat(each(label -> confusion.f(label, 2))).containsExactly(Fixture.all("f2"), within(1e-15));
        assertThat(new double[] {confusion.macroPrecision(), confusion.macroRecall(), confusion.macroF1()})
                .containsExactly(Fixture.all("macro"), within(1e-15));
        assertThat(confusion.microF1()).isEqualTo(Fixture.one("microF1"), within(1e-15));
        assertThat(confusion.matthews()).isEqualTo(Fixture.one("matthews"), within(1e-14));
        assertThat(confusion.kappa()).isEqualTo(Fixture.one("kappa"), within(1e-14));
    }

    private double[] each(ToDoubleFunction<Integer> score) {
        return confusion.classes().stream().mapToDouble(score).toArray();
    }

    @Test
    void rowsAreActualAndColumnsPredicted() {
        Confusion small = Confusion.of(new int[] {0, 0, 0, 1}, new int[] {0, 1, 1, 1});

        assertThat(small.matrix()).isEqualTo(Matrix.of(new double[][] {{1, 2}, {0, 1}}));
        assertThat(small.count(0, 1)).isEqualTo(2);
        assertThat(small.precision(1)).isEqualTo(1.0 / 3);
        assertThat(small.recall(1)).isEqualTo(1);
        assertThat(small.recall(0)).isEqualTo(1.0 / 3);
        assertThat(small).hasToString("0: [1, 2]\n1: [0, 1]");
    }

    @Test
    void aShareOfNothingIsZero() {
        Confusion never = Confusion.of(new int[] {0, 0, 1}, new int[] {0, 0, 0});

        assertThat(never.precision(1)).isZero();
        assertThat(never.recall(1)).isZero();
        assertThat(never.f1(1)).isZero();
        assertThat(never.matthews()).isZero();
        assertThat(never.kappa()).isZero();
        assertThat(Confusion.of(new int[] {0}, new int[] {3}).recall(3)).isZero();
    }

    @Test
    void whereOneClassIsAllThereIsEveryScoreKeepsItsMeaning() {
        Confusion one = Confusion.of(new int[] {4, 4}, new int[] {4, 4});

        assertThat(one.accuracy()).isEqualTo(1);
        assertThat(one.kappa()).isEqualTo(1);
        assertThat(one.matthews()).isZero();
    }

    @Test
    void neverNamingTheRareClassLooksGoodInAccuracyOnly() {
        int[] actual = new int[100];
        actual[7] = 1;
        Confusion lazy = Confusion.of(actual, new int[100]);

        assertThat(lazy.accuracy()).isEqualTo(0.99);
        assertThat(lazy.balancedAccuracy()).isEqualTo(0.5);
        assertThat(lazy.f1(1)).isZero();
    }

    @Test
    void aClassThatIsNotThereIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> confusion.precision(7))
                .withMessage("no row is or was taken for class 7; there are [-1, 2, 5, 9]");
        assertThatIllegalArgumentException().isThrownBy(() -> confusion.f(2, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Confusion.of(new int[2], new int[3]))
                .withMessage(
                        "a score compares row by row, but there are 2 labels and 3 predictions; give as many of both");
    }
}
