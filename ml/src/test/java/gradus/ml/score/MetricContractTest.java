package gradus.ml.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Properties of every metric. Add a new metric to [Metric#ALL] to test it.
class MetricContractTest {

    private static final Rng RNG = Rng.of(11);
    private static final int N = 40;

    private static Vector drawn(IntToDoubleFunction value) {
        return Vector.of(IntStream.range(0, N).mapToDouble(value).toArray());
    }

    private static Vector actual(Metric.Domain domain) {
        return switch (domain) {
            case NUMBERS -> drawn(_ -> 1 + 9 * RNG.nextDouble());
            case LABELS -> drawn(row -> row % 3);
            case SCORES, PROBABILITIES -> drawn(row -> row % 2);
        };
    }

    private static Vector predicted(Metric.Domain domain) {
        return switch (domain) {
            case NUMBERS -> drawn(_ -> 10 * RNG.nextDouble());
            case LABELS -> drawn(_ -> RNG.nextInt(4));
            case SCORES -> drawn(_ -> RNG.nextInt(9));
            case PROBABILITIES -> drawn(_ -> (1 + RNG.nextInt(9)) / 10.0);
        };
    }

    @ParameterizedTest
    @FieldSource("gradus.ml.score.Metric#ALL")
    void aPerfectPredictionIsBestAndNoOtherIsBetter(Metric metric) {
        for (int repetition = 0; repetition < 50; repetition++) {
            Vector actual = actual(metric.domain());
            double other = metric.score().of(actual, predicted(metric.domain()));

            assertThat(metric.score().of(actual, actual)).isEqualTo(metric.best(), within(1e-15));
            assertThat(metric.direction().isBetter(other, metric.best())).isFalse();
            assertThat(metric.direction().isBetter(metric.worst(), other)).isFalse();
        }
    }

    @ParameterizedTest
    @FieldSource("gradus.ml.score.Metric#ALL")
    void rowOrderDoesNotMatter(Metric metric) {
        for (int repetition = 0; repetition < 20; repetition++) {
            Vector actual = actual(metric.domain());
            Vector predicted = predicted(metric.domain());
            int[] order = RNG.permutation(N);

            assertThat(metric.score().of(drawn(row -> actual.get(order[row])), drawn(row -> predicted.get(order[row]))))
                    .isEqualTo(metric.score().of(actual, predicted), within(1e-12));
        }
    }

    @ParameterizedTest
    @FieldSource("gradus.ml.score.Metric#ALL")
    void valueIsFinite(Metric metric) {
        for (int repetition = 0; repetition < 20; repetition++) {
            assertThat(metric.score().of(actual(metric.domain()), predicted(metric.domain())))
                    .isFinite();
        }
    }

    @ParameterizedTest
    @FieldSource("gradus.ml.score.Metric#ALL")
    void differentLengthsThrowWithBoth(Metric metric) {
        Vector one = Vector.of(1);
        Vector two = Vector.of(1, 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> metric.score().of(one, two))
                .withMessageContaining("there are 1 ")
                .withMessageContaining(" and 2 ");
        assertThatIllegalArgumentException().isThrownBy(() -> metric.score().of(two, one));
    }

    @ParameterizedTest
    @FieldSource("gradus.ml.score.Metric#ALL")
    void noRowsThrows(Metric metric) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> metric.score().of(Vector.of(), Vector.of()))
                .withMessageContaining("needs at least 1 row");
    }

    @ParameterizedTest
    @FieldSource("gradus.ml.score.Metric#ALL")
    void nonFiniteValuesThrow(Metric metric) {
        if (metric.domain() == Metric.Domain.LABELS) {
            return;
        }
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> metric.score().of(Vector.of(1, 0, 1), Vector.of(0.5, 0.5, bad)))
                    .withMessageContaining("at row 2");
            if (metric.domain() == Metric.Domain.NUMBERS) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> metric.score().of(Vector.of(1, bad, 1), Vector.of(0.5, 0.5, 0.5)))
                        .withMessageContaining("targets must be finite, got " + bad + " at row 1");
            }
        }
    }

    @Test
    void everyConstantIsInTheListWithItsDirection() {
        assertThat(Metric.ALL.stream().map(metric -> metric.name() + ": " + metric.direction()))
                .containsAll(constants(RegressionMetric.class))
                .containsAll(constants(ClassificationMetric.class));
    }

    private static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(field -> switch (read(field)) {
                    case RegressionMetric metric -> metric.name() + ": " + metric.direction();
                    case ClassificationMetric metric -> metric.name() + ": " + metric.direction();
                    default -> throw new AssertionError(field);
                })
                .toList();
    }

    private static Object read(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
