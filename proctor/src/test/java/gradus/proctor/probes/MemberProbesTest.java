package gradus.proctor.probes;

import static gradus.proctor.failure.Failures.finding;
import static gradus.proctor.probes.Members.dot;
import static gradus.proctor.probes.Members.doubled;
import static gradus.proctor.probes.Members.exactSum;
import static gradus.proctor.probes.Members.largest;
import static gradus.proctor.probes.Members.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gradus.proctor.failure.CheckFault;
import gradus.proctor.property.Gen;
import gradus.proctor.transcript.Event.Finding;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemberProbesTest {

    @Test
    void rightMembersPassEveryProbe() {
        sum(Members::exactSum).hold("the exact sum");
        dot(Members::exactDot).hold("the exact dot product");
        doubled(Members::plainDoubled).hold("each element is doubled");
        largest(Members::plainLargest).hold("the largest element");
        MemberProbes.of("columnSums(x)", Argument.rows(3), Members::plainColumnSums, Members::plainColumnSums)
                .hold("the sum of each column");
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
        assertThat(finding.why()).isEqualTo("the contract requires an exception here");
    }

    @Test
    void whatAnAuthorMayNotDoIsAFaultOfTheLab() {
        var probes = sum(Members::exactSum);

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
                .isThrownBy(() -> sum(Members::exactSum, x -> x[0]).hold(""))
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

    @Test
    void aMistakeAtASizeThatIsNotProbedIsFoundOnceALargerOneFails() {
        Finding finding =
                finding(() -> sum(x -> x.length < 20 ? exactSum(x) : 7).hold("the exact sum"));

        assertThat(finding.call()).isEqualTo("sum(x) with x = {" + "0, ".repeat(19) + "0}");
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
}
