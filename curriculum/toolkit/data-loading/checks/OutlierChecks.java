package gradus.checks.data_loading;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.property.MetamorphicRelations.relations;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.data.DataQuality;
import gradus.proctor.assertions.Clause;
import gradus.proctor.format.JavaLiterals;
import gradus.proctor.probes.Argument;
import gradus.proctor.probes.MemberProbes;
import gradus.proctor.probes.Probe;
import gradus.proctor.property.Gen;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Medians, and what is far from them.
class OutlierChecks {

    /// Whole numbers, some of them large, some missing.
    private static final Gen<Double> VALUES =
            Gen.ints(-60, 60).map(n -> n > 50 ? Double.NaN : n < -50 ? 40.0 * n : (double) n);
    private static final Gen<double[]> COLUMNS = Gen.arrays(VALUES, 0, 14).filter(OutlierChecks::isDecided);

    @Test
    @DisplayName("the median of an even number of values is the mean of the two middle ones")
    @Clause("median")
    void twoMiddleValues() {
        calling("median({4, 1})", () -> DataQuality.median(new double[] {4, 1})).gives(2.5, "(1 + 4) / 2");
        calling("median({7, 1, 2, 4})", () -> DataQuality.median(new double[] {7, 1, 2, 4}))
                .gives(3.0, "in order 1, 2, 4, 7, and (2 + 4) / 2 = 3");
    }

    @Test
    @DisplayName("missing values don't move the median")
    @Clause("median-of-present")
    void missingValuesDoNotMoveIt() {
        double nan = Double.NaN;
        calling("median({NaN, 5, NaN, 1, NaN, 3})", () -> DataQuality.median(new double[] {nan, 5, nan, 1, nan, 3}))
                .gives(3.0, "the values are 1, 3 and 5; of the others nobody knows whether they are large or small");
        calling("median({NaN, NaN})", () -> DataQuality.median(new double[] {nan, nan}))
                .allowingNan()
                .satisfies(result -> Double.isNaN(result), "NaN", "there is no value");
    }

    @Test
    @DisplayName("median at any size, with missing values anywhere, leaves its argument as it was")
    @Clause({"median", "median-of-present", "unchanged", "accuracy"})
    void medianProbes() {
        MemberProbes.of("DataQuality.median(x)", Argument.array(), DataQuality::median, OutlierChecks::middle)
                .without(Probe.INFINITIES, "the contract asks for finite numbers")
                .without(Probe.NEGATIVE_ZERO, "the contract leaves the sign of a zero open")
                .hold("that is the middle of the values that aren't missing");
    }

    @Test
    @DisplayName("outliers at any size leaves its argument as it was")
    @Clause({"outliers", "missing-rows", "no-spread", "unchanged"})
    void outlierProbes() {
        MemberProbes.of(
                        "DataQuality.outliers(x)",
                        Argument.array(),
                        DataQuality::outliers,
                        OutlierChecks::farFromTheMiddle)
                .elements(Gen.ints(-40, 40).map(n -> n == 0 ? 4000.0 : n == 1 ? -4000.0 : n / 8.0))
                .without(Probe.INFINITIES, "the contract asks for finite numbers")
                .without(Probe.NEGATIVE_ZERO, "the contract leaves the sign of a zero open")
                .hold("these are the rows beyond 4 · 1.4826 · MAD from the median");
    }

    @Test
    @DisplayName("values far below the median are outliers, as those far above")
    @Clause("outliers")
    void bothSides() {
        calling("outliers({-90, 1, 2, 3, 4, 5, 96})", () -> DataQuality.outliers(new double[] {-90, 1, 2, 3, 4, 5, 96}))
                .gives(new int[] {0, 6}, "the median is 3, the MAD 2, and both are 93 from the median");
    }

    @Test
    @DisplayName("many outliers don't hide each other")
    @Clause("outliers")
    void manyOutliers() {
        double[] masses = {3750, 3.8, 3250, 3.45, 3650, 3.9, 3475, 4250, 3300, 3700};
        calling("outliers({" + JavaLiterals.elements(masses) + "})", () -> DataQuality.outliers(masses))
                .gives(
                        new int[] {1, 3, 5},
                        "the median is 3387.5, the MAD 337.5, the limit 2001.5; three masses are in kilograms");
    }

    @Test
    @DisplayName("one wild value among twenty ordinary ones is found")
    @Clause("outliers")
    void oneAmongMany() {
        double[] x = DoubleStream.concat(IntStream.rangeClosed(1, 20).asDoubleStream(), DoubleStream.of(1000))
                .toArray();
        calling("outliers({1, 2, …, 20, 1000})", () -> DataQuality.outliers(x))
                .gives(new int[] {20}, "the median is 11 and the MAD 5, so the limit is 29.7");
    }

