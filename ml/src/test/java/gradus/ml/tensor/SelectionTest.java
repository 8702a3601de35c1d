package gradus.ml.tensor;

import static gradus.ml.tensor.Indices.count;
import static gradus.ml.tensor.Indices.index;
import static gradus.ml.tensor.Indices.views;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SelectionTest {

    @Test
    void gatherTakesTheIndicesInTheirOrderAlongAnyAxisOfAnyView() {
        for (Tensor x : views(count(3, 4, 5))) {
            for (int axis = -3; axis < 3; axis++) {
                int along = x.shape().normaliseAxis(axis);
                int last = x.size(axis) - 1;
                int[] indices = last < 0 ? new int[0] : new int[] {last, 0, last, last / 2};
                Tensor taken = Selection.gather(x, axis, indices);
                assertThat(taken.shape()).isEqualTo(x.shape().withSize(axis, indices.length));
                for (int i = 0; i < taken.elementCount(); i++) {
                    int[] at = index(taken.shape(), i);
                    float element = taken.get(at);
                    at[along] = indices[at[along]];
                    assertThat(element).isEqualTo(x.get(at));
                }
            }
        }
        assertThat(Selection.gather(count(4), 0, 3, 1).toArray()).containsExactly(3, 1);
        assertThat(Selection.gather(Tensor.zeros(2, 0), 0, 1, 1, 1).shape()).isEqualTo(Shape.of(3, 0));
    }

    @Test
    void scatterAddSumsThePartsOfEachIndex() {
        for (int axis = 0; axis < 3; axis++) {
            Tensor parts = count(2, 2, 2).affine(1, 1);
            int[] indices = {2, 0};
            int[] sizes = {2, 2, 2};
            sizes[axis] = 3;
            Tensor sums = Tensor.full(100, sizes);
            Selection.scatterAdd(parts, axis, indices, sums);
            assertThat(Selection.gather(sums, axis, indices).toArray())
                    .isEqualTo(parts.affine(1, 100).toArray());
            assertThat(Selection.gather(sums, axis, 1).toArray()).containsOnly(100);
        }
        Tensor sums = Tensor.zeros(2, 1);
        Selection.scatterAdd(count(3, 1).affine(1, 1), 0, new int[] {1, 1, 1}, sums);
        assertThat(sums.toArray()).containsExactly(0, 6);
    }

    @Test
    void argmaxIsTheFirstMaximumOrTheFirstNaNAlongAnyAxis() {
        Tensor x = Tensor.of(new float[] {1, 5, 5, Float.NaN, 2, 9}, 2, 3);
        assertThat(Selection.argmax(x, 1)).containsExactly(1, 0);
        assertThat(Selection.argmax(x, -2)).containsExactly(1, 0, 1);
        assertThat(Selection.argmax(x.transpose(), 0)).containsExactly(1, 0);
        Tensor three = count(2, 3, 4).affine(-1, 0);
        three.set(1, 1, 2, 3);
        assertThat(Selection.argmax(three, 0)).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
        assertThat(Selection.argmax(three, 1)).containsExactly(0, 0, 0, 0, 0, 0, 0, 2);
        assertThat(Selection.argmax(Tensor.full(Float.NEGATIVE_INFINITY, 3), 0)).containsExactly(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Selection.argmax(Tensor.zeros(0, 3), 0))
                .withMessageContaining("at least 1 element");
        assertThat(Selection.argmax(Tensor.zeros(0, 3), 1)).isEmpty();
    }

    @Test
    void oneHotHasAOneAtEachClass() {
        assertThat(Selection.oneHot(new int[] {2, 0}, 3).toArray()).containsExactly(0, 0, 1, 1, 0, 0);
        assertThat(Selection.oneHot(new int[0], 3).shape()).isEqualTo(Shape.of(0, 3));
        for (int wrong : new int[] {-1, 3}) {
            assertOutOfBounds(() -> Selection.oneHot(new int[] {0, wrong}, 3), "[1, " + wrong + "]", "(2, 3)");
        }
    }

    @Test
    void whereChoosesFromBroadcastTensorsAndIgnoresTheOther() {
        Tensor x = Tensor.of(new float[] {-1, 2, Float.NaN, -0f}, 4);
        Tensor positive = Selection.mask(x, each -> each > 0);
        assertThat(positive.toArray()).containsExactly(0, 1, 0, 0);
        assertThat(Selection.mask(x, Double::isNaN).toArray()).containsExactly(0, 0, 1, 0);
        assertThat(Selection.where(positive, x, Tensor.scalar(7)).toArray()).containsExactly(7, 2, 7, 7);

        for (Tensor mask : views(Selection.mask(count(3, 4, 5), each -> each % 3 == 0))) {
            Tensor a = count(mask.size(-1));
            Tensor b = count(mask.size(0), 1, 1).affine(1, 100);
            Tensor chosen = Selection.where(mask, a, b);
            assertThat(chosen.shape()).isEqualTo(mask.shape());
            for (int i = 0; i < chosen.elementCount(); i++) {
                int[] at = index(mask.shape(), i);
                assertThat(chosen.get(at)).isEqualTo(mask.get(at) != 0 ? a.get(at[2]) : b.get(at[0], 0, 0));
            }
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Selection.where(Tensor.zeros(2), Tensor.zeros(3), Tensor.scalar(0)))
                .withMessageContainingAll("(2)", "(3)");
    }

    @Test
    void indicesOutOfRangeAreRejectedWithTheirPosition() {
        Tensor x = count(2, 3);
        for (int wrong : new int[] {-1, 3, Integer.MAX_VALUE}) {
            assertOutOfBounds(() -> Selection.gather(x, 1, 0, wrong), "index " + wrong, "position 1", "(2, 3)");
            assertOutOfBounds(
                    () -> Selection.scatterAdd(count(2, 2), 1, new int[] {wrong, 0}, x), "index " + wrong, "size 3");
        }
        assertThat(x.toArray()).isEqualTo(count(2, 3).toArray());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Selection.gather(x, 2, 0))
                .withMessageContaining("axis 2");
    }

    private static void assertOutOfBounds(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String... words) {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .as(Arrays.toString(words))
                .isThrownBy(call)
                .withMessageContainingAll(words);
    }
}
