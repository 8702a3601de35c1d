package gradus.checks.splits_leakage;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.format.JavaLiterals.elements;
import static gradus.proctor.property.MetamorphicRelations.relations;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.data.split.TrainTestSplit;
import gradus.ml.numbers.Rng;
import gradus.proctor.assertions.Clause;
import gradus.proctor.assertions.Expect;
import gradus.proctor.property.Gen;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What holds for every split, whatever is drawn.
class SplitsLawChecks {

    /// The numbers of classes or groups, how much of them to test, and the seed.
    private record Case(int[] numbers, double fraction, int seed) {
        Rng rng() {
            return Rng.of(seed);
        }

        String call(String method) {
            return "TrainTestSplit." + method + "({" + elements(numbers) + "}, " + fraction + ", Rng.of(" + seed + "))";
        }
    }

    private static final Gen<Integer> SEEDS = Gen.ints(0, 1000);
    /// Groups of any sizes, at least two of them.
    private static final Gen<Case> GROUPS = cases(
            Gen.intArrays(Gen.ints(-3, 3), 2, 24)
                    .filter(groups -> Arrays.stream(groups).distinct().count() > 1),
            Gen.doubles(0.02, 0.98));
    /// Groups of very different sizes: single rows, and groups of 20.
    private static final Gen<Case> UNEQUAL_GROUPS =
            cases(Gen.intArrays(Gen.oneOf(1, 20), 6, 12).map(SplitsLawChecks::numbered), Gen.oneOf(0.2, 0.5, 0.7));
    /// Classes of 2 rows and more, at fractions at which each class has a test row.
    private static final Gen<Case> CLASSES =
            cases(Gen.intArrays(Gen.ints(2, 9), 1, 5).map(SplitsLawChecks::numbered), Gen.doubles(0.51, 0.97));
    /// Classes of 12 rows and more, at any fraction.
    private static final Gen<Case> LARGE_CLASSES =
            cases(Gen.intArrays(Gen.ints(12, 40), 1, 4).map(SplitsLawChecks::numbered), Gen.doubles(0.1, 0.95));
    /// Fractions that a double holds exactly, so that a whole product is whole.
    private static final Gen<Case> QUARTERS =
            cases(Gen.intArrays(Gen.ints(4, 12), 1, 4).map(SplitsLawChecks::numbered), Gen.oneOf(0.25, 0.5, 0.75));
    private static final Gen<long[]> TIMES = Gen.intArrays(Gen.ints(-9, 9), 2, 20)
            .map(times -> Arrays.stream(times).asLongStream().toArray())
            .filter(times -> Arrays.stream(times).distinct().count() > 1);

    @Test
    @DisplayName("holdout puts every row into exactly one set, and as many into the test set as the fraction says")
    @Clause({"every-row", "holdout-size"})
    void holdoutKeepsEveryRow() {
        forAll(Gen.pairs(Gen.ints(2, 60), Gen.pairs(Gen.doubles(0.02, 0.98), SEEDS)))
                .check(pair -> {
                    int n = pair.first();
                    double fraction = pair.second().first();
                    int seed = pair.second().second();
                    double exact = Math.clamp(fraction * n, 1, n - 1);
                    calling(
                                    () -> "TrainTestSplit.holdout(" + n + ", " + fraction + ", Rng.of(" + seed + "))",
                                    () -> TrainTestSplit.holdout(n, fraction, Rng.of(seed)))
                            .satisfies(
                                    split -> missing(split, n) == 0,
                                    "each of the rows 0 to " + (n - 1) + " in one set",
                                    "a split loses no row, and has no row twice");
                    calling(
                                    () -> "TrainTestSplit.holdout(" + n + ", " + fraction + ", Rng.of(" + seed
                                            + ")).test().length",
                                    () -> TrainTestSplit.holdout(n, fraction, Rng.of(seed))
                                            .test()
                                            .length)
                            .satisfies(
                                    count -> Math.abs(count - exact) <= 0.5 + 1e-9,
                                    fraction + " · " + n + " = " + (float) (fraction * n)
                                            + ", rounded, but at least 1 and at most " + (n - 1),
                                    "the fraction says how large the test set is");
                });
    }

