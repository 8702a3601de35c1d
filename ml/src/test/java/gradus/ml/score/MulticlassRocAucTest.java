package gradus.ml.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MulticlassRocAucTest {

    private static final List<Integer> CLASSES = List.of(7, 1, 4);

    private final Rng rng = Rng.of(3);
    private final int[] actual =
            IntStream.range(0, 50).map(row -> CLASSES.get(row % 5 % 3)).toArray();
    private final Matrix scores =
            Matrix.from(50, 3, (row, k) -> rng.nextInt(7) + (actual[row] == CLASSES.get(k) ? 2 : 0));

    @ParameterizedTest
    @EnumSource
    void twoClassesGiveTheUsualArea(MulticlassRocAuc.Average average) {
        boolean[] positive = Fixture.positive("positive");
        Vector p = Fixture.vector("probabilities");
        int[] labels = Fixture.labels("positive");
        Matrix both = Matrix.from(p.size(), 2, (row, k) -> k == 1 ? p.get(row) : 1 - p.get(row));
        double area = RocCurve.of(positive, p).auc();

        assertThat(MulticlassRocAuc.oneVsRest(labels, both, List.of(0, 1), average))
                .isEqualTo(area, within(1e-15));
        assertThat(MulticlassRocAuc.oneVsOne(labels, both, List.of(0, 1), average))
                .isEqualTo(area, within(1e-15));
    }

    /// Counted pair by pair, as Hand and Till define it.
    @Test
    void oneVsOneIsTheMeanFractionOfOrderedPairs() {
        double sum = 0;
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                if (a != b) {
                    sum += orderedPairs(CLASSES.get(a), CLASSES.get(b), a);
                }
            }
        }
        assertThat(MulticlassRocAuc.oneVsOne(actual, scores, CLASSES, MulticlassRocAuc.Average.MACRO))
                .isEqualTo(sum / 6, within(1e-14));
    }

    private double orderedPairs(int positive, int negative, int column) {
        double ordered = 0;
        int pairs = 0;
        for (int i = 0; i < actual.length; i++) {
            for (int j = 0; j < actual.length; j++) {
                if (actual[i] == positive && actual[j] == negative) {
                    double difference = scores.get(i, column) - scores.get(j, column);
                    ordered += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return ordered / pairs;
    }

    @Test
    void oneVsOneDoesNotDependOnTheClassFrequencies() {
        Vector weights = Vector.from(50, row -> actual[row] == 7 ? 10 : 1);
        assertThat(MulticlassRocAuc.oneVsOne(actual, scores, CLASSES, MulticlassRocAuc.Average.MACRO, weights))
                .isEqualTo(
                        MulticlassRocAuc.oneVsOne(actual, scores, CLASSES, MulticlassRocAuc.Average.MACRO),
                        within(1e-14));
        assertThat(MulticlassRocAuc.oneVsRest(actual, scores, CLASSES, MulticlassRocAuc.Average.MACRO, weights))
                .isNotCloseTo(
                        MulticlassRocAuc.oneVsRest(actual, scores, CLASSES, MulticlassRocAuc.Average.MACRO),
                        within(1e-6));
    }

    @ParameterizedTest
    @EnumSource
    void aClassWithoutRowsThrowsWithItsLabel(MulticlassRocAuc.Average average) {
        int[] two = {7, 1, 7};
        Matrix three = scores.selectRows(0, 1, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MulticlassRocAuc.oneVsRest(two, three, CLASSES, average))
                .withMessageContaining("class 4 has no rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MulticlassRocAuc.oneVsOne(two, three, CLASSES, average))
                .withMessageContaining("class 4 has no rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MulticlassRocAuc.oneVsOne(two, three, List.of(7, 1, 1), average))
                .withMessageContaining("classes must be distinct");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MulticlassRocAuc.oneVsRest(two, three, List.of(7, 1), average))
                .withMessageContaining("(3, 3)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MulticlassRocAuc.oneVsRest(new int[] {7, 1, 5}, three, CLASSES, average))
                .withMessageContaining("label 5 at row 2");
    }
}
