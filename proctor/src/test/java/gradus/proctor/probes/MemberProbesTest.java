package gradus.proctor.probes;

import static gradus.proctor.failure.Failures.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gradus.proctor.failure.CheckFault;
import gradus.proctor.property.Gen;
import gradus.proctor.transcript.Event.Finding;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// Each test is a broken member that small checks by hand let through.
class MemberProbesTest {

    private final double[] buffer = new double[2_000];
    private final Map<double[], Double> known = new IdentityHashMap<>();

    @Test
    void rightMembersPassEveryProbe() {
        sum(MemberProbesTest::exactSum).hold("the exact sum");
        dot(MemberProbesTest::exactDot).hold("the exact dot product");
        doubled(MemberProbesTest::plainDoubled).hold("each element is doubled");
        largest(MemberProbesTest::plainLargest).hold("the largest element");
        MemberProbes.of(
                        "columnSums(x)",
                        Argument.rows(3),
                        MemberProbesTest::plainColumnSums,
                        MemberProbesTest::plainColumnSums)
                .hold("the sum of each column");
    }

    @Test
    void aSumThatDropsTheLastOf4nPlus1NumbersIsFoundAtTheSmallestSuchSize() {
        Finding finding = finding(() -> sum(x ->
                        exactSum(Arrays.copyOf(x, x.length > 1 && x.length % 4 == 1 ? x.length - 1 : x.length)))
                .hold("the exact sum"));

        assertThat(finding.call()).isEqualTo("sum(x) with x = {0, 0, 0, 0, 1}");
        assertThat(finding.expected()).isEqualTo("1.0");
        assertThat(finding.got()).isEqualTo("0.0");
        assertThat(finding.why()).isEqualTo("the exact sum, at every size");
    }

    @Test
    void aMistakeAtASizeThatIsNotProbedIsFoundOnceALargerOneFails() {
        Finding finding =
                finding(() -> sum(x -> x.length < 20 ? exactSum(x) : 7).hold("the exact sum"));

        assertThat(finding.call()).isEqualTo("sum(x) with x = {" + "0, ".repeat(19) + "0}");
    }

    @Test
    void aDotProductThatSortsItsOperandsIsFound() {
        BiFunction<double[], double[], Double> sorting = (x, y) -> exactDot(sorted(x), sorted(y));

        assertThat(finding(() -> dot(sorting).hold("")).call()).isEqualTo("dot(x, y) with x = {0, 1} and y = {1, 0}");
        assertThat(finding(() -> dot(sorting).holds(Probe.ORDER, "")).why()).isEqualTo("in any order of the elements");
    }

    @Test
    void anAccumulatorOfTypeFloatIsFound() {
        Finding finding = finding(() -> sum(x -> {
                    float sum = 0;
                    for (double element : x) {
                        sum += (float) element;
                    }
                    return (double) sum;
                })
                .hold("the exact sum"));

        assertThat(finding.call()).startsWith("sum(x) with x = {");
        assertThat(finding.symptoms()).contains("float");
    }

    @Test
    void aNanThatIsLostIsFound() {
        Function<double[], Double> losing = x -> {
            double largest = Double.NEGATIVE_INFINITY;
            for (double element : x) {
                largest = element > largest ? element : largest;
            }
            return largest;
        };

        Finding finding = finding(() -> largest(losing).hold("the largest element"));

        assertThat(finding.call()).isEqualTo("largest(x) with x = {Double.NaN}");
        assertThat(finding.expected()).isEqualTo("NaN");
        assertThat(finding.symptoms()).containsExactly("nan-lost");
        largest(losing)
                .without(Probe.NAN, "the contract leaves NaN open")
                .without(Probe.NEGATIVE_ZERO, "and the sign of a zero")
                .hold("the largest element");
    }

    @Test
    void aLostInfinityAndALostSignOfZeroAreFound() {
        assertThat(finding(() -> largest(x -> Math.min(plainLargest(x), 1e300)).hold(""))
                        .call())
                .isEqualTo("largest(x) with x = {Double.POSITIVE_INFINITY}");
        assertThat(finding(() -> doubled(x -> plainDoubled(
                                        Arrays.stream(x).map(e -> e + 0.0).toArray()))
                                .hold(""))
                        .call())
                .isEqualTo("doubled(x) with x = {-0.0}");
    }

