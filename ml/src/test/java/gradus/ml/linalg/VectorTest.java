package gradus.ml.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class VectorTest {

    private static final Percentage CLOSE = Percentage.withPercentage(1e-10);

    @Test
    void aVectorKeepsItsOwnCopyOfItsComponents() {
        double[] given = {1, 2};
        Vector vector = Vector.of(given);
        given[0] = 9;
        vector.toArray()[1] = 9;

        assertThat(vector).isEqualTo(Vector.of(1, 2)).hasSameHashCodeAs(Vector.of(1, 2));
        assertThat(vector.size()).isEqualTo(2);
        assertThat(vector.get(1)).isEqualTo(2);
    }

    @Test
    void vectorsAreEqualWhenTheirComponentsAre() {
        assertThat(Vector.of(1, 2)).isNotEqualTo(Vector.of(2, 1)).isNotEqualTo(Vector.of(1, 2, 0));
        assertThat(Vector.of(1, 2.5)).hasToString("(1.0, 2.5)");
        assertThat(Vector.of()).hasToString("()");
    }

    @Test
    void arithmeticIsElementwise() {
        Vector x = Vector.of(1, -2, 3);

        assertThat(x.plus(Vector.of(4, 5, 6))).isEqualTo(Vector.of(5, 3, 9));
        assertThat(x.minus(Vector.of(4, 5, 6))).isEqualTo(Vector.of(-3, -7, -3));
        assertThat(x.times(-2)).isEqualTo(Vector.of(-2, 4, -6));
        assertThat(x.dot(Vector.of(4, 5, 6))).isEqualTo(12);
        assertThat(x).isEqualTo(Vector.of(1, -2, 3));
    }

    @Test
    void everyOperationOnTwoVectorsRejectsDifferentSizesAndNamesBoth() {
        List<BiFunction<Vector, Vector, Object>> operations = List.of(
                Vector::plus,
                Vector::minus,
                Vector::dot,
                Vector::cosine,
                Vector::projectOn,
                (x, y) -> x.distance(y, 2));

        assertThat(operations)
                .allSatisfy(operation ->
                        assertRejected(() -> operation.apply(Vector.of(1, 2), Vector.of(1, 2, 3)), "2", "3"));
    }

    @Test
    void aSmallProductBetweenLargeOnesThatCancelIsKept() {
        assertThat(Vector.of(1e16, 1, -1e16).dot(Vector.of(1, 1, 1))).isEqualTo(1);
    }

    @Test
    void theNormIsRightAtTheEndsOfTheRange() {
        assertThat(Vector.of(3, -4).norm()).isEqualTo(5);
        assertThat(Vector.of(0, 0).norm()).isZero();
        assertThat(Vector.of(3e200, 4e200).norm()).isCloseTo(5e200, CLOSE);
        assertThat(Vector.of(3e-200, 4e-200).norm()).isCloseTo(5e-200, CLOSE);
        assertThat(Vector.of(1, Double.NEGATIVE_INFINITY).norm()).isInfinite();
        assertThat(Vector.of(1, Double.NaN).norm()).isNaN();
    }

    @Test
    void theDistanceDependsOnItsOrder() {
        Vector from = Vector.of(1, 2);
        Vector to = Vector.of(4, -2);

        assertThat(from.distance(to, 1)).isEqualTo(7);
        assertThat(from.distance(to, 2)).isCloseTo(5, CLOSE);
        assertThat(from.distance(to, 1000)).isCloseTo(4, CLOSE);
        assertThat(from.distance(to, Double.POSITIVE_INFINITY)).isEqualTo(4);
        assertThat(from.distance(from, 3)).isZero();
        assertThat(from.times(1e200).distance(to.times(1e200), 2)).isCloseTo(5e200, CLOSE);
    }

    @Test
    void anOrderBelowOneIsRejected() {
        assertThat(new double[] {0.99, 0, -1, Double.NaN}).satisfies(orders -> {
            for (double p : orders) {
                assertRejected(() -> Vector.of(1).distance(Vector.of(2), p), "at least 1", Double.toString(p));
            }
        });
    }

    @Test
    void theCosineIsThatOfTheAngleAndNeverBeyondOne() {
        assertThat(Vector.of(3, 4).cosine(Vector.of(4, 3))).isCloseTo(0.96, CLOSE);
        assertThat(Vector.of(3e200, 4e200).cosine(Vector.of(4e-200, 3e-200))).isCloseTo(0.96, CLOSE);
        var random = new Random(1);
        for (int size = 1; size <= 200; size++) {
            Vector x = Vector.of(random.doubles(size).toArray());
            assertThat(x.cosine(x.times(0.7))).isLessThanOrEqualTo(1).isCloseTo(1, CLOSE);
            assertThat(x.cosine(x.times(-0.7))).isGreaterThanOrEqualTo(-1).isCloseTo(-1, CLOSE);
        }
    }

    @Test
    void theRestOfAProjectionIsOrthogonal() {
        assertThat(Vector.of(2, 3).projectOn(Vector.of(4, 0))).isEqualTo(Vector.of(2, 0));
        var random = new Random(2);
        for (int size = 1; size <= 100; size++) {
            Vector x = Vector.of(random.doubles(size, -1, 1).toArray());
            Vector axis = Vector.of(random.doubles(size, -1, 1).toArray()).times(1e200);
            Vector projection = x.projectOn(axis);
            assertThat(x.minus(projection).dot(axis.times(1e-200))).isCloseTo(0, within(1e-12));
            if (size > 1) {
                assertThat(Math.abs(projection.cosine(axis))).isCloseTo(1, CLOSE);
            }
        }
    }

    @Test
    void aZeroVectorHasNoDirection() {
        Vector zero = Vector.of(0, 0);
        Vector other = Vector.of(1, 2);

        assertRejected(() -> other.cosine(zero), "no direction");
        assertRejected(() -> zero.cosine(other), "no direction");
        assertRejected(() -> other.projectOn(zero), "no direction");
        assertThat(zero.projectOn(other)).isEqualTo(zero);
    }

    private static void assertRejected(ThrowingCallable call, String... words) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContainingAll(words);
    }
}
