package gradus.ml.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Properties of every metric that takes a weight for each row.
class WeightContractTest {

    private static final List<Metric> WEIGHTED =
            Metric.ALL.stream().filter(metric -> metric.weighted() != null).toList();

    private static final int N = 24;

    private final Rng rng = Rng.of(17);

    private Vector actual(Metric metric) {
        return switch (metric.domain()) {
            case NUMBERS -> Vector.from(N, _ -> 1 + rng.nextInt(9));
            case LABELS -> Vector.from(N, row -> row % 3);
            case SCORES, PROBABILITIES -> Vector.from(N, row -> row % 2);
        };
    }

    private Vector predicted(Metric metric) {
        return switch (metric.domain()) {
            case NUMBERS -> Vector.from(N, _ -> 10 * rng.nextDouble());
            case LABELS -> Vector.from(N, _ -> rng.nextInt(4));
            case SCORES -> Vector.from(N, _ -> rng.nextInt(6));
            case PROBABILITIES -> Vector.from(N, _ -> (1 + rng.nextInt(9)) / 10.0);
        };
    }

    @ParameterizedTest
    @FieldSource("WEIGHTED")
    void integerWeightsCountLikeRepeatedRows(Metric metric) {
        for (int repetition = 0; repetition < 30; repetition++) {
            Vector actual = actual(metric);
            Vector predicted = predicted(metric);
            // The first rows have every class.
            Vector weights = Vector.from(N, row -> row < 3 ? 1 + rng.nextInt(3) : rng.nextInt(4));
            int[] repeated = IntStream.range(0, N)
                    .flatMap(row -> IntStream.generate(() -> row).limit((int) weights.get(row)))
                    .toArray();

            double weighted = metric.weighted().of(actual, predicted, weights);

            assertThat(weighted)
                    .isEqualTo(metric.score().of(select(actual, repeated), select(predicted, repeated)), within(1e-12));
        }
    }

    @ParameterizedTest
    @FieldSource("WEIGHTED")
    void equalWeightsChangeNothing(Metric metric) {
        Vector actual = actual(metric);
        Vector predicted = predicted(metric);
        double unweighted = metric.score().of(actual, predicted);

        assertThat(metric.weighted().of(actual, predicted, constant(1))).isEqualTo(unweighted);
        for (double weight : new double[] {0.3, 1e-40, 1e40}) {
            assertThat(metric.weighted().of(actual, predicted, constant(weight)))
                    .isEqualTo(unweighted, within(1e-12));
        }
    }

    @ParameterizedTest
    @FieldSource("WEIGHTED")
    void aRowOfWeightZeroDoesNotCountHoweverBadItIs(Metric metric) {
        Vector actual = actual(metric);
        Vector predicted = predicted(metric);
        Vector weights = Vector.from(N, row -> row == N - 1 ? 0 : 1 + row % 4);
        double other = switch (metric.domain()) {
            case NUMBERS -> -1.7e308;
            case LABELS -> 77;
            case SCORES -> 1e300;
            case PROBABILITIES -> 1 - actual.get(N - 1);
        };
        Vector worse = Vector.from(N, row -> row == N - 1 ? other : predicted.get(row));

        assertThat(metric.weighted().of(actual, worse, weights))
                .isEqualTo(metric.weighted().of(actual, predicted, weights), within(1e-12));
    }

    @ParameterizedTest
    @FieldSource("WEIGHTED")
    void weightsThatMeanNothingThrow(Metric metric) {
        Vector actual = actual(metric);
        Vector predicted = predicted(metric);
        for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            metric.weighted().of(actual, predicted, Vector.from(N, row -> row == 2 ? bad : 1)))
                    .withMessageContainingAll("weights must be finite and at least 0", bad + " at row 2");
        }
        for (double weight : new double[] {0, 1e-120, 1e120}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> metric.weighted().of(actual, predicted, constant(weight)))
                    .withMessageContaining("the sum of the weights must be between");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> metric.weighted().of(actual, predicted, Vector.of(1, 2)))
                .withMessageContaining("there are 24 rows, but 2 weights");
    }

    private static Vector constant(double weight) {
        return Vector.from(N, _ -> weight);
    }

    private static Vector select(Vector values, int[] rows) {
        return Vector.from(rows.length, i -> values.get(rows[i]));
    }
}
