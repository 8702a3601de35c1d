package gradus.ml.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// What every metric does with degenerate input: it returns a number within its bounds, or refuses with a
/// sentence. It never returns NaN.
class DegenerateMetricTest {

    /// Numbers near the ends of `double`, and ordinary ones.
    private static final double[] NUMBERS = {
        0, -0.0, 1, -3, Double.MAX_VALUE, -Double.MAX_VALUE, 1e308, 1e200, -1e160, 1e-160, 1e-308, Double.MIN_VALUE
    };

    private static final double[] PROBABILITIES = {0, Double.MIN_VALUE, 1e-17, 0.5, Math.nextDown(1.0), 1};

    private static final Rng RNG = Rng.of(23);

    private static Vector drawn(int size, double[] from) {
        return Vector.from(size, _ -> from[RNG.nextInt(from.length)]);
    }

    private static List<Vector[]> awkward(Metric.Domain domain) {
        return Stream.concat(
                        IntStream.of(1, 2, 3, 7, 40)
                                .boxed()
                                .flatMap(size -> IntStream.range(0, 60).mapToObj(_ -> drawnPair(domain, size))),
                        constantPairs(domain))
                .toList();
    }

    private static Vector[] drawnPair(Metric.Domain domain, int size) {
        return switch (domain) {
            case NUMBERS -> new Vector[] {drawn(size, NUMBERS), drawn(size, NUMBERS)};
            case LABELS ->
                new Vector[] {
                    drawn(size, new double[] {Integer.MIN_VALUE, 0, 1, Integer.MAX_VALUE}),
                    drawn(size, new double[] {Integer.MIN_VALUE, 0, 1, Integer.MAX_VALUE})
                };
            case SCORES -> new Vector[] {drawn(size, new double[] {0, 1}), drawn(size, NUMBERS)};
            case PROBABILITIES -> new Vector[] {drawn(size, new double[] {0, 1}), drawn(size, PROBABILITIES)};
        };
    }

    /// All true values equal, all predictions equal, or both.
    private static Stream<Vector[]> constantPairs(Metric.Domain domain) {
        return Stream.of(
                new Vector[] {Vector.of(1, 1, 1), Vector.of(1, 0, 0)},
                new Vector[] {Vector.of(1, 0, 0), Vector.of(1, 1, 1)},
                new Vector[] {Vector.of(0, 0, 0), Vector.of(0, 0, 0)},
                new Vector[] {Vector.of(1, 1, 1), Vector.of(0, 0, 0)},
                new Vector[] {Vector.of(1), Vector.of(1)},
                new Vector[] {Vector.of(1, 0), Vector.of(0, 1)});
    }

    @ParameterizedTest
    @FieldSource("gradus.ml.score.Metric#ALL")
    void theValueIsWithinBoundsOrRefused(Metric metric) {
        for (Vector[] pair : awkward(metric.domain())) {
            try {
                double value = metric.score().of(pair[0], pair[1]);

                assertThat(value).as("%s, %s", pair[0], pair[1]).isNotNaN();
                assertThat(metric.direction().isBetter(value, metric.best()))
                        .as("%s, %s: %s", pair[0], pair[1], value)
                        .isFalse();
                assertThat(metric.direction().isBetter(metric.worst(), value))
                        .as("%s, %s: %s", pair[0], pair[1], value)
                        .isFalse();
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage())
                        .containsPattern("must not all be equal|undefined for the target 0|both positive|has no rows");
            }
        }
    }

    @ParameterizedTest
    @FieldSource("gradus.ml.score.Metric#ALL")
    void aPerfectPredictionIsBestHoweverExtremeTheValues(Metric metric) {
        for (Vector[] pair : awkward(metric.domain())) {
            try {
                assertThat(metric.score().of(pair[0], pair[0]))
                        .as("%s", pair[0])
                        .isIn(0.0, 1.0);
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void theMeansOfErrorsAreOrdered() {
        for (Vector[] pair : awkward(Metric.Domain.NUMBERS)) {
            double mean = RegressionMetrics.meanAbsoluteError(pair[0], pair[1]);
            double root = RegressionMetrics.rootMeanSquaredError(pair[0], pair[1]);
            double max = RegressionMetrics.maxError(pair[0], pair[1]);

            assertThat(mean).isLessThanOrEqualTo(Math.nextUp(root * (1 + 1e-15)));
            assertThat(root).isLessThanOrEqualTo(max);
            assertThat(RegressionMetrics.medianAbsoluteError(pair[0], pair[1])).isLessThanOrEqualTo(max);
        }
    }

    @Test
    void aProbabilityOfExactlyOneOrZeroHasNoLossOrAnInfiniteOne() {
        boolean[] positive = {true, false};

        assertThat(ProbabilityMetrics.logLoss(positive, Vector.of(1, 0))).isZero();
        assertThat(ProbabilityMetrics.logLoss(positive, Vector.of(0, 0))).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(ProbabilityMetrics.logLoss(positive, Vector.of(0.5, Double.MIN_VALUE)))
                .isEqualTo(Math.log(2) / 2, within(1e-15));
    }

    @Test
    void everyProbabilityIsWithinItsBin() {
        for (int bins : new int[] {1, 3, 10, 49, 100}) {
            for (int i = 0; i <= bins; i++) {
                for (double p : new double[] {
                    (double) i / bins, Math.nextUp((double) i / bins), Math.nextDown((double) i / bins)
                }) {
                    if (p < 0 || p > 1) {
                        continue;
                    }
                    var curve = CalibrationCurve.of(new boolean[] {true}, Vector.of(p), bins);
                    CalibrationCurve.Bin bin = curve.bins().stream()
                            .filter(one -> one.count() > 0)
                            .findFirst()
                            .orElseThrow();
                    assertThat(p).isBetween(bin.lower(), bin.upper());
                    assertThat(p < bin.upper() || p == 1).isTrue();
                }
            }
        }
    }
}
