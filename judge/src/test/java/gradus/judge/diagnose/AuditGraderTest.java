package gradus.judge.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Audit;
import gradus.course.Audit.Decision;
import gradus.course.Question.Answer;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Outcome;
import gradus.judge.Verdict.Remark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditGraderTest {

    private static final Audit AUDIT = new Audit(
            "leaks",
            "",
            List.of(
                    decision("scaler", true, false),
                    decision("patients", false, true, true),
                    decision("future", false, true)),
            2,
            Path.of("lab.md"));

    private static Decision decision(String id, boolean... right) {
        var answers = new ArrayList<Answer>();
        for (boolean one : right) {
            String text = id + " " + (one ? "right" : "wrong") + " " + answers.size();
            answers.add(new Answer(text, text, one, "because", Optional.empty()));
        }
        return new Decision(id, "Case " + id, "", answers, 1);
    }

    private static Verdict grade(String answers) {
        return AuditGrader.grade(AUDIT, new Submission("leaks", Map.of("answers/leaks.yaml", answers)));
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
        Verdict verdict = AuditGrader.grade(AUDIT, new Submission("leaks", Map.of()));

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
}