    @Test
    @DisplayName("outliers are measured once, with all values in place")
    @Clause("outliers")
    void measuredOnce() {
        double[] x = {-2, -2, -1, 0, 0, 1, 2, 11, 100, 100, 100};
        calling("outliers({" + JavaLiterals.elements(x) + "})", () -> DataQuality.outliers(x))
                .gives(new int[] {8, 9, 10}, "the median is 1 and the MAD 3, so the limit 17.8, and 11 is within it");
    }

    @Test
    @DisplayName("a value just inside the limit isn't an outlier, one just outside is")
    @Clause({"outliers", "accuracy"})
    void theLimit() {
        double limit = 4 * 1.4826;
        for (double factor : new double[] {1 - 1e-6, 1 + 1e-6}) {
            double[] x = {-1, 0, 0.5, 1, 0, -1, 1, -limit * factor};
            // Sorted: −limit, −1, −1, 0, 0, 0.5, 1, 1; the distances from 0 have the median 1.
            calling("outliers({" + JavaLiterals.elements(x) + "})", () -> DataQuality.outliers(x))
                    .gives(
                            factor > 1 ? new int[] {7} : new int[0],
                            "the median is 0 and the MAD 1, so the limit is 4 · 1.4826 = 5.9304");
        }
    }

    @Test
    @DisplayName("missing values keep their row")
    @Clause("missing-rows")
    void rowsAreThoseOfTheColumn() {
        forAll(COLUMNS).check(x -> {
            double[] later = DoubleStream.concat(DoubleStream.of(Double.NaN, Double.NaN), Arrays.stream(x))
                    .toArray();
            int[] expected =
                    Arrays.stream(farFromTheMiddle(x)).map(row -> row + 2).toArray();
            calling(() -> "outliers({" + JavaLiterals.elements(later) + "})", () -> DataQuality.outliers(later))
                    .gives(expected, "the first two rows are missing, so the others come two rows later");
        });
    }

    @Test
    @DisplayName("if more than half of the values are equal, there are no outliers")
    @Clause("no-spread")
    void noSpread() {
        forAll(Gen.pairs(Gen.doubles(-5, 5), Gen.arrays(VALUES, 0, 4))).check(drawn -> {
            double[] others = drawn.second();
            double[] x = Arrays.copyOf(others, 2 * others.length + 1);
            Arrays.fill(x, others.length, x.length, drawn.first());
            calling(() -> "outliers({" + JavaLiterals.elements(x) + "})", () -> DataQuality.outliers(x))
                    .gives(new int[0], "more than half of the distances are 0, and so is their median");
        });
        calling("outliers({})", () -> DataQuality.outliers(new double[0])).gives(new int[0], "there are no numbers");
    }

    @Test
    @DisplayName("another unit, another zero point or another sign: the same rows are outliers")
    @Clause({"outliers", "range", "missing-rows"})
    void unitsDoNotMatter() {
        relations(COLUMNS, x -> "outliers({" + JavaLiterals.elements(x) + "})", DataQuality::outliers)
                .invariant("every number doubled", x -> map(x, 2, 0), "all distances and their median are doubled")
                .invariant("all times 2^320", x -> map(x, 0x1p320, 0), "all distances have the same factor")
                .invariant("all times 2^-320", x -> map(x, 0x1p-320, 0), "all distances have the same factor")
                .invariant("64 added to every number", x -> map(x, 1, 64), "the median moves along")
                .invariant("every sign changed", x -> map(x, -1, 0), "a distance has no sign");
    }

    @Test
    @DisplayName("outliers of random columns: those beyond the limit, and no others")
    @Clause({"outliers", "missing-rows", "no-spread"})
    void randomColumns() {
        forAll(COLUMNS)
                .check(x -> calling(() -> "outliers({" + JavaLiterals.elements(x) + "})", () -> DataQuality.outliers(x))
                        .gives(farFromTheMiddle(x), "the median is " + middle(x) + ", and these are beyond the limit"));
    }

    private static double[] map(double[] x, double factor, double added) {
        return Arrays.stream(x).map(value -> value * factor + added).toArray();
    }

    private static double middle(double[] x) {
        double[] sorted = present(x).sorted().toArray();
        int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    private static double spread(double[] x) {
        double middle = middle(x);
        return middle(present(x).map(value -> Math.abs(value - middle)).toArray());
    }

    private static int[] farFromTheMiddle(double[] x) {
        double middle = middle(x);
        double spread = spread(x);
        return IntStream.range(0, x.length)
                .filter(row -> spread > 0 && Math.abs(x[row] - middle) / spread > 4 * 1.4826)
                .toArray();
    }

    /// Whether no number is so near to the limit that rounding could decide.
    private static boolean isDecided(double[] x) {
        double middle = middle(x);
        double limit = 4 * 1.4826 * spread(x);
        return present(x).allMatch(value -> limit == 0 || Math.abs(Math.abs(value - middle) / limit - 1) > 1e-6);
    }

    private static DoubleStream present(double[] x) {
        return Arrays.stream(x).filter(value -> !Double.isNaN(value));
    }
}
