package gradus.judge.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Outcome;
import gradus.judge.run.CheckRunResult;
import gradus.judge.run.CheckRunResult.Ending;
import gradus.proctor.transcript.Event.FailureKind;
import gradus.proctor.transcript.Event.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// What several failures together say about the first of them.
class MismatchExplainerTest {

    private static Finding finding(String call, String expected, String got, String... symptoms) {
        return new Finding(FailureKind.MISMATCH, call, expected, got, "", List.of(symptoms), List.of());
    }

    private static String explain(Finding... findings) {
        var checks = new ArrayList<CheckResult>();
        var byId = new LinkedHashMap<String, Finding>();
        for (Finding finding : findings) {
            String id = "Checks#" + byId.size();
            byId.put(id, finding);
            checks.add(new CheckResult(
                    id,
                    id,
                    true,
                    new Outcome.Failed(finding.call(), finding.expected(), finding.got(), finding.why(), List.of())));
        }
        var result = new CheckRunResult(
                checks,
                byId,
                new Ending.Completed(),
                Optional.empty(),
                "",
                Duration.ZERO,
                Duration.ZERO,
                0,
                0,
                OptionalInt.empty());
        return new MismatchExplainer(result).explain(findings[0]);
    }

    @Test
    void aCoincidenceThatAnotherFailureSharesIsAFact() {
        assertThat(explain(
                        finding("norm(3)", "9.0", "3.0", "maybe:square-root"),
                        finding("norm(5)", "25.0", "5.0", "maybe:square-root")))
                .isEqualTo("The result is the square root of what was expected. Is there a sqrt too many, or a"
                        + " factor in it once instead of twice?");
    }

    @Test
    void aCoincidenceThatMostFailuresContradictIsNoFact() {
        assertThat(explain(
                        finding("norm(3)", "9.0", "3.0", "maybe:square-root"),
                        finding("norm(5)", "25.0", "5.0", "maybe:square-root"),
                        finding("norm(1, 2)", "5.0", "3.0"),
                        finding("norm(2, 2)", "8.0", "4.0", "maybe:ratio:1/2"),
                        finding("norm(3, 1)", "10.0", "4.0")))
                .isEqualTo("`norm(3)` returned 3.0, expected 9.0. The result is the root of what was expected: is there"
                        + " an extra sqrt?");
    }

    @Test
    void failuresOfOtherMethodsAndInfiniteResultsContradictNothing() {
        assertThat(explain(
                        finding("norm(3)", "9.0", "3.0", "square-root"),
                        finding("norm(1e300)", "Infinity", "1e300", "infinite"),
                        finding("dot(1, 2)", "2.0", "3.0"),
                        finding("dot(2, 3)", "6.0", "5.0")))
                .startsWith("The result is the square root of what was expected.");
    }

    @Test
    void theSameAnswerToEveryCallComesFromALoopThatEndsTooEarly() {
        assertThat(explain(
                        finding("nearest(1)", "3", "0"),
                        finding("nearest(2)", "1", "0"),
                        finding("nearest(3)", "2", "0")))
                .startsWith("Every failing call of `nearest` returned 0. What could cause this: a start value");
    }

    @Test
    void itIsNotTheSameAnswerIfSomeCallsThrow() {
        assertThat(explain(
                        finding("nearest(1)", "3", "-1"),
                        finding("nearest(2)", "1", "-1"),
                        finding("nearest(3)", "2", "-1"),
                        new Finding(FailureKind.THREW, "nearest(4)", "", "OutOfMemoryError", "", List.of(), List.of())))
                .startsWith("`nearest(1)` returned -1, expected 3");
    }

    @Test
    void aMessageThatLacksAPromisedWordIsNoWrongException() {
        assertThat(explain(finding(
                        "close(1, 1, -0.5)",
                        "an IllegalArgumentException whose message has the word \"tolerance\" and the number -0.5",
                        "IllegalArgumentException: tolerance -0.50; it lacks \"-0.5\"")))
                .isEqualTo("`close(1, 1, -0.5)` throws the right exception, but its message lacks \"-0.5\", which"
                        + " the contract asks for.");
    }

    @Test
    void nanAsTheAnswerToEveryCallDoesNot() {
        assertThat(explain(
                        finding("norm(∞)", "Infinity", "NaN", "nan"),
                        finding("norm(∞, 1)", "1.0", "NaN", "nan"),
                        finding("norm(1, ∞)", "2.0", "NaN", "nan")))
                .isEqualTo(
                        "You got NaN. If none of the numbers that you use is NaN, look for 0/0, the root or logarithm of a"
                                + " negative number, or ∞ − ∞.");
    }
}
