package gradus.ml.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Splits by time, of one kind or the other.
class TimeSplitTest {

    /// Times of two rows each, in no order.
    private static final long[] TIMES =
            IntStream.range(0, 60).mapToLong(row -> row * 7 % 60 / 2).toArray();

    @Test
    void everyTestRowIsLaterThanEveryTrainingRow() {
        List<TrainTestSplit> splits = Stream.concat(
                        Stream.of(TrainTestSplit.byTime(TIMES, 0.3)), Folds.byTime(TIMES, 5).stream())
                .toList();
        for (TrainTestSplit trainTestSplit : splits) {
            long lastTrained = Arrays.stream(trainTestSplit.train())
                    .mapToLong(row -> TIMES[row])
                    .max()
                    .orElseThrow();
            long firstTested = Arrays.stream(trainTestSplit.test())
                    .mapToLong(row -> TIMES[row])
                    .min()
                    .orElseThrow();
            assertThat(lastTrained).isLessThan(firstTested);
        }
    }

    @Test
    void aGapLeavesOutTheTrainingRowsJustBeforeTheTestSet() {
        long[] times = {0, 10, 20, 30, 40, 50};
        List<TrainTestSplit> splits = Folds.byTime(times, 2, 20);
        assertThat(splits)
                .containsExactly(
                        new TrainTestSplit(new int[] {0}, new int[] {2, 3}),
                        new TrainTestSplit(new int[] {0, 1, 2}, new int[] {4, 5}));
        assertThat(Folds.byTime(times, 2, 0)).isEqualTo(Folds.byTime(times, 2));
        assertThat(Folds.byTime(new long[] {Long.MIN_VALUE, 0, Long.MAX_VALUE}, 2, Long.MAX_VALUE))
                .extracting(TrainTestSplit::train)
                .containsExactly(new int[] {0}, new int[] {0, 1});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Folds.byTime(times, 2, 21))
                .withMessage("gap 21 leaves no training row before the test set of split 0, which begins at time 20; "
                        + "use a smaller gap or fewer folds");
        assertThatIllegalArgumentException().isThrownBy(() -> Folds.byTime(times, 2, -1));
    }

    @Test
    void oneSplitByTimeLeavesOutTheTrainingRowsInTheGap() {
        long[] times = {50, 40, 30, 20, 10, 0};
        assertThat(TrainTestSplit.byTime(times, 0.4, 20))
                .isEqualTo(new TrainTestSplit(new int[] {3, 4, 5}, new int[] {0, 1}));
        assertThat(TrainTestSplit.byTime(times, 0.4, 21))
                .isEqualTo(new TrainTestSplit(new int[] {4, 5}, new int[] {0, 1}));
        assertThat(TrainTestSplit.byTime(times, 0.4, 0)).isEqualTo(TrainTestSplit.byTime(times, 0.4));
        assertThat(TrainTestSplit.byTime(new long[] {Long.MIN_VALUE, 0, Long.MAX_VALUE}, 0.4, Long.MAX_VALUE)
                        .train())
                .containsExactly(0, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrainTestSplit.byTime(times, 0.4, 41))
                .withMessage("gap 41 leaves no training row before the test set, which begins at time 40; use a "
                        + "smaller gap or a smaller test set");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrainTestSplit.byTime(times, 0.4, -1))
                .withMessage("gap must be at least 0, got -1");
    }

    @Test
    void rowsWithEqualTimesStayTogether() {
        assertThat(TrainTestSplit.byTime(new long[] {1, 1, 1, 2}, 0.5))
                .isEqualTo(new TrainTestSplit(new int[] {0, 1, 2}, new int[] {3}));
        assertThat(TrainTestSplit.byTime(new long[] {1, 2, 2, 2}, 0.25))
                .isEqualTo(new TrainTestSplit(new int[] {0}, new int[] {1, 2, 3}));
        assertThat(TrainTestSplit.byTime(new long[] {Long.MAX_VALUE, 0}, 0.5))
                .isEqualTo(new TrainTestSplit(new int[] {1}, new int[] {0}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrainTestSplit.byTime(new long[] {5, 5}, 0.5))
                .withMessage("a split by time needs at least 2 different times, got 5 in all rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Folds.byTime(new long[] {1, 1, 1, 1, 2, 3}, 3))
                .withMessageContaining("would be empty, because too many rows have time 1");
        assertThat(Folds.byTime(new long[] {1, 2, Long.MAX_VALUE}, 2).getLast().test())
                .containsExactly(2);
    }
}