    @Test
    void aRequirementForRepeatedOrPositiveElementsIsFound() {
        assertThat(finding(() -> sum(x -> Arrays.stream(x).distinct().sum()).hold(""))
                        .call())
                .isEqualTo("sum(x) with x = {1, 1}");
        assertThat(finding(() -> largest(x -> x.length == 0 ? plainLargest(x) : Math.max(0, plainLargest(x)))
                                .holds(Probe.NEGATIVE, ""))
                        .call())
                .isEqualTo("largest(x) with x = {-1}");
    }

    @Test
    void anArgumentThatIsChangedInLargerArraysOnlyIsFound() {
        Finding finding = finding(() -> sum(x -> {
                    double sum = exactSum(x);
                    if (x.length > 4) {
                        Arrays.sort(x);
                    }
                    return sum;
                })
                .hold(""));

        assertThat(finding.call()).isEqualTo("x of sum(x) with x = {0, 0, 0, 0, -1} after the call");
        assertThat(finding.got()).isEqualTo("{-1.0, 0.0, 0.0, 0.0, 0.0}");
        assertThat(finding.symptoms()).containsExactly("changed-argument");
    }

    @Test
    void aChangedSecondArgumentIsFound() {
        assertThat(finding(() -> dot((x, y) -> {
                                    double dot = exactDot(x, y);
                                    y[0] = 0;
                                    return dot;
                                })
                                .holds(Probe.ARGUMENTS_UNCHANGED, ""))
                        .call())
                .isEqualTo("y of dot(x, y) with x = {0} and y = {1} after the call");
    }

    @Test
    void aResultThatIsTheArgumentsArrayIsFound() {
        Finding finding = finding(() -> MemberProbes.of("copy(x)", Argument.array(), x -> x, double[]::clone)
                .hold("the same numbers"));

        assertThat(finding.call()).isEqualTo("copy(x) with x = {0}");
        assertThat(finding.symptoms()).containsExactly("aliased");
    }

    @Test
    void aSharedArrayWithinAnObjectIsFound() {
        record Wrapper(double[] inner) {}
        var wrapped = Argument.of(Wrapper::new, Wrapper::inner);

        assertThat(finding(() -> MemberProbes.of("x.toArray()", wrapped, Wrapper::inner, double[]::clone)
                                .hold(""))
                        .expected())
                .isEqualTo("an argument that stays the same when the result is changed afterwards");
    }

    @Test
    void aBufferThatAllResultsShareIsFound() {
        Finding finding = finding(() -> MemberProbes.of(
                        "last(x)",
                        Argument.array(),
                        x -> {
                            System.arraycopy(x, 0, buffer, 0, x.length);
                            return buffer;
                        },
                        x -> Arrays.copyOf(x, buffer.length))
                .holds(Probe.OWN_RESULT, ""));

        assertThat(finding.symptoms()).containsExactly("stateful");
    }

    @Test
    void aResultThatDependsOnEarlierCallsIsFound() {
        Finding finding = finding(() -> sum(x -> {
                    double sum = exactSum(x) + buffer[0];
                    buffer[0] += sum > 2 ? 1 : 0;
                    return sum;
                })
                .holds(Probe.REPEATABLE, ""));

        assertThat(finding.symptoms()).contains("stateful");
    }

    @Test
    void aResultThatIsRememberedByTheArrayAndNotByItsNumbersIsFound() {
        assertThat(finding(() -> sum(x -> known.computeIfAbsent(x, MemberProbesTest::exactSum))
                                .hold(""))
                        .call())
                .endsWith(", in the arrays of an earlier call,");
    }

    @Test
    void anExceptionThatTheDefinitionRequiresIsExpected() {
        Finding finding = finding(() -> MemberProbes.of(
                        "mean(x)", Argument.array(), x -> x.length == 0 ? 0 : exactSum(x) / x.length, x -> {
                            if (x.length == 0) {
                                throw new IllegalArgumentException("no numbers");
                            }
                            return exactSum(x) / x.length;
                        })
                .hold("the mean"));

        assertThat(finding.expected()).isEqualTo("an IllegalArgumentException");
        assertThat(finding.why()).isEqualTo("the mean, for no elements");
    }

    @Test
    void anEqualsThatIsAlwaysTrueIsFound() {
        record Right(int value) {}
        class Always {
            @Override
            public boolean equals(Object other) {
                return true;
            }

            @Override
            public int hashCode() {
                return 1;
            }
        }
        EqualityProbes.of("Right")
                .value("new Right(1)", () -> new Right(1))
                .value("new Right(2)", () -> new Right(2))
                .hold("");

        assertThat(finding(() -> EqualityProbes.of("Always")
                                .value("new Always()", Always::new)
                                .value("new Always(2)", Always::new)
                                .hold("equal if the numbers are"))
                        .call())
                .isEqualTo("new Always().equals(null)");
    }

