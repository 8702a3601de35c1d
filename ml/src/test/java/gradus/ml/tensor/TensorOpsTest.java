package gradus.ml.tensor;

import static gradus.ml.tensor.Indices.broadcastElement;
import static gradus.ml.tensor.Indices.byIndex;
import static gradus.ml.tensor.Indices.count;
import static gradus.ml.tensor.Indices.index;
import static gradus.ml.tensor.Indices.views;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.kernel.BinaryFunction;
import gradus.ml.kernel.UnaryFunction;
import gradus.ml.numbers.Rng;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Every operation against a loop that defines it.
class TensorOpsTest {

    @Test
    void sumsAlongEachAxisMatchALoop() {
        Tensor whole = Tensor.normal(Rng.of(1), 1, 3, 4, 2, 5);
        for (Tensor x : List.of(
                whole, whole.transpose(3, 1, 0, 2), whole.slice(1, 1, 3), whole.slice(3, 0, 1), whole.slice(2, 1, 1))) {
            for (int axis = -4; axis < 4; axis++) {
                int along = x.shape().normaliseAxis(axis);
                Tensor sums = x.sum(axis);
                assertThat(sums.shape()).isEqualTo(x.shape().withSize(axis, 1));
                for (int i = 0; i < sums.elementCount(); i++) {
                    int[] index = index(sums.shape(), i);
                    double sum = 0;
                    for (index[along] = 0; index[along] < x.size(along); index[along]++) {
                        sum += x.get(index);
                    }
                    assertThat((double) sums.data()[i]).isCloseTo(sum, within(1e-5));
                }
            }
        }
    }

    @Test
    void sumToEveryShapeMatchesALoop() {
        for (Tensor x : List.of(Tensor.normal(Rng.of(2), 1, 3, 4, 5), Tensor.zeros(0, 4, 5), Tensor.zeros(3, 4, 0))) {
            int n = x.size(-1);
            int m = x.size(0);
            for (int[] to : new int[][] {
                {}, {1}, {n}, {1, n}, {4, n}, {4, 1}, {1, 1}, {m, 1, 1}, {m, 4, 1}, {m, 1, n}, {1, 4, n}, {1, 4, 1}
            }) {
                Tensor expected = Tensor.zeros(to);
                for (int i = 0; i < x.elementCount(); i++) {
                    int[] index = index(x.shape(), i);
                    int[] own = new int[to.length];
                    for (int k = 1; k <= to.length; k++) {
                        own[to.length - k] = to[to.length - k] == 1 ? 0 : index[3 - k];
                    }
                    expected.set(expected.get(own) + x.get(index), own);
                }
                Tensor sums = Tensor.full(Float.NaN, to);
                TensorOps.sumTo(x, sums, false);
                assertClose(sums, expected);
                TensorOps.sumTo(x, sums, true);
                assertClose(sums, expected.affine(2, 0));
            }
        }
    }

    @Test
    void aResultMayShareItsArrayWithAnyOperand() {
        Tensor given = Tensor.normal(Rng.of(6), 1, 40, 40);
        List<BiConsumer<Tensor, Tensor>> operations = List.of(
                (x, to) -> TensorOps.copy(x, to, false),
                (x, to) -> TensorOps.copy(x, to, true),
                (x, to) -> TensorOps.map(UnaryFunction.SQUARE, x, to),
                (x, to) -> TensorOps.affine(x, 2, 1, to, true),
                (x, to) -> TensorOps.zip(BinaryFunction.MINUS, x, to, to, false),
                (x, to) -> TensorOps.zip(BinaryFunction.MINUS, to, x, to, false),
                (x, to) -> TensorOps.zip(BinaryFunction.TIMES, to, x.slice(0, 1, 2), to, false),
                (x, to) -> TensorOps.zip(BinaryFunction.TIMES, x.slice(1, 1, 2), to, to, false),
                (x, to) -> TensorOps.matmul(x, to, to, false),
                (x, to) -> TensorOps.matmul(to, x, to, true),
                (x, to) -> TensorOps.sumTo(x, to, true));
        List<UnaryOperator<Tensor>> views = List.of(
                x -> x,
                Tensor::transpose,
                x -> x.reshape(-1)
                        .slice(0, 1, 1600)
                        .reshape(-1)
                        .slice(0, 0, 400)
                        .reshape(20, 20),
                x -> x.slice(0, 20, 40).slice(1, 3, 23));
        for (int i = 0; i < operations.size(); i++) {
            for (UnaryOperator<Tensor> view : views) {
                Tensor apart = given.copy();
                Tensor shared = given.copy();
                int n = view.apply(given).size(0);
                Tensor expected = apart.reshape(-1).slice(0, 0, n * n).reshape(n, n);
                Tensor result = shared.reshape(-1).slice(0, 0, n * n).reshape(n, n);
                operations.get(i).accept(view.apply(given), expected);
                operations.get(i).accept(view.apply(shared), result);
                assertThat(result.toArray()).as("operation %d", i).isEqualTo(expected.toArray());
            }
        }
    }

