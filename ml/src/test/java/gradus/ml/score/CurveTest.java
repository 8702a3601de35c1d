package gradus.ml.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurveTest {

    private final boolean[] positive = Fixture.positive("positive");
    private final Vector scores = Fixture.vector("scores");
    private final RocCurve roc = RocCurve.of(positive, scores);

    @Test
    void agreesWithScikitLearn() {
        assertThat(roc.auc()).isEqualTo(Fixture.one("rocArea"), within(1e-14));
        assertThat(roc.points().stream().mapToDouble(RocCurve.Point::falsePositiveRate))
                .containsExactly(box("rocFalse"));
        assertThat(roc.points().stream().mapToDouble(RocCurve.Point::truePositiveRate))
                .containsExactly(box("rocTrue"));
        assertThat(roc.points().stream().skip(1).mapToDouble(point -> point.threshold() + 0.0))
                .containsExactly(box("rocThresholds"));
        assertThat(PrecisionRecallCurve.of(positive, scores).averagePrecision())
                .isEqualTo(Fixture.one("averagePrecision"), within(1e-14));
    }

    private static Double[] box(String name) {
        return Arrays.stream(Fixture.all(name))
                .map(value -> value + 0.0)
                .boxed()
                .toArray(Double[]::new);
    }

    @Test
    void aucIsTheFractionOfOrderedPairsWithTiesHalved() {
        Rng rng = Rng.of(2);
        for (int repetition = 0; repetition < 100; repetition++) {
            int n = 2 + rng.nextInt(20);
            boolean[] flags = new boolean[n];
            double[] drawn = new double[n];
            for (int row = 0; row < n; row++) {
                flags[row] = row == 0 || (row > 1 && rng.nextBoolean());
                drawn[row] = rng.nextInt(5);
            }
            double pairs = 0;
            double ordered = 0;
            for (int a = 0; a < n; a++) {
                for (int b = 0; b < n; b++) {
                    if (flags[a] && !flags[b]) {
                        pairs++;
                        ordered += drawn[a] > drawn[b] ? 1 : drawn[a] == drawn[b] ? 0.5 : 0;
                    }
                }
            }
            assertThat(RocCurve.of(flags, Vector.of(drawn)).auc()).isEqualTo(ordered / pairs, within(1e-14));
        }
    }

    @Test
    void monotonicTransformationOfTheScoresChangesNothing() {
        Vector transformed =
                Vector.of(Arrays.stream(scores.toArray()).map(Math::exp).toArray());

        assertThat(RocCurve.of(positive, transformed).auc()).isEqualTo(roc.auc());
        assertThat(PrecisionRecallCurve.of(positive, transformed).averagePrecision())
                .isEqualTo(PrecisionRecallCurve.of(positive, scores).averagePrecision());
        assertThat(RocCurve.of(positive, scores.times(-1)).auc()).isEqualTo(1 - roc.auc(), within(1e-14));
    }

    @Test
    void equalScoresAreNoBetterThanGuessing() {
        boolean[] flags = {true, false, false, false};
        Vector same = Vector.of(3, 3, 3, 3);

        assertThat(RocCurve.of(flags, same).points()).hasSize(2);
        assertThat(RocCurve.of(flags, same).auc()).isEqualTo(0.5);
        assertThat(PrecisionRecallCurve.of(flags, same).averagePrecision()).isEqualTo(0.25);
        assertThat(RocCurve.of(new boolean[] {true, false}, Vector.of(0.0, -0.0))
                        .auc())
                .isEqualTo(0.5);
    }

    @Test
    void curveStartsAtZeroAndEndsAtOne() {
        assertThat(roc.points().getFirst()).isEqualTo(new RocCurve.Point(Double.POSITIVE_INFINITY, 0, 0));
        assertThat(roc.points().getLast().falsePositiveRate()).isEqualTo(1);
        assertThat(roc.points().getLast().truePositiveRate()).isEqualTo(1);
        assertThat(roc.points()).isSortedAccordingTo(Comparator.comparingDouble(RocCurve.Point::truePositiveRate));
        assertThat(PrecisionRecallCurve.of(positive, scores).points().getLast().recall())
                .isEqualTo(1);
    }

    @Test
    void minimumCostThresholdIsOptimal() {
        for (double[] costs : new double[][] {{1, 1}, {1, 10}, {10, 1}, {0, 1}, {1, 0}}) {
            double threshold = roc.minimumCostThreshold(costs[0], costs[1]);
            double minimum = cost(threshold, costs);
            assertThat(IntStream.range(0, scores.size()).mapToDouble(row -> cost(scores.get(row), costs)))
                    .allSatisfy(other -> assertThat(other).isGreaterThanOrEqualTo(minimum - 1e-9));
            assertThat(cost(Double.POSITIVE_INFINITY, costs)).isGreaterThanOrEqualTo(minimum - 1e-9);
        }
        assertThat(roc.minimumCostThreshold(1, 0)).isInfinite();
        assertThatIllegalArgumentException().isThrownBy(() -> roc.minimumCostThreshold(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> roc.minimumCostThreshold(Double.NaN, 1));
    }

    @Test
    void costIsThatOfTheErrorsAtAnyThreshold() {
        for (double[] costs : new double[][] {{1, 1}, {1, 10}, {10, 1}, {0, 1}, {1, 0}}) {
            for (double score : scores.toArray()) {
                for (double threshold : new double[] {Math.nextDown(score), score, Math.nextUp(score)}) {
                    assertThat(roc.cost(threshold, costs[0], costs[1])).isEqualTo(cost(threshold, costs), within(1e-9));
                }
            }
        }
        assertThat(roc.cost(Double.POSITIVE_INFINITY, 1, 10)).isEqualTo(10 * roc.positiveCount());
        assertThat(roc.cost(Double.NEGATIVE_INFINITY, 1, 10)).isEqualTo(roc.negativeCount());
        assertThatIllegalArgumentException().isThrownBy(() -> roc.cost(Double.NaN, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> roc.cost(0, 1, -1));
    }

    private double cost(double threshold, double[] costs) {
        double cost = 0;
        for (int row = 0; row < positive.length; row++) {
            boolean predictedPositive = scores.get(row) >= threshold;
            cost += predictedPositive && !positive[row] ? costs[0] : !predictedPositive && positive[row] ? costs[1] : 0;
        }
        return cost;
    }

    @Test
    void singleClassThrows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RocCurve.of(new boolean[] {true, true}, Vector.of(1, 2)))
                .withMessage(
                        "both positive and negative rows are needed, got 2 positive of 2; use rows of both classes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrecisionRecallCurve.of(new boolean[] {false}, Vector.of(1)));
    }
}