    @Test
    void whatAnAuthorMayNotDoIsAFaultOfTheLab() {
        var probes = sum(MemberProbesTest::exactSum);

        assertThatExceptionOfType(CheckFault.class).isThrownBy(() -> probes.without(Probe.NAN, " "));
        assertThatExceptionOfType(CheckFault.class)
                .isThrownBy(() -> probes.without(Probe.NAN, "open").without(Probe.NAN, "open"));
        assertThatExceptionOfType(CheckFault.class)
                .isThrownBy(() -> probes.without(Probe.NAN, "open").holds(Probe.NAN, ""));
        assertThatExceptionOfType(CheckFault.class).isThrownBy(() -> {
            MemberProbes<double[], double[]> left = probes;
            for (Probe probe : Probe.values()) {
                left = left.without(probe, "open");
            }
        });
        assertThatExceptionOfType(CheckFault.class)
                .as("a result that can't be looked into")
                .isThrownBy(() -> MemberProbes.of("f(x)", Argument.array(), _ -> Map.of(), _ -> Map.of())
                        .hold(""));
        assertThatExceptionOfType(CheckFault.class)
                .as("a mistake in the definition")
                .isThrownBy(() -> sum(MemberProbesTest::exactSum, x -> x[0]).hold(""))
                .withMessageContaining("the definition threw");
    }

    @Test
    void theDomainOfAMemberCanBeSet() {
        MemberProbes.of(
                        "log(x)",
                        Argument.array(),
                        x -> Arrays.stream(x).map(Math::log).toArray(),
                        x -> Arrays.stream(x).map(StrictMath::log).toArray())
                .elements(Gen.doubles(0.1, 9))
                .upTo(20)
                .within(1e-12, 0)
                .without(Probe.NEGATIVE, "only positive numbers have a logarithm")
                .hold("the logarithm of each element");
    }

    private static MemberProbes<double[], double[]> sum(Function<double[], Double> member) {
        return sum(member, MemberProbesTest::plainSum);
    }

    private static MemberProbes<double[], double[]> sum(
            Function<double[], Double> member, Function<double[], Double> definition) {
        return MemberProbes.of("sum(x)", Argument.array(), member, definition).within(1e-12, 1e-10);
    }

    private static MemberProbes<double[], double[]> dot(BiFunction<double[], double[], Double> member) {
        return MemberProbes.of("dot(x, y)", Argument.array(), Argument.array(), member, MemberProbesTest::plainDot);
    }

    private static MemberProbes<double[], double[]> doubled(Function<double[], double[]> member) {
        return MemberProbes.of("doubled(x)", Argument.array(), member, MemberProbesTest::plainDoubled);
    }

    private static MemberProbes<double[], double[]> largest(Function<double[], Double> member) {
        return MemberProbes.of("largest(x)", Argument.array(), member, MemberProbesTest::plainLargest);
    }

    private static double[] sorted(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double exactSum(double[] x) {
        double[] ones = new double[x.length];
        Arrays.fill(ones, 1);
        return exactDot(x, ones);
    }

    private static double exactDot(double[] x, double[] y) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
                return plainDot(x, y);
            }
            sum = sum.add(new BigDecimal(x[i]).multiply(new BigDecimal(y[i])));
        }
        return sum.doubleValue();
    }

    private static double plainSum(double[] x) {
        double sum = 0;
        for (double element : x) {
            sum += element;
        }
        return sum;
    }

    private static double plainDot(double[] x, double[] y) {
        double dot = 0;
        for (int i = 0; i < x.length; i++) {
            dot += x[i] * y[i];
        }
        return dot;
    }

    private static double[] plainDoubled(double[] x) {
        return Arrays.stream(x).map(element -> 2 * element).toArray();
    }

    private static double plainLargest(double[] x) {
        return Arrays.stream(x).reduce(Double.NEGATIVE_INFINITY, Math::max);
    }

    private static double[] plainColumnSums(double[][] rows) {
        double[] sums = new double[3];
        for (double[] row : rows) {
            for (int j = 0; j < 3; j++) {
                sums[j] += row[j];
            }
        }
        return sums;
    }
}