    @Test
    void aNaNAnywhereMakesItsReductionNaNAndNoOther() {
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 5; column++) {
                Tensor x = count(3, 5);
                x.set(Float.NaN, row, column);
                Tensor maxima = Tensor.zeros(3, 1);
                int[] indices = TensorOps.max(x, maxima);
                Tensor sums = x.sum(1);
                for (int i = 0; i < 3; i++) {
                    assertThat((Float) maxima.get(i, 0)).isEqualTo((Float) (i == row ? Float.NaN : 5f * i + 4));
                    assertThat(indices[i]).isEqualTo(i == row ? column : 4);
                    assertThat(Float.isNaN(sums.get(i, 0))).isEqualTo(i == row);
                }
                for (int j = 0; j < 5; j++) {
                    assertThat(Float.isNaN(x.sum(0).get(0, j))).isEqualTo(j == column);
                }
                Tensor all = Tensor.scalar(0);
                TensorOps.sumTo(x, all, false);
                assertThat(all.item()).isNaN();
            }
        }
        Tensor two = Tensor.of(new float[] {1, Float.NaN, Float.POSITIVE_INFINITY, Float.NaN}, 1, 4);
        assertThat(TensorOps.max(two, Tensor.zeros(1, 1))).containsExactly(1);
        Tensor low = Tensor.full(Float.NEGATIVE_INFINITY, 1, 3);
        assertThat(TensorOps.max(low, Tensor.zeros(1, 1))).containsExactly(0);
    }

    @Test
    void elementwiseOperationsBroadcastEveryView() {
        Rng rng = Rng.of(3);
        List<Tensor> others = List.of(
                Tensor.normal(rng, 1),
                Tensor.normal(rng, 1, 1),
                Tensor.normal(rng, 1, 5),
                Tensor.normal(rng, 1, 4, 1),
                Tensor.normal(rng, 1, 4, 5),
                Tensor.normal(rng, 1, 5, 4).transpose(),
                Tensor.normal(rng, 1, 1, 4, 1),
                Tensor.normal(rng, 1, 3, 1, 1),
                Tensor.normal(rng, 1, 3, 1, 5),
                Tensor.normal(rng, 1, 3, 4, 1),
                Tensor.normal(rng, 1, 3, 4, 5),
                Tensor.normal(rng, 1, 5, 4, 3).transpose(2, 1, 0),
                Tensor.normal(rng, 1, 3, 4, 9).slice(2, 2, 7),
                Tensor.normal(rng, 1, 2, 1, 4, 5));
        List<Tensor> wholes = List.of(
                Tensor.normal(rng, 1, 3, 4, 5),
                Tensor.normal(rng, 1, 5, 3, 4).transpose(1, 2, 0),
                Tensor.normal(rng, 1, 6, 8, 10).slice(0, 2, 5).slice(1, 3, 7).slice(2, 1, 6));
        for (Tensor whole : wholes) {
            for (Tensor other : others) {
                for (BinaryFunction f : BinaryFunction.values()) {
                    assertZip(f, whole, other);
                    assertZip(f, other, whole);
                }
            }
        }
    }

    private static void assertZip(BinaryFunction f, Tensor a, Tensor b) {
        Tensor result = a.zip(f, b);
        Shape both = a.shape().broadcast(b.shape());
        assertThat(result.shape()).isEqualTo(both);
        Tensor added = Tensor.full(1, both.sizes());
        TensorOps.zip(f, a, b, added, true);
        for (int i = 0; i < result.elementCount(); i++) {
            int[] index = index(both, i);
            float expected = f.apply(broadcastElement(a, index), broadcastElement(b, index));
            assertThat(result.data()[i]).isEqualTo(expected);
            assertThat(added.data()[i]).isCloseTo(expected + 1, within(1e-6f * (1 + Math.abs(expected))));
        }
    }

    @Test
    void elementwiseOperationsBroadcastLongRows() {
        Tensor line = Tensor.normal(Rng.of(4), 1, 70_001);
        assertZip(BinaryFunction.DIVIDE, line, Tensor.scalar(3));
        assertZip(BinaryFunction.MINUS, Tensor.scalar(3), line);
        assertZip(BinaryFunction.TIMES, line, Tensor.of(new float[] {2, 3}, 2, 1));
    }

    @Test
    void unaryFunctionsTakeEveryView() {
        for (Tensor view : views(count(3, 4, 5).affine(0.1f, 0))) {
            Tensor square = view.map(UnaryFunction.SQUARE);
            Tensor line = view.affine(2, 1);
            float[] numbers = byIndex(view);
            for (int i = 0; i < numbers.length; i++) {
                assertThat(square.data()[i]).isEqualTo(numbers[i] * numbers[i]);
                assertThat(line.data()[i]).isCloseTo(2 * numbers[i] + 1, within(1e-6f));
            }
        }
    }

    @Test
    void matmulBroadcastsBatchesOfEveryView() {
        Rng rng = Rng.of(5);
        assertProduct(Tensor.normal(rng, 1, 3, 4), Tensor.normal(rng, 1, 4, 5));
        assertProduct(Tensor.normal(rng, 1, 2, 3, 4), Tensor.normal(rng, 1, 4, 5));
        assertProduct(Tensor.normal(rng, 1, 3, 4), Tensor.normal(rng, 1, 2, 4, 5));
        assertProduct(Tensor.normal(rng, 1, 6, 3, 4), Tensor.normal(rng, 1, 6, 4, 5));
        assertProduct(Tensor.normal(rng, 1, 2, 1, 3, 4), Tensor.normal(rng, 1, 5, 4, 2));
        assertProduct(Tensor.normal(rng, 1, 1, 3, 4), Tensor.normal(rng, 1, 7, 4, 1));
        assertProduct(
                Tensor.normal(rng, 1, 4, 3).transpose(),
                Tensor.normal(rng, 1, 5, 4).transpose());
        assertProduct(Tensor.normal(rng, 1, 2, 4, 3).transpose(), Tensor.normal(rng, 1, 4, 5));
        assertProduct(
                Tensor.normal(rng, 1, 2, 4, 3).transpose(),
                Tensor.normal(rng, 1, 2, 5, 4).transpose());
        assertProduct(Tensor.normal(rng, 1, 3, 2, 4).transpose(1, 0, 2), Tensor.normal(rng, 1, 4, 5));
        assertProduct(
                Tensor.normal(rng, 1, 2, 3, 9).slice(2, 2, 6),
                Tensor.normal(rng, 1, 9, 5).slice(0, 5, 9));
        assertProduct(
                Tensor.normal(rng, 1, 1, 4).broadcastTo(Shape.of(3, 4)),
                Tensor.normal(rng, 1, 4, 1).broadcastTo(Shape.of(4, 5)));
        assertProduct(Tensor.normal(rng, 1, 1, 1), Tensor.normal(rng, 1, 1, 1));
    }

    @Test
    void matmulOfEmptyMatricesIsZeroOrEmpty() {
        assertProduct(Tensor.zeros(3, 0), Tensor.zeros(0, 2));
        assertProduct(Tensor.zeros(0, 3), Tensor.zeros(3, 2));
        assertProduct(Tensor.zeros(2, 3, 0), Tensor.zeros(0, 2));
        assertProduct(Tensor.zeros(2, 3, 4), Tensor.zeros(4, 0));
        assertProduct(Tensor.zeros(0, 3, 4), Tensor.zeros(4, 2));
        assertProduct(Tensor.zeros(0, 3, 4), Tensor.zeros(1, 4, 2));
    }

    private static void assertProduct(Tensor a, Tensor b) {
        Tensor product = a.matmul(b);
        int m = a.size(-2);
        int n = b.size(-1);
        Shape batch = a.shape()
                .without(-1)
                .without(-1)
                .broadcast(b.shape().without(-1).without(-1));
        Tensor broadcastA = a.broadcastTo(Shape.of(join(batch, m, a.size(-1))));
        Tensor broadcastB = b.broadcastTo(Shape.of(join(batch, b.size(-2), n)));
        assertThat(product.shape()).isEqualTo(Shape.of(join(batch, m, n)));
        for (int i = 0; i < product.elementCount(); i++) {
            int[] index = index(product.shape(), i);
            int[] left = index.clone();
            int[] right = index.clone();
            double sum = 0;
            for (int k = 0; k < a.size(-1); k++) {
                left[left.length - 1] = k;
                right[right.length - 2] = k;
                sum += (double) broadcastA.get(left) * broadcastB.get(right);
            }
            assertThat((double) product.data()[i]).isCloseTo(sum, within(1e-5));
        }
    }

    private static int[] join(Shape batch, int rows, int columns) {
        int[] sizes = java.util.Arrays.copyOf(batch.sizes(), batch.rank() + 2);
        sizes[batch.rank()] = rows;
        sizes[batch.rank() + 1] = columns;
        return sizes;
    }

    private static void assertClose(Tensor actual, Tensor expected) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        for (int i = 0; i < expected.elementCount(); i++) {
            assertThat(actual.data()[i]).isCloseTo(expected.data()[i], within(1e-4f));
        }
    }
}
