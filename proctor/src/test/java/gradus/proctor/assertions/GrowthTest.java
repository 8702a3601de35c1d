package gradus.proctor.assertions;

import static gradus.proctor.assertions.Growth.Order.CONSTANT;
import static gradus.proctor.assertions.Growth.Order.CUBIC;
import static gradus.proctor.assertions.Growth.Order.LINEAR;
import static gradus.proctor.assertions.Growth.Order.QUADRATIC;
import static gradus.proctor.failure.Failures.finding;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.proctor.transcript.Event.FailureKind;
import gradus.proctor.transcript.Event.Finding;
import java.util.Arrays;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

class GrowthTest {

    private static volatile Object sink = "";
    private static volatile double number;

    private long now;

    @Test
    void oneArrayPerCallIsLinearAndOnePerElementIsQuadratic() {
        Growth.ofAllocation("f(x)", n -> () -> sink = new double[n]).atMost(LINEAR, "");

        Finding finding =
                finding(() -> Growth.ofAllocation("f(x)", n -> () -> copies(n)).atMost(LINEAR, "one copy will do"));

        assertThat(finding.call()).isEqualTo("the memory that f(x) allocates");
        assertThat(finding.expected()).isEqualTo("a cost that is at most linear, O(n)");
        assertThat(finding.got())
                .contains(" bytes for n = 64, 128, 256: ")
                .endsWith("times as much for each doubling of n");
        assertThat(finding.symptoms()).containsExactly("allocates:quadratic");
    }

    @Test
    void aCallThatAllocatesNothingHasConstantCost() {
        assertThat(Growth.ofAllocation("f()", n -> () -> number = n * 2.0).atMost(CONSTANT, ""))
                .isZero();
        assertThat(finding(() -> Growth.ofAllocation("f()", n -> () -> sink = new int[n])
                                .atMost(CONSTANT, ""))
                        .symptoms())
                .containsExactly("allocates:linear");
    }

    @Test
    void bytesAreCountedExactly() {
        Growth.allocatesAtMost("f()", 0, () -> number = 3, "");
        Growth.allocatesAtMost("f()", 816, () -> sink = new double[100], "");

        Finding finding = finding(() -> Growth.allocatesAtMost("f()", 800, () -> sink = new double[100], ""));

        assertThat(finding.expected()).isEqualTo("at most 800 bytes");
        assertThat(finding.symptoms()).containsExactly("allocates");
    }

    @Test
    void sortingCountsAsLinearAndComparingAllPairsDoesNot() {
        takes("sort(x)", n -> (long) (n * Math.log(n))).atMost(LINEAR, "");

        Finding finding =
                finding(() -> takes("duplicates(x)", n -> (long) n * n).atMost(LINEAR, "a set finds them"));

        assertThat(finding.call()).isEqualTo("the time of duplicates(x)");
        assertThat(finding.symptoms()).containsExactly("too-slow:quadratic");
    }

    @Test
    void comparingAllPairsIsQuadratic() {
        takes("pairs(x)", n -> (long) n * n).atMost(QUADRATIC, "");
    }

    @Test
    void timeIsMeasuredAsCpuTime() {
        double power = Growth.ofTime("pairs(x)", n -> () -> number = pairs(new double[n]))
                .atMost(CUBIC, "");

        assertThat(power).isPositive();
    }

    /// A call that takes `nanos` nanoseconds, by a clock that only it advances.
    private Growth takes(String call, IntToLongFunction nanos) {
        return Growth.ofTime(call, n -> () -> now += nanos.applyAsLong(n), () -> now);
    }

    @Test
    void anExceptionKeepsItsCall() {
        Finding finding = finding(() ->
                Growth.ofTime("f(x)", n -> () -> Integer.parseInt("x" + n)).atMost(LINEAR, ""));

        assertThat(finding.kind()).isEqualTo(FailureKind.THREW);
        assertThat(finding.call()).isEqualTo("f(x)");
    }

    private static void copies(int n) {
        double[] all = new double[0];
        for (int i = 0; i < n; i++) {
            all = Arrays.copyOf(all, i + 1);
        }
        sink = all;
    }

    private static double pairs(double[] x) {
        double same = 0;
        for (double a : x) {
            for (double b : x) {
                same += a == b ? 1 : 0;
            }
        }
        return same;
    }
}
