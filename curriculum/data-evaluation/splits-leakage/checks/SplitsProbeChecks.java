package gradus.checks.splits_leakage;

import static gradus.proctor.assertions.Expect.unchanged;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.data.split.TrainTestSplit;
import gradus.ml.numbers.Rng;
import gradus.proctor.assertions.Clause;
import gradus.proctor.probes.Argument;
import gradus.proctor.probes.MemberProbes;
import gradus.proctor.probes.Probe;
import gradus.proctor.property.Gen;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What holds at every size.
class SplitsProbeChecks {

    private static final Argument<double[], int[]> NUMBERS = Argument.of(
            cells -> Arrays.stream(cells).mapToInt(cell -> (int) cell).toArray(),
            numbers -> Arrays.stream(numbers).asDoubleStream().toArray());
    private static final Argument<double[], long[]> LONGS = Argument.of(
            cells -> Arrays.stream(cells).mapToLong(cell -> (long) cell).toArray(),
            times -> Arrays.stream(times).asDoubleStream().toArray());

    @Test
    @DisplayName("byTime keeps to its definition at every size")
    @Clause({"latest", "ties", "unchanged"})
    void byTimeProbes() {
        whole(MemberProbes.of(
                        "TrainTestSplit.byTime(x, 0.27).test()",
                        LONGS,
                        times -> TrainTestSplit.byTime(times, 0.27).test(),
                        SplitsProbeChecks::latest))
                .hold("the latest 27 % of the rows, with those that are as early as the earliest of them");
    }

    @Test
    @DisplayName("grouped keeps groups whole at every size")
    @Clause({"groups-whole", "every-row", "unchanged"})
    void groupedProbes() {
        whole(MemberProbes.of(
                        "{rows lost, groups on both sides} of TrainTestSplit.grouped(x, 0.3, Rng.of(1))",
                        NUMBERS,
                        groups -> faults(TrainTestSplit.grouped(groups, 0.3, Rng.of(1)), groups),
                        groups -> {
                            refuse(Arrays.stream(groups).distinct().count() < 2);
                            return new int[] {0, 0};
                        }))
                .hold("no row is lost, and no group is on both sides");
    }

    @Test
    @DisplayName("stratified keeps every class on the training side at every size")
    @Clause({"trained-classes", "single-row", "unchanged"})
    void stratifiedProbes() {
        whole(MemberProbes.of(
                        "{rows lost, classes without training} of TrainTestSplit.stratified(x, 0.6, Rng.of(1))",
                        NUMBERS,
                        labels -> {
                            TrainTestSplit split = TrainTestSplit.stratified(labels, 0.6, Rng.of(1));
                            int untrained = (int) Arrays.stream(labels)
                                    .distinct()
                                    .filter(label -> SplitsLawChecks.of(label, split.train(), labels) == 0)
                                    .count();
                            return new int[] {SplitsLawChecks.missing(split, labels.length), untrained};
                        },
                        labels -> {
                            refuse(labels.length == 0);
                            for (double label : labels) {
                                refuse(Arrays.stream(labels)
                                                .filter(other -> other == label)
                                                .count()
                                        == 1);
                            }
                            return new int[] {0, 0};
                        }))
                .hold("no row is lost, every class is trained on, and a class of one row is refused");
    }

    @Test
    @DisplayName("no method changes its array")
    @Clause("unchanged")
    void argumentsStay() {
        forAll(Gen.intArrays(Gen.ints(1, 4), 2, 6)).cases(20).check(sizes -> {
            int[] before = SplitsLawChecks.numbered(
                    Arrays.stream(sizes).map(size -> size + 1).toArray());
            int[] labels = before.clone();
            TrainTestSplit.stratified(labels, 0.6, Rng.of(1));
            unchanged("labels after TrainTestSplit.stratified(labels, 0.6, Rng.of(1))", before, labels);
            int[] groups = before.clone();
            TrainTestSplit.grouped(groups, 0.5, Rng.of(1));
            unchanged("groups after TrainTestSplit.grouped(groups, 0.5, Rng.of(1))", before, groups);
            long[] earlier = Arrays.stream(before).asLongStream().toArray();
            long[] times = earlier.clone();
            TrainTestSplit.byTime(times, 0.4);
            unchanged("times after TrainTestSplit.byTime(times, 0.4)", earlier, times);
        });
    }

    private static <P, Q> MemberProbes<P, Q> whole(MemberProbes<P, Q> probes) {
        return probes.upTo(17)
                .elements(Gen.ints(-3, 3).map(Integer::doubleValue))
                .without(Probe.NAN, "whole numbers are never NaN")
                .without(Probe.INFINITIES, "whole numbers are finite")
                .without(Probe.NEGATIVE_ZERO, "whole numbers have only one zero");
    }

    private static void refuse(boolean refused) {
        if (refused) {
            throw new IllegalArgumentException();
        }
    }

    /// The rows that are as late as the row with this many rows behind it, or behind the earliest time of all.
    private static int[] latest(double[] times) {
        refuse(Arrays.stream(times).distinct().count() < 2);
        int n = times.length;
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        double begin = sorted[n - Math.clamp(Math.round(0.27 * n), 1, n - 1)];
        double from = begin > sorted[0]
                ? begin
                : Arrays.stream(sorted).filter(time -> time > begin).findFirst().orElseThrow();
        return IntStream.range(0, n).filter(row -> times[row] >= from).toArray();
    }

    private static int[] faults(TrainTestSplit split, int[] groups) {
        return new int[] {SplitsLawChecks.missing(split, groups.length), SplitsLawChecks.shared(split, groups)};
    }
}
