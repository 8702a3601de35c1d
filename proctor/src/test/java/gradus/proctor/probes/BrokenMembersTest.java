package gradus.proctor.probes;

import static gradus.proctor.failure.Failures.finding;
import static gradus.proctor.probes.Members.dot;
import static gradus.proctor.probes.Members.doubled;
import static gradus.proctor.probes.Members.exactDot;
import static gradus.proctor.probes.Members.exactSum;
import static gradus.proctor.probes.Members.largest;
import static gradus.proctor.probes.Members.plainDoubled;
import static gradus.proctor.probes.Members.plainLargest;
import static gradus.proctor.probes.Members.sorted;
import static gradus.proctor.probes.Members.sum;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.proctor.transcript.Event.Finding;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// Each test is a broken member that small checks by hand let through.
class BrokenMembersTest {

    private final double[] buffer = new double[2_000];
    private final Map<double[], Double> known = new IdentityHashMap<>();

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

        assertThat(finding.call()).isEqualTo("x after sum(x) with x = {0, 0, 0, 0, -1}");
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
                .isEqualTo("y after dot(x, y) with x = {0} and y = {1}");
    }

    @Test
    void aResultThatIsTheArgumentsArrayIsFound() {
        Finding finding = finding(() -> MemberProbes.of("copy(x)", Argument.array(), x -> x, double[]::clone)
                .hold("the same numbers"));

        assertThat(finding.call()).isEqualTo("copy(x) with x = {0}");
        assertThat(finding.symptoms()).containsExactly("aliased");
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
        assertThat(finding(() -> sum(x -> known.computeIfAbsent(x, Members::exactSum))
                                .hold(""))
                        .call())
                .endsWith(", in the arrays of an earlier call,");
    }
}
