package gradus.ml.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.kernel.Binary;
import gradus.ml.kernel.Unary;
import gradus.ml.numbers.Rng;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TensorTest {

    /// 0, 1, 2, … under a shape.
    private static Tensor count(int... shape) {
        Tensor tensor = Tensor.zeros(shape);
        for (int i = 0; i < tensor.count(); i++) {
            tensor.data()[i] = i;
        }
        return tensor;
    }

    @Test
    void aTensorKeepsItsOwnCopyUnlessItIsOverAnArray() {
        float[] given = {1, 2, 3, 4};
        Tensor copy = Tensor.of(given, 2, 2);
        Tensor over = Tensor.over(given, Shape.of(2, 2));
        given[3] = 9;
        assertThat(copy.get(1, 1)).isEqualTo(4);
        assertThat(over.get(1, 1)).isEqualTo(9);
        over.toArray()[0] = 9;
        over.copy().set(9, 0, 0);
        assertThat(over.get(0, 0)).isEqualTo(1);
    }

    @Test
    void everyPlaceIsFoundAgain() {
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

        Tensor nested = whole.transpose().slice(-1, 1, 2).slice(1, 2, 4);
        nested.set(-3, 1, 0, 0);
        assertThat(whole.get(1, 1, 2)).isEqualTo(-3);
    }

    @Test
    void reshapeIsAViewWhereNumbersLieInARowAndElseACopy() {
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
    void copiesOfViewsLieInARow() {
        for (Tensor view : views(count(3, 4, 5))) {
            Tensor copy = view.copy();
            assertThat(copy.isContiguous()).isTrue();
            assertThat(copy.toArray()).isEqualTo(view.toArray()).isEqualTo(byIndex(view));
        }
    }

    /// Every kind of view with three axes.
    private static List<Tensor> views(Tensor x) {
        return List.of(
                x,
                x.transpose(),
                x.transpose(2, 1, 0),
                x.transpose(1, 0, 2),
                x.slice(0, 1, 3),
                x.slice(1, 1, 3),
                x.slice(2, 1, 2),
                x.slice(2, 3, 3),
                x.slice(1, 2, 4).transpose(1, 2, 0).slice(0, 1, 2),
                x.slice(0, 1, 2).broadcastTo(Shape.of(6, x.size(1), x.size(2))),
                x.slice(2, 1, 2).broadcastTo(Shape.of(x.size(0), x.size(1), 6)),
                x.slice(1, 0, 1).transpose().broadcastTo(Shape.of(x.size(0), x.size(2), 3)));
    }

    private static float[] byIndex(Tensor x) {
        float[] numbers = new float[x.count()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = x.get(index(x.shape(), i));
        }
        return numbers;
    }

    /// The index of the `i`th number.
    private static int[] index(Shape shape, int i) {
        int[] index = new int[shape.rank()];
        int rest = i;
        for (int axis = index.length - 1; axis >= 0; axis--) {
            index[axis] = rest % shape.size(axis);
            rest /= shape.size(axis);
        }
        return index;
    }

    /// The number that meets `index` of the wide shape.
    private static float repeated(Tensor x, int[] index) {
        int[] own = new int[x.rank()];
        for (int i = 1; i <= own.length; i++) {
            own[own.length - i] = x.size(-i) == 1 ? 0 : index[index.length - i];
        }
        return x.get(own);
    }

    @Test
    void sumsAlongEachAxisAreThoseOfALoop() {
        Tensor whole = Tensor.normal(Rng.of(1), 1, 3, 4, 2, 5);
        for (Tensor x : List.of(
                whole, whole.transpose(3, 1, 0, 2), whole.slice(1, 1, 3), whole.slice(3, 0, 1), whole.slice(2, 1, 1))) {
            for (int axis = -4; axis < 4; axis++) {
                int along = x.shape().axis(axis);
                Tensor sums = x.sum(axis);
                assertThat(sums.shape()).isEqualTo(x.shape().with(axis, 1));
                for (int i = 0; i < sums.count(); i++) {
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
    void sumsUpToEveryShapeAreThoseOfALoop() {
        for (Tensor x : List.of(Tensor.normal(Rng.of(2), 1, 3, 4, 5), Tensor.zeros(0, 4, 5), Tensor.zeros(3, 4, 0))) {
            int n = x.size(-1);
            int m = x.size(0);
            for (int[] to : new int[][] {
                {}, {1}, {n}, {1, n}, {4, n}, {4, 1}, {1, 1}, {m, 1, 1}, {m, 4, 1}, {m, 1, n}, {1, 4, n}, {1, 4, 1}
            }) {
                Tensor expected = Tensor.zeros(to);
                for (int i = 0; i < x.count(); i++) {
                    int[] index = index(x.shape(), i);
                    int[] own = new int[to.length];
                    for (int k = 1; k <= to.length; k++) {
                        own[to.length - k] = to[to.length - k] == 1 ? 0 : index[3 - k];
                    }
                    expected.set(expected.get(own) + x.get(index), own);
                }
                Tensor sums = Tensor.full(Float.NaN, to);
                Compute.sumTo(x, sums, false);
                assertClose(sums, expected);
                Compute.sumTo(x, sums, true);
                assertClose(sums, expected.affine(2, 0));
            }
        }
    }

    @Test
    void arithmeticMeetsByTheRuleWhateverViewsTheOperandsAre() {
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
                for (Binary f : Binary.values()) {
                    assertZip(f, whole, other);
                    assertZip(f, other, whole);
                }
            }
        }
    }

    private static void assertZip(Binary f, Tensor a, Tensor b) {
        Tensor result = a.zip(f, b);
        Shape both = a.shape().broadcast(b.shape());
        assertThat(result.shape()).isEqualTo(both);
        Tensor added = Tensor.full(1, both.sizes());
        Compute.zip(f, a, b, added, true);
        for (int i = 0; i < result.count(); i++) {
            int[] index = index(both, i);
            float expected = f.of(repeated(a, index), repeated(b, index));
            assertThat(result.data()[i]).isEqualTo(expected);
            assertThat(added.data()[i]).isCloseTo(expected + 1, within(1e-6f * (1 + Math.abs(expected))));
        }
    }

    @Test
    void arithmeticOnLongLinesThatAreRepeatedIsRightToo() {
        Tensor line = Tensor.normal(Rng.of(4), 1, 70_001);
        assertZip(Binary.DIVIDE, line, Tensor.scalar(3));
        assertZip(Binary.MINUS, Tensor.scalar(3), line);
        assertZip(Binary.TIMES, line, Tensor.of(new float[] {2, 3}, 2, 1));
    }

    @Test
    void functionsOfOneNumberTakeEveryView() {
        for (Tensor view : views(count(3, 4, 5).affine(0.1f, 0))) {
            Tensor square = view.map(Unary.SQUARE);
            Tensor line = view.affine(2, 1);
            float[] numbers = byIndex(view);
            for (int i = 0; i < numbers.length; i++) {
                assertThat(square.data()[i]).isEqualTo(numbers[i] * numbers[i]);
                assertThat(line.data()[i]).isCloseTo(2 * numbers[i] + 1, within(1e-6f));
            }
        }
    }

    @Test
    void productsOfMatricesMeetOverBatchesWhateverViewsTheyAre() {
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
    void productsOfEmptyMatricesAreZerosOrEmpty() {
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
        Shape before = a.shape()
                .without(-1)
                .without(-1)
                .broadcast(b.shape().without(-1).without(-1));
        Tensor wideA = a.broadcastTo(Shape.of(join(before, m, a.size(-1))));
        Tensor wideB = b.broadcastTo(Shape.of(join(before, b.size(-2), n)));
        assertThat(product.shape()).isEqualTo(Shape.of(join(before, m, n)));
        for (int i = 0; i < product.count(); i++) {
            int[] index = index(product.shape(), i);
            int[] left = index.clone();
            int[] right = index.clone();
            double sum = 0;
            for (int k = 0; k < a.size(-1); k++) {
                left[left.length - 1] = k;
                right[right.length - 2] = k;
                sum += (double) wideA.get(left) * wideB.get(right);
            }
            assertThat((double) product.data()[i]).isCloseTo(sum, within(1e-5));
        }
    }

    private static int[] join(Shape before, int rows, int columns) {
        int[] sizes = java.util.Arrays.copyOf(before.sizes(), before.rank() + 2);
        sizes[before.rank()] = rows;
        sizes[before.rank() + 1] = columns;
        return sizes;
    }

    @Test
    void emptyTensorsGoThroughEverything() {
        Tensor none = Tensor.zeros(0, 3);
        assertThat(none.plus(Tensor.zeros(3)).shape()).isEqualTo(Shape.of(0, 3));
        assertThat(none.map(Unary.EXP).toArray()).isEmpty();
        assertThat(none.affine(2, 1).toArray()).isEmpty();
        assertThat(none.sum(0).toArray()).containsExactly(0, 0, 0);
        assertThat(none.sum(1).toArray()).isEmpty();
        assertThat(none.transpose().copy().shape()).isEqualTo(Shape.of(3, 0));
        assertThat(none.reshape(3, 0).reshape(-1).shape()).isEqualTo(Shape.of(0));
        assertThat(Tensor.zeros(2, 0).sum(1).toArray()).containsExactly(0, 0);
        assertThat(count(2, 3).slice(1, 3, 3).plus(Tensor.scalar(1)).shape()).isEqualTo(Shape.of(2, 0));
        assertThat(none).hasToString("tensor (0, 3) []");
    }

    @Test
    void whatDoesNotFitIsRefusedWithBothShapes() {
        Tensor a = count(2, 3);
        Tensor b = count(2, 4);
        assertRefused(() -> a.plus(b), "(2, 3)", "(2, 4)");
        assertRefused(() -> a.minus(b), "(2, 3)", "(2, 4)");
        assertRefused(() -> a.times(b), "(2, 3)", "(2, 4)");
        assertRefused(() -> a.divide(b), "(2, 3)", "(2, 4)");
        assertRefused(() -> a.matmul(b), "(2, 3)", "(2, 4)");
        assertRefused(() -> a.matmul(count(3)), "(2, 3)", "(3)");
        assertRefused(() -> count(2, 5, 3).matmul(count(4, 3, 1)), "(2, 5, 3)", "(4, 3, 1)");
        assertRefused(() -> a.reshape(4, 2), "(2, 3)", "[4, 2]");
        assertRefused(() -> a.reshape(4, -1), "(2, 3)", "[4, -1]");
        assertRefused(() -> a.reshape(0, -1), "(2, 3)", "[0, -1]");
        assertRefused(() -> a.reshape(-1, -1), "-1");
        assertRefused(() -> a.broadcastTo(Shape.of(3)), "(2, 3)", "(3)");
        assertRefused(() -> a.broadcastTo(Shape.of(4, 3)), "(2, 3)", "(4, 3)");
        assertRefused(() -> a.transpose(0), "(2, 3)", "[0]");
        assertRefused(() -> Tensor.of(new float[5], 2, 3), "(2, 3)", "6", "5");
        assertRefused(a::item, "(2, 3)");
        assertRefused(() -> a.sum(2), "(2, 3)", "2");
        assertOutside(() -> a.get(1), "1", "(2, 3)");
        assertOutside(() -> a.get(1, 3), "[1, 3]", "(2, 3)");
        assertOutside(() -> a.set(0, -1, 0), "[-1, 0]", "(2, 3)");
        assertOutside(() -> a.slice(1, 2, 4), "2 to 3", "(2, 3)");
        assertOutside(() -> a.slice(1, 2, 1), "(2, 3)");
    }

    private static void assertRefused(ThrowingCallable call, String... words) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContainingAll(words);
    }

    private static void assertOutside(ThrowingCallable call, String... words) {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(call)
                .withMessageContainingAll(words);
    }

    private static void assertClose(Tensor actual, Tensor expected) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        for (int i = 0; i < expected.count(); i++) {
            assertThat(actual.data()[i]).isCloseTo(expected.data()[i], within(1e-4f));
        }
    }

    @Test
    void normalNumbersHaveTheirDeviationAndComeFromTheSeed() {
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
    void aSmallTensorShowsItsNumbers() {
        assertThat(count(2, 2)).hasToString("tensor (2, 2) [0.0, 1.0, 2.0, 3.0]");
        assertThat(count(2, 2).transpose()).hasToString("tensor (2, 2) [0.0, 2.0, 1.0, 3.0]");
        assertThat(count(10, 10)).hasToString("tensor (10, 10)");
    }
}