    @Test
    @DisplayName("stratified tests each class in proportion, to within a row")
    @Clause({"stratified-counts", "every-row"})
    void classesKeepTheirProportion() {
        forAll(CLASSES).check(SplitsLawChecks::inProportion);
        forAll(LARGE_CLASSES).cases(30).check(SplitsLawChecks::inProportion);
        forAll(QUARTERS).cases(30).check(SplitsLawChecks::inProportion);
    }

    private static void inProportion(Case input) {
        TrainTestSplit split = calling(
                        () -> input.call("stratified"),
                        () -> TrainTestSplit.stratified(input.numbers(), input.fraction(), input.rng()))
                .result();
        keepsEveryRow(split, input, "stratified");
        for (int label : Arrays.stream(input.numbers()).distinct().toArray()) {
            long all = of(label, IntStream.range(0, input.numbers().length).toArray(), input.numbers());
            long tested = of(label, split.test(), input.numbers());
            double exact = input.fraction() * all;
            boolean quarters = Math.rint(4 * input.fraction()) == 4 * input.fraction();
            Expect.that(
                    quarters ? Math.abs(tested - exact) < 1 : Math.abs(tested - exact) <= 1 + 1e-9,
                    () -> "the test rows of class " + label + " in " + input.call("stratified"),
                    input.fraction() + " · " + all + " = " + (float) exact + ", rounded up or down",
                    tested,
                    "both sets have the proportions of all rows");
        }
    }

    @Test
    @DisplayName("stratified leaves a training row of every class, whatever the sizes")
    @Clause({"trained-classes", "stratified-counts"})
    void everyTestedClassIsTrained() {
        forAll(CLASSES)
                .check(input -> calling(
                                () -> input.call("stratified"),
                                () -> TrainTestSplit.stratified(input.numbers(), input.fraction(), input.rng()))
                        .satisfies(
                                split -> Arrays.stream(input.numbers())
                                        .allMatch(label -> of(label, split.train(), input.numbers()) > 0),
                                "at least one training row of each class",
                                "a class that isn't trained on can't be predicted"));
    }

    @Test
    @DisplayName("grouped never has a group on both sides")
    @Clause({"groups-whole", "every-row"})
    void groupsStayWhole() {
        forAll(GROUPS).check(input -> {
            TrainTestSplit split = split(input);
            keepsEveryRow(split, input, "grouped");
            Expect.that(
                    shared(split, input.numbers()) == 0 && split.train().length > 0 && split.test().length > 0,
                    () -> input.call("grouped"),
                    "no group on both sides, and at least one on each",
                    split,
                    "rows of one group resemble each other, so a group is either trained on or tested");
        });
    }

    @Test
    @DisplayName("the test set of grouped is as large as the fraction says, to within the largest group")
    @Clause("groups-size")
    void groupsAreCountedByTheirRows() {
        forAll(GROUPS).check(SplitsLawChecks::asLargeAsTheFraction);
        forAll(UNEQUAL_GROUPS).check(SplitsLawChecks::asLargeAsTheFraction);
    }

    private static void asLargeAsTheFraction(Case input) {
        TrainTestSplit split = split(input);
        int n = input.numbers().length;
        long largest = Arrays.stream(input.numbers())
                .distinct()
                .mapToLong(group -> of(group, IntStream.range(0, n).toArray(), input.numbers()))
                .max()
                .orElseThrow();
        double exact = input.fraction() * n;
        Expect.that(
                Math.abs(split.test().length - exact) <= largest + 1e-9,
                () -> "the number of test rows of " + input.call("grouped"),
                "at most " + largest + " more or fewer than " + input.fraction() + " · " + n + " = " + (float) exact,
                split.test().length,
                "the fraction is one of the rows, and the largest group has " + largest + " rows");
    }

    private static TrainTestSplit split(Case input) {
        return calling(
                        () -> input.call("grouped"),
                        () -> TrainTestSplit.grouped(input.numbers(), input.fraction(), input.rng()))
                .result();
    }

