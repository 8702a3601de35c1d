package gradus.ml.tensor;

import static gradus.ml.tensor.Indices.byIndex;
import static gradus.ml.tensor.Indices.count;
import static gradus.ml.tensor.Indices.views;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.kernel.UnaryFunction;
import gradus.ml.numbers.Rng;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TensorTest {

    @Test
    void ofCopiesTheArrayAndWrapDoesNot() {
        float[] given = {1, 2, 3, 4};
        Tensor copy = Tensor.of(given, 2, 2);
        Tensor wrapped = Tensor.wrap(given, Shape.of(2, 2));
        given[3] = 9;
        assertThat(copy.get(1, 1)).isEqualTo(4);
        assertThat(wrapped.get(1, 1)).isEqualTo(9);
        wrapped.toArray()[0] = 9;
        wrapped.copy().set(9, 0, 0);
        assertThat(wrapped.get(0, 0)).isEqualTo(1);
    }

    @Test
    void getReturnsWhatSetWrote() {
        Tensor tensor = Tensor.zeros(2, 3, 4);
        int next = 0;
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 4; k++) {
                    tensor.set(next, i, j, k);
                    assertThat(tensor.get(i, j, k)).isEqualTo(next++);
                }
            }
        }
        assertThat(tensor.toArray()).isEqualTo(count(2, 3, 4).toArray());
        assertThat(Tensor.scalar(5).get()).isEqualTo(5);
    }

    @Test
    void transposeSliceAndBroadcastAreViews() {
        Tensor whole = count(2, 3, 4);
        Tensor swapped = whole.transpose(2, 0, 1);
        assertThat(swapped.shape()).isEqualTo(Shape.of(4, 2, 3));
        assertThat(swapped.get(3, 1, 2)).isEqualTo(whole.get(1, 2, 3));
        swapped.set(-1, 3, 1, 2);
        assertThat(whole.get(1, 2, 3)).isEqualTo(-1);

        Tensor part = whole.slice(1, 1, 3);
        assertThat(part.shape()).isEqualTo(Shape.of(2, 2, 4));
        part.set(-2, 0, 0, 0);
        assertThat(whole.get(0, 1, 0)).isEqualTo(-2);

        Tensor row = count(1, 3);
        Tensor wide = row.broadcastTo(Shape.of(2, 2, 3));
        row.set(7, 0, 1);
        assertThat(wide.toArray()).containsExactly(0, 7, 2, 0, 7, 2, 0, 7, 2, 0, 7, 2);

        Tensor row3 = count(3);
        row3.transpose().set(9, 1);
        assertThat(row3.toArray()).containsExactly(0, 9, 2);
        assertThat(Tensor.scalar(4).transpose().item()).isEqualTo(4);

        Tensor nested = whole.transpose().slice(-1, 1, 2).slice(1, 2, 4);
        nested.set(-3, 1, 0, 0);
        assertThat(whole.get(1, 1, 2)).isEqualTo(-3);
    }

    @Test
    void reshapeIsAViewIfContiguousElseACopy() {
        Tensor whole = count(2, 3, 4);
        Tensor flat = whole.reshape(6, -1);
        assertThat(flat.shape()).isEqualTo(Shape.of(6, 4));
        flat.set(-1, 5, 3);
        assertThat(whole.get(1, 2, 3)).isEqualTo(-1);

        Tensor rows = whole.slice(0, 1, 2).reshape(12);
        rows.set(-2, 0);
        assertThat(whole.get(1, 0, 0)).isEqualTo(-2);

        Tensor copy = count(2, 3).transpose().reshape(6);
        assertThat(copy.toArray()).containsExactly(0, 3, 1, 4, 2, 5);
        Tensor source = count(2, 3);
        source.transpose().reshape(6).set(9, 0);
        assertThat(source.get(0, 0)).isZero();
    }

    @Test
    void copiesOfViewsAreContiguous() {
        for (Tensor view : views(count(3, 4, 5))) {
            Tensor copy = view.copy();
            assertThat(copy.isContiguous()).isTrue();
            assertThat(copy.toArray()).isEqualTo(view.toArray()).isEqualTo(byIndex(view));
        }
    }

    @Test
    void everyOperationTakesEmptyTensors() {
        Tensor none = Tensor.zeros(0, 3);
        assertThat(none.plus(Tensor.zeros(3)).shape()).isEqualTo(Shape.of(0, 3));
        assertThat(none.map(UnaryFunction.EXP).toArray()).isEmpty();
        assertThat(none.affine(2, 1).toArray()).isEmpty();
        assertThat(none.sum(0).toArray()).containsExactly(0, 0, 0);
        assertThat(none.sum(1).toArray()).isEmpty();
        assertThat(none.transpose().copy().shape()).isEqualTo(Shape.of(3, 0));
        assertThat(none.reshape(3, 0).reshape(-1).shape()).isEqualTo(Shape.of(0));
        assertThat(Tensor.zeros(2, 0).sum(1).toArray()).containsExactly(0, 0);
        assertThat(count(2, 3).slice(1, 3, 3).plus(Tensor.scalar(1)).shape()).isEqualTo(Shape.of(2, 0));
        assertThat(none).hasToString("tensor (0, 3) []");
        Tensor beyond = count(2, 3).slice(1, 3, 3).slice(0, 2, 2);
        assertThat(beyond.map(UnaryFunction.EXP).plus(beyond.copy()).shape()).isEqualTo(Shape.of(0, 0));
        Tensor wide = Tensor.zeros(65_536, 0, 65_536);
        assertThat(wide.slice(2, 60_000, 65_536)
                        .slice(0, 60_000, 65_536)
                        .affine(2, 1)
                        .toArray())
                .isEmpty();
        assertThat(wide.transpose(1, 0, 2).copy().plus(Tensor.scalar(1)).elementCount())
                .isZero();
    }

    @Test
    void incompatibleShapesAreRejectedWithBothShapes() {
        Tensor a = count(2, 3);
        Tensor b = count(2, 4);
        assertRejected(() -> a.plus(b), "(2, 3)", "(2, 4)");
        assertRejected(() -> a.minus(b), "(2, 3)", "(2, 4)");
        assertRejected(() -> a.times(b), "(2, 3)", "(2, 4)");
        assertRejected(() -> a.dividedBy(b), "(2, 3)", "(2, 4)");
        assertRejected(() -> a.matmul(b), "(2, 3)", "(2, 4)");
        assertRejected(() -> a.matmul(count(3)), "(2, 3)", "(3)");
        assertRejected(() -> count(2, 5, 3).matmul(count(4, 3, 1)), "(2, 5, 3)", "(4, 3, 1)");
        assertRejected(() -> a.reshape(4, 2), "(2, 3)", "[4, 2]");
        assertRejected(() -> a.reshape(4, -1), "(2, 3)", "[4, -1]");
        assertRejected(() -> a.reshape(0, -1), "(2, 3)", "[0, -1]");
        assertRejected(() -> a.reshape(-1, -1), "-1");
        assertRejected(() -> Tensor.zeros(0, 3).reshape(0, -1), "(0, 3)", "[0, -1]", "-1 could be any size");
        assertRejected(() -> a.reshape(65_536, 65_536, 65_536, -1), "(2, 3)");
        assertRejected(() -> a.broadcastTo(Shape.of(3)), "(2, 3)", "(3)");
        assertRejected(() -> a.broadcastTo(Shape.of(4, 3)), "(2, 3)", "(4, 3)");
        assertRejected(() -> a.transpose(0), "(2, 3)", "[0]");
        assertRejected(() -> Tensor.of(new float[5], 2, 3), "(2, 3)", "6", "5");
        assertRejected(a::item, "(2, 3)");
        assertRejected(() -> a.sum(2), "(2, 3)", "2");
        assertOutOfBounds(() -> a.get(1), "1", "(2, 3)");
        assertOutOfBounds(() -> a.get(1, 3), "[1, 3]", "(2, 3)");
        assertOutOfBounds(() -> a.set(0, -1, 0), "[-1, 0]", "(2, 3)");
        assertOutOfBounds(() -> a.slice(1, 2, 4), "from 2 to 4", "(2, 3)");
        assertOutOfBounds(() -> a.slice(1, 2, 1), "(2, 3)");
    }

    private static void assertRejected(ThrowingCallable call, String... words) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContainingAll(words);
    }

    private static void assertOutOfBounds(ThrowingCallable call, String... words) {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(call)
                .withMessageContainingAll(words);
    }

    @Test
    void aWriteThroughAViewCountsForAllViewsOfTheArray() {
        Tensor whole = count(2, 3);
        Tensor view = whole.transpose().slice(0, 1, 2);
        int before = whole.version();
        view.set(9, 0, 0);
        assertThat(whole.version()).isEqualTo(before + 1).isEqualTo(view.version());
        whole.copy().set(9, 0, 0);
        whole.get(0, 0);
        whole.toArray();
        assertThat(view.version()).isEqualTo(before + 1);
    }

    @Test
    void normalDrawsHaveTheStandardDeviationAndDependOnTheSeed() {
        Tensor drawn = Tensor.normal(Rng.of(6), 3, 100, 100);
        double squares = 0;
        for (float x : drawn.data()) {
            squares += x * x;
        }
        assertThat(Math.sqrt(squares / 10_000)).isCloseTo(3, within(0.1));
        assertThat(drawn.toArray())
                .isEqualTo(Tensor.normal(Rng.of(6), 3, 100, 100).toArray());
    }

    @Test
    void toStringShowsTheElementsOfASmallTensor() {
        assertThat(count(2, 2)).hasToString("tensor (2, 2) [0.0, 1.0, 2.0, 3.0]");
        assertThat(count(2, 2).transpose()).hasToString("tensor (2, 2) [0.0, 2.0, 1.0, 3.0]");
        assertThat(count(10, 10)).hasToString("tensor (10, 10)");
    }
}
