package gradus.judge.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Audit;
import gradus.course.Coding;
import gradus.course.Decision;
import gradus.course.Decisions;
import gradus.course.Lab;
import gradus.course.LibraryUse;
import gradus.course.Question.Answer;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Diagnosis;
import gradus.judge.Verdict.Integration;
import gradus.judge.Verdict.Outcome;
import gradus.judge.Verdict.Remark;
import gradus.judge.Verdict.ResourceUsage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class DecisionGraderTest {

    private static final Decisions DECISIONS = new Decisions(
            "leaks",
            List.of(
                    decision("scaler", true, false),
                    decision("patients", false, true, true),
                    decision("future", false, true)),
            2);

    private static final Audit AUDIT = new Audit("leaks", "", DECISIONS, Path.of("lab.md"));

    private static final String RIGHT = "scaler: a\npatients: b\n";
    private static final String WRONG = "scaler: b\npatients: b\n";

    private static final ResourceUsage USAGE =
            new ResourceUsage(Duration.ZERO, Duration.ofMillis(7), Duration.ZERO, 1, 1, OptionalInt.empty());

    private static final CheckResult GOOD = check("T#good", new Outcome.Passed(Duration.ofMillis(1)));
    private static final CheckResult BAD = check("T#bad", new Outcome.Failed("f()", "1", "2", "", List.of()));

    private static Decision decision(String id, boolean... right) {
        var answers = new ArrayList<Answer>();
        for (boolean one : right) {
            String text = id + " " + (one ? "right" : "wrong") + " " + answers.size();
            answers.add(new Answer(text, text, one, "because", Optional.empty()));
        }
        return new Decision(id, "Case " + id, "", answers, 1);
    }

    private static CheckResult check(String id, Outcome outcome) {
        return new CheckResult(id, id, true, outcome);
    }

    private static Verdict passed() {
        return new Verdict.Passed(List.of(GOOD), new Integration.Passed(List.of("a.B")), List.of(), USAGE, "out");
    }

    private static Verdict failed() {
        return new Verdict.NotYet(
                List.of(GOOD, BAD), new Diagnosis("twice as much", Optional.empty()), List.of(), USAGE, "out");
    }

    /// The verdict on a lab of code with these cases.
    private static Verdict together(String answers, Verdict code) {
        Coding lab = code().withDecisions(DECISIONS);
        return DecisionGrader.together(lab, new Submission("leaks", Map.of("answers/leaks.yaml", answers)), code);
    }

    private static Coding code() {
        return new Coding(
                "leaks",
                List.of(),
                List.of(),
                LibraryUse.ANYTHING,
                Lab.Limits.DEFAULT,
                List.of(),
                Optional.empty(),
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Path.of("lab.md"));
    }

    private static Verdict grade(String answers) {
        return DecisionGrader.grade(AUDIT, new Submission("leaks", Map.of("answers/leaks.yaml", answers)));
    }

    private static Verdict.NotYet notYet(String answers) {
        Verdict verdict = grade(answers);
        assertThat(verdict).as(answers).isInstanceOf(Verdict.NotYet.class);
        return (Verdict.NotYet) verdict;
    }

    @Test
    void itPassesIfEnoughDecisionsAreRightWhicheverRightAnswersTheyAre() {
        for (String answers : List.of(
                "scaler: a\npatients: b\nfuture: b",
                "scaler: a\npatients: c\nfuture: b",
                "scaler: b\npatients: c\nfuture: b",
                "future: b\nscaler: a")) {
            assertThat(grade(answers)).as(answers).isInstanceOf(Verdict.Passed.class);
        }
    }

    @Test
    void everyCaseIsACheckThatPassesFailsOrHasNotBeenDecided() {
        Verdict.NotYet verdict = notYet("scaler: a\npatients: a\n");

        assertThat(verdict.checks()).extracting(CheckResult::id).containsExactly("scaler", "patients", "future");
        assertThat(verdict.checks())
                .extracting(check -> check.outcome().getClass().getSimpleName())
                .containsExactly("Passed", "Failed", "NotRun");
        assertThat(verdict.checks().get(1).outcome())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class, failed -> assertThat(failed.got()).isEqualTo("patients wrong 0"));
        assertThat(verdict.diagnosis().message()).isEqualTo("1 of 3 decisions is right, and 2 are wanted.");
    }

    @Test
    void withoutAFileNothingHasBeenDecided() {
        Verdict verdict = DecisionGrader.grade(AUDIT, new Submission("leaks", Map.of()));

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.NotYet.class,
                        it -> assertThat(it.diagnosis().message())
                                .isEqualTo("0 of 3 decisions are right, and 2 are wanted."));
    }

    @Test
    void aLineThatSaysNothingIsAnsweredWithASentence() {
        Verdict.NotYet verdict = notYet("scaler: x\npatient: b\nfuture:\n");

        assertThat(verdict.remarks())
                .extracting(Remark::message)
                .containsExactly(
                        "\"x\" is no answer to \"Case scaler\"; write a letter from a to b.",
                        "There is no case \"patient\"; did you mean \"patients\"?");
        assertThat(verdict.remarks())
                .extracting(remark -> remark.place().orElseThrow().line())
                .containsExactly(1, 2);
    }

    @Test
    void withRightCodeEnoughRightDecisionsPass() {
        assertThat(together(RIGHT, passed())).isInstanceOfSatisfying(Verdict.Passed.class, verdict -> {
            assertThat(verdict.checks())
                    .extracting(CheckResult::id)
                    .containsExactly("T#good", "scaler", "patients", "future");
            assertThat(verdict.integration()).isEqualTo(new Integration.Passed(List.of("a.B")));
            assertThat(verdict.output()).isEqualTo("out");
        });
    }

    @Test
    void withRightCodeTooFewRightDecisionsAreWhatIsLeftToMend() {
        assertThat(together(WRONG, passed())).isInstanceOfSatisfying(Verdict.NotYet.class, verdict -> {
            assertThat(verdict.diagnosis().message()).isEqualTo("1 of 3 decisions is right, and 2 are wanted.");
            assertThat(verdict.resourceUsage()).isEqualTo(USAGE);
            assertThat(verdict.checks())
                    .extracting(check -> check.outcome().getClass().getSimpleName())
                    .containsExactly("Passed", "Failed", "Passed", "NotRun");
        });
    }

    @Test
    void withWrongCodeItsFirstFailureLeadsWhateverIsDecided() {
        for (String answers : List.of(RIGHT, WRONG, "")) {
            assertThat(together(answers, failed())).isInstanceOfSatisfying(Verdict.NotYet.class, verdict -> {
                assertThat(verdict.diagnosis().message()).isEqualTo("twice as much");
                assertThat(verdict.checks()).startsWith(GOOD, BAD).hasSize(5);
            });
        }
    }

    @Test
    void aLineThatSaysNothingIsTheSameBesideCode() {
        for (Verdict code : List.of(passed(), failed())) {
            assertThat(together("scaler: a\npatients: b\nfuture: z", code))
                    .extracting(DecisionGraderTest::remarks)
                    .asInstanceOf(InstanceOfAssertFactories.list(Remark.class))
                    .extracting(Remark::message)
                    .containsExactly("\"z\" is no answer to \"Case future\"; write a letter from a to b.");
        }
    }

    private static List<Remark> remarks(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed it -> it.remarks();
            case Verdict.NotYet it -> it.remarks();
            case Verdict.ChecksPassed it -> it.remarks();
            case Verdict.DidNotCompile _,
                    Verdict.OutOfTime _,
                    Verdict.OutOfMemory _,
                    Verdict.Forbidden _,
                    Verdict.EndedEarly _,
                    Verdict.JudgeFault _ -> List.of();
        };
    }

    @Test
    void aGateWithARunOfItsOwnWaitsForTheDecisions() {
        var checksPassed =
                new Verdict.ChecksPassed(List.of(GOOD), new Integration.NoOtherParts(), List.of(), USAGE, "out");

        assertThat(together(RIGHT, checksPassed)).isInstanceOf(Verdict.ChecksPassed.class);
        assertThat(together(WRONG, checksPassed)).isInstanceOf(Verdict.NotYet.class);
    }

    @Test
    void codeThatNeverRanHasItsOwnVerdict() {
        var forbidden = new Verdict.Forbidden("a file", "no files");

        assertThat(together(RIGHT, forbidden)).isEqualTo(forbidden);
    }

    @Test
    void aLabWithoutCasesHasTheVerdictOnItsCode() {
        Verdict code = passed();

        assertThat(DecisionGrader.together(code(), new Submission("leaks", Map.of()), code))
                .isSameAs(code);
    }
}
