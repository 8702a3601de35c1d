package gradus.judge.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Cut;
import gradus.course.Lab;
import gradus.course.LibraryUse;
import gradus.course.Source;
import gradus.course.Testing;
import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Outcome;
import gradus.judge.run.CheckRunResult;
import gradus.judge.run.CheckRunResult.Ending;
import gradus.proctor.transcript.Event.FailureKind;
import gradus.proctor.transcript.Event.Finding;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// One test, `adds`, run on the library, on another right implementation and on two mutants.
class TestingGraderTest {

    private static final Source NONE = Source.of("gradus.lab.tests.sums.AdderTests", "");

    private final TestingGrader grader = new TestingGrader(lab(), Duration.ofMillis(5), List.of());

    private static Testing lab() {
        return new Testing(
                "sums",
                "",
                List.of(Cut.of("gradus.ml.sums.Adder", "add")),
                LibraryUse.ANYTHING,
                new Lab.Limits(2, 64),
                List.of(),
                NONE,
                List.of(),
                List.of(solution("other-way-round")),
                List.of(
                        new Testing.Mutant(1, solution("multiplies"), "add", "it multiplies"),
                        new Testing.Mutant(2, solution("loops"), "add", "it never ends")),
                2,
                new Testing.TestClasses(NONE, Map.of()),
                Path.of("sums/lab.md"));
    }

    private static Lab.Solution solution(String name) {
        return new Lab.Solution(name, Optional.empty(), List.of(), List.of(), Path.of(name));
    }

    private static CheckRunResult run(Ending ending, boolean passes) {
        var outcome = passes
                ? new Outcome.Passed(Duration.ofMillis(1))
                : new Outcome.Failed("Adder.add(2, 3)", "5", "6", "2 + 3", List.of());
        var finding = new Finding(FailureKind.MISMATCH, "Adder.add(2, 3)", "5", "6", "2 + 3", List.of(), List.of());
        return new CheckRunResult(
                List.of(new CheckResult("adds", "adds", true, outcome)),
                passes ? Map.of() : Map.of("adds", finding),
                ending,
                Optional.empty(),
                "",
                Duration.ofMillis(10),
                Duration.ofMillis(2),
                100,
                1000,
                OptionalInt.empty());
    }

    private static CheckRunResult passed() {
        return run(new Ending.Completed(), true);
    }

    private static CheckRunResult failed() {
        return run(new Ending.Completed(), false);
    }

    private static String diagnosis(Verdict verdict) {
        return ((Verdict.NotYet) verdict).diagnosis().message();
    }

    @Test
    void aMutantIsKilledByAFailureByAnEndlessRunAndByAnEarlyEnd() {
        for (Ending ending :
                List.of(new Ending.OutOfTime(false), new Ending.OutOfMemory(), new Ending.EndedEarly("System.exit"))) {
            var verdict = (Verdict.Passed) grader.grade(List.of(passed(), passed(), failed(), run(ending, true)));

            assertThat(verdict.checks()).extracting(CheckResult::outcome).hasOnlyElementsOfType(Outcome.Passed.class);
            assertThat(verdict.checks().getLast().title())
                    .startsWith("the tests find fault 2, in add: it never ends; on it");
            assertThat(verdict.resourceUsage().runTime()).isEqualTo(Duration.ofMillis(40));
        }
    }

    @Test
    void anAliveMutantIsNamedByItsPlaceOnly() {
        Verdict verdict = grader.grade(List.of(passed(), passed(), failed(), passed()));

        assertThat(diagnosis(verdict))
                .isEqualTo(
                        "Your tests find 1 of 2 faults, and 2 are wanted. All of them pass on fault 2, in add: look for"
                                + " a call that shows it.");
        assertThat(verdict.toString()).contains("it multiplies").doesNotContain("never ends");
    }

    @Test
    void aTestThatFailsOnAnotherRightImplementationAsksForTooMuch() {
        assertThat(diagnosis(grader.refused(List.of(passed(), failed()), passed())))
                .isEqualTo("Your test `adds` fails on another right implementation, so it asks for more than the"
                        + " documentation promises. `Adder.add(2, 3)`: expected 5, got 6: 2 + 3.");
    }

    @Test
    void aTestThatPassesOnTheLibraryOnlyAtTimesIsSaidToDependOnChance() {
        assertThat(diagnosis(grader.refused(List.of(passed(), failed()), failed())))
                .startsWith("Your test `adds` fails on the library's own Adder, on which it has passed before, so it"
                        + " depends on chance or on time.");
    }

    @Test
    void testsThatEndBadlyOnTheLibraryGetTheVerdictOfASubmission() {
        assertThat(grader.grade(List.of(run(new Ending.OutOfTime(false), true))))
                .isInstanceOfSatisfying(
                        Verdict.OutOfTime.class,
                        late -> assertThat(late.checks()).hasSize(4));
        assertThat(diagnosis(grader.refused(List.of(passed(), run(new Ending.OutOfTime(false), true)), passed())))
                .startsWith("Your tests ran out of time on another right implementation");
    }
}
