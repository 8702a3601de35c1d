package gradus.ml.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BinaryFunctionTest {

    private static final float[] SPECIALS = {
        0f,
        -0f,
        1f,
        -2f,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.NaN,
        Float.MIN_VALUE,
        1e30f,
        -1e30f,
        Float.MAX_VALUE,
        Float.MIN_NORMAL / 3
    };

    @ParameterizedTest
    @EnumSource(BinaryFunction.class)
    void bothKernelsGiveTheSameBitsForEveryPairOfSpecialNumbers(BinaryFunction f) {
        int n = SPECIALS.length * SPECIALS.length;
        float[] a = new float[n];
        float[] b = new float[n];
        for (int i = 0; i < n; i++) {
            a[i] = SPECIALS[i / SPECIALS.length];
            b[i] = SPECIALS[i % SPECIALS.length];
        }
        float[] fast = new float[n];
        float[] plain = new float[n];
        FastZips.zip(f, a, 0, b, 0, fast, 0, n, false);
        PlainElementwise.zip(f, a, 0, b, 0, plain, 0, n, false);

        assertThat(fast).containsExactly(plain);
    }

    @Test
    void affineGivesTheSameBitsForSpecialNumbersInBothKernels() {
        float[] y = new float[SPECIALS.length];
        float[] plain = new float[SPECIALS.length];
        FastZips.affine(SPECIALS, 0, 0.5f, -0f, y, 0, y.length, false);
        PlainElementwise.affine(SPECIALS, 0, 0.5f, -0f, plain, 0, y.length, false);

        assertThat(y).containsExactly(plain);
    }

    @Test
    void elementsOutOfBoundsAreRejected() {
        float[] short5 = new float[5];
        float[] long9 = new float[9];
        List<ThrowingCallable> calls = List.of(
                () -> Elementwise.map(UnaryFunction.EXP, short5, 0, long9, 0, 6),
                () -> Elementwise.map(UnaryFunction.EXP, long9, 0, short5, 0, 6),
                () -> Elementwise.zip(BinaryFunction.PLUS, long9, 0, short5, 0, long9, 0, 6, false),
                () -> Elementwise.affine(short5, 0, 1, 1, long9, 0, 6, true),
                () -> Elementwise.mapBackward(UnaryFunction.TANH, long9, 0, long9, 0, long9, 0, short5, 0, 6, true));

        assertThat(calls)
                .allSatisfy(call -> assertThatExceptionOfType(IndexOutOfBoundsException.class)
                        .isThrownBy(call)
                        .withMessage("6 elements from index 0 are out of bounds for an array of length 5"));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> Elementwise.map(UnaryFunction.EXP, short5, -1, long9, 0, 2))
                .withMessage("2 elements from index -1 are out of bounds for an array of length 5");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> Elementwise.map(UnaryFunction.EXP, short5, 0, long9, 0, -1));
    }
}
