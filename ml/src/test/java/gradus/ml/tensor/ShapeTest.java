package gradus.ml.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ()        | ()        | ()
                    ()        | (1)       | (1)
                    ()        | (0)       | (0)
                    ()        | (3)       | (3)
                    ()        | (2, 3)    | (2, 3)
                    (1)       | (1)       | (1)
                    (1)       | (0)       | (0)
                    (1)       | (3)       | (3)
                    (3)       | (3)       | (3)
                    (3)       | (2, 3)    | (2, 3)
                    (1, 3)    | (2, 3)    | (2, 3)
                    (2, 1)    | (2, 3)    | (2, 3)
                    (2, 1)    | (3)       | (2, 3)
                    (2, 1)    | (1, 3)    | (2, 3)
                    (1, 1)    | (2, 3)    | (2, 3)
                    (0, 3)    | (3)       | (0, 3)
                    (0, 3)    | (1, 3)    | (0, 3)
                    (0, 1)    | (2)       | (0, 2)
                    (2, 0)    | (2, 1)    | (2, 0)
                    (4, 2, 3) | (2, 1)    | (4, 2, 3)
                    (4, 1, 3) | (2, 1)    | (4, 2, 3)
                    (4, 1, 1) | (1, 2, 3) | (4, 2, 3)
                    (5, 1, 4, 1) | (3, 1, 2) | (5, 3, 4, 2)
                    (2)       | (3)       | rejected
                    (0)       | (2)       | rejected
                    (2, 3)    | (2)       | rejected
                    (2, 3)    | (3, 2)    | rejected
                    (2, 3)    | (2, 2, 2) | rejected
                    (0, 3)    | (2, 3)    | rejected
                    (4, 2, 3) | (4, 1)    | rejected
                    (4, 2, 3) | (4, 1, 3) | (4, 2, 3)
                    (3, 1, 2) | (2, 4, 2) | rejected
                    """)
    void shapesBroadcastByTheRuleOfNumPy(String a, String b, String both) {
        assertBroadcast(a, b, both);
        assertBroadcast(b, a, both);
    }

    private static void assertBroadcast(String a, String b, String both) {
        if (both.equals("rejected")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> shape(a).broadcast(shape(b)))
                    .withMessageContainingAll(a, b);
        } else {
            assertThat(shape(a).broadcast(shape(b))).isEqualTo(shape(both)).hasToString(both);
        }
    }

    private static Shape shape(String text) {
        return Shape.of(Arrays.stream(text.replaceAll("[() ]", "").split(","))
                .filter(size -> !size.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray());
    }

    @Test
    void aShapeCountsItsElements() {
        assertThat(Shape.of().elementCount()).isEqualTo(1);
        assertThat(Shape.of(2, 3, 4).elementCount()).isEqualTo(24);
        assertThat(Shape.of(2, 0, 4).elementCount()).isZero();
        assertThat(Shape.of(2, 3, 4).rank()).isEqualTo(3);
    }

    @Test
    void axesAreCountedFromEitherEnd() {
        Shape shape = Shape.of(2, 3, 4);
        assertThat(shape.size(0)).isEqualTo(2);
        assertThat(shape.size(-1)).isEqualTo(4);
        assertThat(shape.normaliseAxis(-3)).isZero();
        assertThat(shape.withSize(-2, 7)).isEqualTo(Shape.of(2, 7, 4));
        assertThat(shape.without(-1)).isEqualTo(Shape.of(2, 3));
        for (int none : new int[] {3, -4}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> shape.size(none))
                    .withMessageContainingAll(Integer.toString(none), "(2, 3, 4)");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Shape.of().size(-1));
    }

    @Test
    void aPermutationNamesEachAxisOnce() {
        Shape shape = Shape.of(2, 3, 4);
        assertThat(shape.permutation()).containsExactly(0, 2, 1);
        assertThat(Shape.of(3).permutation()).containsExactly(0);
        assertThat(Shape.of().permutation()).isEmpty();
        assertThat(shape.permutation(-1, 0, 1)).containsExactly(2, 0, 1);
        assertThat(Shape.of(3).permutation(0)).containsExactly(0);
        for (int[] wrong : new int[][] {{0, 1}, {0, 1, 1}, {0, 1, 2, 2}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> shape.permutation(wrong))
                    .withMessageContainingAll("(2, 3, 4)", Arrays.toString(wrong));
        }
    }

    @Test
    void negativeAndTooLargeShapesAreRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> Shape.of(2, -1)).withMessageContaining("(2, -1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(65_536, 65_536))
                .withMessageContaining("(65536, 65536)");
        for (int[] sizes : new int[][] {{65_536, 65_536, 65_536}, {0, -1}, {-1, -1}, {65_536, 65_536, -1}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Shape.of(sizes))
                    .withMessageContaining("at least 0 and multiply to at most 2^31 - 9 elements");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(65_536, 1).broadcast(Shape.of(65_536)))
                .withMessageContaining("(65536, 65536)");
    }

    @Test
    void aSizeOfZeroMakesAShapeEmptyWhereverItStands() {
        for (int[] sizes : new int[][] {{0, 65_536, 65_536}, {65_536, 0, 65_536}, {65_536, 65_536, 0}}) {
            assertThat(Shape.of(sizes).elementCount()).isZero();
            assertThat(Shape.of(sizes).sizes()).isEqualTo(sizes);
        }
        int most = Integer.MAX_VALUE;
        assertThat(Shape.of(most, most, most, most, 0).elementCount()).isZero();
    }

    @Test
    void aShapeIsAnImmutableValue() {
        int[] sizes = {2, 3};
        Shape shape = Shape.of(sizes);
        sizes[0] = 9;
        shape.sizes()[0] = 9;
        assertThat(shape)
                .isEqualTo(Shape.of(2, 3))
                .hasSameHashCodeAs(Shape.of(2, 3))
                .hasToString("(2, 3)");
        assertThat(shape).isNotEqualTo(Shape.of(3, 2)).isNotEqualTo(Shape.of(2, 3, 1));
    }
}
