package gradus.ml.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Vector;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldScoresTest {

    @Test
    void standardErrorIsCorrectedForOverlap() {
        FoldScores scores = new FoldScores(Vector.of(1, 2, 3, 4), 0.25);

        assertThat(scores.mean()).isEqualTo(2.5);
        assertThat(scores.standardDeviation().orElseThrow()).isEqualTo(Math.sqrt(5.0 / 3), within(1e-15));
        assertThat(scores.correctedStandardError().orElseThrow()).isEqualTo(Math.sqrt(5.0 / 3 * 0.5), within(1e-15));
        assertThatIllegalArgumentException().isThrownBy(() -> scores.minus(new FoldScores(Vector.of(1), 0.25)));
    }

    @Test
    void anInfiniteScoreMakesTheMeanInfiniteAndLeavesNoStandardDeviation() {
        FoldScores scores = new FoldScores(Vector.of(1, Double.POSITIVE_INFINITY), 0.5);
        assertThat(scores.mean()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(scores.standardDeviation()).isEmpty();
        assertThat(scores.correctedStandardError()).isEmpty();
        assertThat(new FoldScores(Vector.of(1e308, 1.5e308), 0.5).mean()).isEqualTo(1.25e308, within(1e293));
    }

    @Test
    void theMeanIsWithinTheScores() {
        assertThat(new FoldScores(Vector.of(0.1, 0.1, 0.1), 0.5).mean()).isEqualTo(0.1);
        assertThat(new FoldScores(Vector.of(0.1, 0.1, 0.1), 0.5).standardDeviation())
                .hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aRatioThatNoSplitHasThrows(double ratio) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FoldScores(Vector.of(1, 2), ratio))
                .withMessageContainingAll("2 scores", "a ratio of " + ratio);
        assertThatIllegalArgumentException().isThrownBy(() -> new FoldScores(Vector.of(), 0.5));
    }

    @Test
    void curvesWithoutRowsThrow() {
        var point = new RocCurve.Point(0, 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RocCurve(List.of(point), 1, 1))
                .withMessageContaining("1 points");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RocCurve(List.of(point, point), 1, 0))
                .withMessageContaining("0.0 negative rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PrecisionRecallCurve(List.of(), 1))
                .withMessageContaining("0 points");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CalibrationCurve(List.of(new CalibrationCurve.Bin(0, 1, 0, 0.5, 0.5))))
                .withMessageContaining("all of its 1 bins are empty");
    }
}