    @Test
    @DisplayName("every training row of byTime is earlier than every test row")
    @Clause({"earlier", "every-row"})
    void trainingIsEarlier() {
        forAll(Gen.pairs(TIMES, Gen.doubles(0.02, 0.98))).check(pair -> {
            long[] times = pair.first();
            calling(
                            () -> "TrainTestSplit.byTime(" + written(times) + ", " + pair.second() + ")",
                            () -> TrainTestSplit.byTime(times, pair.second()))
                    .satisfies(
                            split -> missing(split, times.length) == 0
                                    && split.train().length > 0
                                    && split.test().length > 0
                                    && Arrays.stream(split.train())
                                                    .mapToLong(row -> times[row])
                                                    .max()
                                                    .orElseThrow()
                                            < Arrays.stream(split.test())
                                                    .mapToLong(row -> times[row])
                                                    .min()
                                                    .orElseThrow(),
                            "every row in one set, and the latest training row before the earliest test row",
                            "whoever predicts knows the past, and not the future");
        });
    }

    @Test
    @DisplayName("byTime depends on the order of the times alone, not on their unit or their zero")
    @Clause({"latest", "any-values"})
    void anotherClock() {
        relations(
                        TIMES,
                        times -> "TrainTestSplit.byTime(" + written(times) + ", 0.3).test()",
                        times -> TrainTestSplit.byTime(times, 0.3).test())
                .invariant(
                        "the times in another unit, from another zero",
                        times -> Arrays.stream(times)
                                .map(time -> 86_400 * time - 7)
                                .toArray(),
                        "earlier stays earlier");
    }

    @Test
    @DisplayName("byTime finds the same rows when they stand in reverse order")
    @Clause({"latest", "any-values"})
    void reversedRows() {
        relations(
                        TIMES,
                        times -> "the times of the test rows of TrainTestSplit.byTime(" + written(times) + ", 0.3)",
                        times -> Arrays.stream(TrainTestSplit.byTime(times, 0.3).test())
                                .mapToLong(row -> times[row])
                                .sorted()
                                .toArray())
                .invariant(
                        "the rows in reverse",
                        times -> IntStream.range(0, times.length)
                                .mapToLong(row -> times[times.length - 1 - row])
                                .toArray(),
                        "what counts is when a row happened, not where it stands");
    }

    /// How many of the rows 0 to n - 1 are in none of the sets, plus those that aren't among these rows.
    static int missing(TrainTestSplit split, int n) {
        var rows = new BitSet();
        Arrays.stream(split.train()).forEach(rows::set);
        Arrays.stream(split.test()).forEach(rows::set);
        return n
                - rows.get(0, n).cardinality()
                + rows.cardinality()
                - rows.get(0, n).cardinality();
    }

    /// How many groups have rows on both sides.
    static int shared(TrainTestSplit split, int[] groups) {
        return (int) Arrays.stream(split.test())
                .map(row -> groups[row])
                .distinct()
                .filter(group -> of(group, split.train(), groups) > 0)
                .count();
    }

    static long of(int number, int[] rows, int[] numbers) {
        return Arrays.stream(rows).filter(row -> numbers[row] == number).count();
    }

    private static void keepsEveryRow(TrainTestSplit split, Case input, String method) {
        int n = input.numbers().length;
        Expect.that(
                missing(split, n) == 0,
                () -> input.call(method),
                "each of the rows 0 to " + (n - 1) + " in one of the two sets",
                split,
                "a split loses no row");
    }

    private static Gen<Case> cases(Gen<int[]> numbers, Gen<Double> fractions) {
        return Gen.pairs(numbers, Gen.pairs(fractions, SEEDS))
                .map(pair -> new Case(
                        pair.first(), pair.second().first(), pair.second().second()));
    }

    /// As many rows of each number as `sizes` says, in turn: of the first, the second and so on.
    static int[] numbered(int[] sizes) {
        return IntStream.range(0, Arrays.stream(sizes).max().orElseThrow())
                .flatMap(turn -> IntStream.range(0, sizes.length)
                        .filter(i -> sizes[i] > turn)
                        .map(i -> 7 * i - 10))
                .toArray();
    }

    static String written(long[] times) {
        return Arrays.toString(times).replace('[', '{').replace(']', '}');
    }
}
