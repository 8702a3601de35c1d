package gradus.ml.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.ml.numbers.Rng;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainTestSplitTest {

    /// 60 rows: classes of 45, 10 and 5; ten groups of 4 and one of 20; times of two rows each.
    private static final int N = 60;

    private static final int[] LABELS = IntStream.range(0, N)
            .map(row -> row % 12 == 0 ? 7 : row % 6 == 1 ? -1 : 3)
            .toArray();
    private static final int[] GROUPS =
            IntStream.range(0, N).map(row -> Math.min(row / 4, 10)).toArray();
    private static final long[] TIMES =
            IntStream.range(0, N).mapToLong(row -> row * 7 % N / 2).toArray();

    private record SplitMethod(
            String name, java.util.function.Function<Rng, List<TrainTestSplit>> splits, boolean everyRowIsTested) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<SplitMethod> splitMethods() {
        return Stream.of(
                new SplitMethod("holdout", rng -> List.of(TrainTestSplit.holdout(N, 0.25, rng)), false),
                new SplitMethod("stratified", rng -> List.of(TrainTestSplit.stratified(LABELS, 0.25, rng)), false),
                new SplitMethod("grouped", rng -> List.of(TrainTestSplit.grouped(GROUPS, 0.25, rng)), false),
                new SplitMethod("by time", _ -> List.of(TrainTestSplit.byTime(TIMES, 0.25)), false),
                new SplitMethod("by time with a gap", _ -> List.of(TrainTestSplit.byTime(TIMES, 0.25, 3)), false),
                new SplitMethod("folds", rng -> Folds.of(N, 7, rng), true),
                new SplitMethod("leave one out", rng -> Folds.of(N, N, rng), true),
                new SplitMethod("stratified folds", rng -> Folds.stratified(LABELS, 7, rng), true),
                new SplitMethod("grouped folds", rng -> Folds.grouped(GROUPS, 4, rng), true),
                new SplitMethod("folds by time", _ -> Folds.byTime(TIMES, 4), false),
                new SplitMethod("folds by time with a gap", _ -> Folds.byTime(TIMES, 4, 1), false));
    }

    @ParameterizedTest
    @MethodSource("splitMethods")
    void noRowIsInBothSetsAndNeitherSetIsEmpty(SplitMethod method) {
        for (TrainTestSplit trainTestSplit : method.splits.apply(Rng.of(3))) {
            assertThat(trainTestSplit.train())
                    .isNotEmpty()
                    .doesNotContain(trainTestSplit.test())
                    .isSorted();
            assertThat(trainTestSplit.test()).isNotEmpty().isSorted();
            if (!method.name.startsWith("folds by time") && !method.name.contains("gap")) {
                assertThat(trainTestSplit.train().length + trainTestSplit.test().length)
                        .isEqualTo(N);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("splitMethods")
    void theSameSeedGivesTheSameRows(SplitMethod method) {
        assertThat(method.splits.apply(Rng.of(3))).isEqualTo(method.splits.apply(Rng.of(3)));
        if (!method.name.contains("time") && !method.name.contains("leave")) {
            assertThat(method.splits.apply(Rng.of(3))).isNotEqualTo(method.splits.apply(Rng.of(4)));
        }
    }

    @ParameterizedTest
    @MethodSource("splitMethods")
    void foldsTestEachRowExactlyOnce(SplitMethod method) {
        int[] tested = method.splits.apply(Rng.of(3)).stream()
                .flatMapToInt(trainTestSplit -> Arrays.stream(trainTestSplit.test()))
                .sorted()
                .toArray();
        if (method.everyRowIsTested) {
            assertThat(tested).containsExactly(IntStream.range(0, N).toArray());
        } else {
            assertThat(tested).doesNotHaveDuplicates();
        }
    }

    @Test
    void aRowInBothSetsThrows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainTestSplit(new int[] {0, 2}, new int[] {2, 1}))
                .withMessage("row 2 is in train and in test; test a model only on rows that it wasn't fitted to");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainTestSplit(new int[] {0, 0}, new int[] {1}))
                .withMessage("train must hold distinct row indices of at least 0, got row 0 twice");
        assertThatIllegalArgumentException().isThrownBy(() -> new TrainTestSplit(new int[] {-1}, new int[] {1}));
        int[] train = {0, 1};
        TrainTestSplit trainTestSplit = new TrainTestSplit(train, new int[] {2});
        train[0] = 2;
        trainTestSplit.train()[0] = 2;
        assertThat(trainTestSplit)
                .isEqualTo(new TrainTestSplit(new int[] {1, 0}, new int[] {2}))
                .hasToString("train [0, 1], test [2]");
    }

    @Test
    void theFractionIsThatOfTheTestSet() {
        assertThat(TrainTestSplit.holdout(10, 0.25, Rng.of(1)).test()).hasSize(3);
        assertThat(TrainTestSplit.holdout(100, 0.29, Rng.of(1)).test()).hasSize(29);
        assertThat(TrainTestSplit.holdout(2, 0.01, Rng.of(1)).test()).hasSize(1);
        assertThat(TrainTestSplit.holdout(2, 0.99, Rng.of(1)).train()).hasSize(1);
        for (double fraction : new double[] {0, 1, -1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TrainTestSplit.holdout(10, fraction, Rng.of(1)))
                    .withMessage("testFraction must be above 0 and below 1, got " + fraction);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrainTestSplit.holdout(1, 0.5, Rng.of(1)))
                .withMessage("a split needs at least 2 rows, one for each set, got 1");
        assertThatIllegalArgumentException().isThrownBy(() -> TrainTestSplit.holdout(0, 0.5, Rng.of(1)));
    }

    @Test
    void everyRowIsEquallyLikelyToBeTested() {
        int[] counts = new int[5];
        Rng rng = Rng.of(5);
        for (int i = 0; i < 5000; i++) {
            for (int row : TrainTestSplit.holdout(5, 0.4, rng).test()) {
                counts[row]++;
            }
        }
        assertThat(Arrays.stream(counts).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(1850, 2150));
    }

    @Test
    void eachClassIsInBothSetsInItsProportion() {
        for (double fraction : new double[] {0.1, 0.2, 0.29, 0.5, 0.7}) {
            int[] test = TrainTestSplit.stratified(LABELS, fraction, Rng.of(1)).test();
            for (int label : new int[] {7, -1, 3}) {
                long all = Arrays.stream(LABELS).filter(other -> other == label).count();
                long tested =
                        Arrays.stream(test).filter(row -> LABELS[row] == label).count();
                assertThat((double) tested).isBetween(fraction * all - 1, fraction * all + 1);
            }
            assertThat((double) test.length).isBetween(fraction * N - 1, fraction * N + 1);
        }
    }

    @ParameterizedTest
    @MethodSource
    void aClassOfOneRowThrows(java.util.function.Function<int[], ?> split) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> split.apply(new int[] {1, 1, 1, 1, 2}))
                .withMessage("a stratified split needs at least 2 rows of each class, one to train on and one to test "
                        + "on, got 1 of class 2 (row 4); drop that row, merge its class with another, or don't "
                        + "stratify");
        assertThatIllegalArgumentException().isThrownBy(() -> split.apply(new int[] {1, 2}));
        assertThatIllegalArgumentException().isThrownBy(() -> split.apply(new int[0]));
    }

    static Stream<java.util.function.Function<int[], ?>> aClassOfOneRowThrows() {
        return Stream.of(
                labels -> TrainTestSplit.stratified(labels, 0.5, Rng.of(1)),
                labels -> Folds.stratified(labels, 2, Rng.of(1)));
    }

    @Test
    void everyClassThatIsTestedWasTrainedOn() {
        int[] labels = {5, 5, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3};
        for (int seed = 0; seed < 20; seed++) {
            var splits = new java.util.ArrayList<>(List.of(TrainTestSplit.stratified(labels, 0.9, Rng.of(seed))));
            for (int k = 2; k <= labels.length; k++) {
                splits.addAll(Folds.stratified(labels, k, Rng.of(seed)));
            }
            for (TrainTestSplit split : splits) {
                assertThat(Arrays.stream(split.train()).map(row -> labels[row]).boxed())
                        .containsAll(Arrays.stream(split.test())
                                .mapToObj(row -> labels[row])
                                .toList());
            }
        }
    }

    @Test
    void noGroupIsInBothSets() {
        for (int seed = 0; seed < 50; seed++) {
            List<TrainTestSplit> splits = Stream.concat(
                            Stream.of(TrainTestSplit.grouped(GROUPS, 0.3, Rng.of(seed))),
                            Folds.grouped(GROUPS, 5, Rng.of(seed)).stream())
                    .toList();
            for (TrainTestSplit trainTestSplit : splits) {
                assertThat(Arrays.stream(trainTestSplit.train())
                                .map(row -> GROUPS[row])
                                .toArray())
                        .doesNotContain(Arrays.stream(trainTestSplit.test())
                                .map(row -> GROUPS[row])
                                .toArray());
            }
            assertThat(splits.getFirst().test().length).isBetween(8, 28);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrainTestSplit.grouped(new int[] {4, 4}, 0.5, Rng.of(1)))
                .withMessage("a grouped split needs at least 2 groups, one for each set, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Folds.grouped(new int[] {4, 4, 5}, 3, Rng.of(1)))
                .withMessage("k must be at least 2 and at most the number of groups, 2, got 3");
    }

    @Test
    void eachSetGetsAGroupHoweverUnequalTheyAre() {
        int[] groups = {0, 0, 0, 0, 0, 0, 0, 1};
        for (int seed = 0; seed < 10; seed++) {
            TrainTestSplit trainTestSplit = TrainTestSplit.grouped(groups, 0.02, Rng.of(seed));
            assertThat(trainTestSplit.test()).containsExactly(7);
        }
    }

    @Test
    void foldSizesDifferByAtMostOne() {
        assertThat(Folds.of(10, 3, Rng.of(1)))
                .extracting(trainTestSplit -> trainTestSplit.test().length)
                .containsExactly(4, 3, 3);
        for (TrainTestSplit trainTestSplit : Folds.stratified(LABELS, 5, Rng.of(1))) {
            assertThat(trainTestSplit.test()).hasSize(12);
            assertThat(Arrays.stream(trainTestSplit.test())
                            .filter(row -> LABELS[row] == 7)
                            .count())
                    .isEqualTo(1);
            assertThat(Arrays.stream(trainTestSplit.test())
                            .filter(row -> LABELS[row] == -1)
                            .count())
                    .isEqualTo(2);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Folds.of(10, 1, Rng.of(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Folds.of(2, 3, Rng.of(1)))
                .withMessage("k must be at least 2 and at most the number of rows, 2, got 3");
    }
}
