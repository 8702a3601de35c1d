package gradus.ml.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.ml.numbers.Rng;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrainValidationTestSplitTest {

    private static final int N = 60;
    private static final int[] LABELS =
            IntStream.range(0, N).map(row -> row % 3 == 0 ? 1 : 5).toArray();

    @Test
    void eachRowIsInOneSetAndTheFractionsAreThoseOfAllRows() {
        for (int seed = 0; seed < 20; seed++) {
            for (var split : new TrainValidationTestSplit[] {
                TrainValidationTestSplit.holdout(N, 0.25, 0.15, Rng.of(seed)),
                TrainValidationTestSplit.stratified(LABELS, 0.25, 0.15, Rng.of(seed))
            }) {
                assertThat(split.validation()).hasSize(15).isSorted();
                assertThat(split.test()).hasSize(9).isSorted();
                assertThat(Stream.of(split.train(), split.validation(), split.test())
                                .flatMapToInt(Arrays::stream)
                                .sorted())
                        .containsExactlyElementsOf(IntStream.range(0, N).boxed().toList());
            }
        }
    }

    @Test
    void eachSetHasTheClassProportionsOfAllRows() {
        var split = TrainValidationTestSplit.stratified(LABELS, 0.3, 0.3, Rng.of(1));
        for (int[] rows : new int[][] {split.validation(), split.test()}) {
            assertThat(rows).hasSize(18);
            assertThat(Arrays.stream(Labels.selectRows(LABELS, rows)).filter(label -> label == 1))
                    .hasSize(6);
        }
    }

    @Test
    void theSameSeedGivesTheSameSets() {
        var split = TrainValidationTestSplit.stratified(LABELS, 0.2, 0.2, Rng.of(1));
        assertThat(split)
                .isEqualTo(TrainValidationTestSplit.stratified(LABELS, 0.2, 0.2, Rng.of(1)))
                .hasSameHashCodeAs(TrainValidationTestSplit.stratified(LABELS, 0.2, 0.2, Rng.of(1)))
                .isNotEqualTo(TrainValidationTestSplit.stratified(LABELS, 0.2, 0.2, Rng.of(2)));
    }

    @Test
    void theSmallestDataSetsHaveARowInEachSet() {
        var three = TrainValidationTestSplit.holdout(3, 0.01, 0.9, Rng.of(1));
        assertThat(new int[] {three.train().length, three.validation().length, three.test().length})
                .containsExactly(1, 1, 1);
        for (int seed = 0; seed < 20; seed++) {
            var split = TrainValidationTestSplit.stratified(new int[] {1, 1, 1, 2, 2, 2}, 0.4, 0.4, Rng.of(seed));
            assertThat(new int[] {split.train().length, split.validation().length, split.test().length})
                    .containsExactly(2, 2, 2);
        }
        assertThat(TrainValidationTestSplit.byTime(new long[] {3, 1, 2}, 0.3, 0.3))
                .hasToString("train [1], validation [2], test [0]");
    }

    @Test
    void validationComesAfterTrainingAndTestAfterValidation() {
        long[] times = times(10, 10);

        assertThat(TrainValidationTestSplit.byTime(times, 0.2, 0.3))
                .isEqualTo(
                        new TrainValidationTestSplit(new int[] {0, 1, 2, 3, 4}, new int[] {5, 6}, new int[] {7, 8, 9}));
        // Rows 6 (before the test set) and 3 (before the validation set) are nearer than 15.
        assertThat(TrainValidationTestSplit.byTime(times, 0.2, 0.3, 15))
                .isEqualTo(new TrainValidationTestSplit(new int[] {0, 1, 2}, new int[] {4, 5}, new int[] {7, 8, 9}));
        assertThat(TrainValidationTestSplit.byTime(times, 0.2, 0.3).trainAndValidation())
                .isEqualTo(new TrainTestSplit(new int[] {0, 1, 2, 3, 4}, new int[] {5, 6}));
    }

    private static long[] times(int n, long step) {
        return IntStream.range(0, n).mapToLong(row -> step * row).toArray();
    }

    @Test
    void splitsThatCannotBeMadeAreRefusedInASentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainValidationTestSplit(new int[] {0}, new int[] {1}, new int[] {1}))
                .withMessage("row 1 is in validation and in test; each row must be in one set only");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainValidationTestSplit(new int[] {0}, new int[] {0}, new int[] {1}))
                .withMessage("row 0 is in train and in validation; each row must be in one set only");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrainValidationTestSplit.holdout(2, 0.3, 0.3, Rng.of(1)))
                .withMessage("a split into three sets needs at least 3 rows, one for each set, got 2");
        for (double[] fractions : new double[][] {{0, 0.5}, {0.5, 0}, {0.5, 0.5}, {Double.NaN, 0.1}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TrainValidationTestSplit.holdout(9, fractions[0], fractions[1], Rng.of(1)))
                    .withMessageContaining("must be above 0 and below 1 together");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrainValidationTestSplit.stratified(new int[] {1, 1, 1, 2, 2}, 0.3, 0.3, Rng.of(1)))
                .withMessage("a stratified split into three sets needs at least 3 rows of each class, got 2 of class 2 "
                        + "(row 3); drop the class, merge it with another, or don't stratify");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrainValidationTestSplit.stratified(LABELS, 0.01, 0.3, Rng.of(1)))
                .withMessageContaining("select 0 and 18 rows; use larger fractions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrainValidationTestSplit.byTime(new long[] {1, 1, 2, 3}, 0.3, 0.5))
                .withMessage(
                        "a split by time into three sets needs at least 2 different times before the test set, but "
                                + "a gap of 0 leaves rows of time 1 only; use a smaller gap or a smaller test set");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrainValidationTestSplit.byTime(times(10, 10), 0.2, 0.3, 45))
                .withMessageContaining("gap 45 leaves no training row before the validation set");
    }
}
