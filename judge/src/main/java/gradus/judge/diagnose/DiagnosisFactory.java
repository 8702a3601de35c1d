package gradus.judge.diagnose;

import gradus.course.Lab;
import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Diagnosis;
import gradus.judge.Verdict.Outcome;
import gradus.judge.Verdict.RecognisedMistake;
import gradus.judge.run.CheckRunResult;
import gradus.proctor.transcript.Event.FailureKind;
import gradus.proctor.transcript.Event.Finding;
import java.util.List;
import java.util.Optional;

/// Creates the diagnosis of a failed run: one message on what the failure looks like and where to look.
public final class DiagnosisFactory {

    private DiagnosisFactory() {}

    /// @param notes on the learner's code, see [CodeNotes]
    static Diagnosis create(CheckRunResult result, List<String> notes, Optional<RecognisedMistake> recognised) {
        CheckResult failure = firstFailure(result);
        Finding finding = result.findings().get(failure.id());
        return new Diagnosis(
                finding == null
                        ? failure.title()
                        : message(finding, result, isExact(recognised)) + note(finding, notes),
                recognised);
    }

    /// Whether the mistake is known for sure: its misconception is named only then.
    private static boolean isExact(Optional<RecognisedMistake> recognised) {
        return recognised.filter(known -> !known.misconception().isEmpty()).isPresent();
    }

    private static String note(Finding finding, List<String> notes) {
        return notes.isEmpty() || finding.kind() == FailureKind.TO_DO ? "" : " " + notes.getFirst();
    }

    /// The first failure in code that has been written; if there is none, the first in code that hasn't.
    private static CheckResult firstFailure(CheckRunResult result) {
        return result.checks().stream()
                .filter(check -> check.outcome() instanceof Outcome.Failed)
                .filter(check -> result.findings().get(check.id()).kind() != FailureKind.TO_DO)
                .findFirst()
                .or(result::firstFailure)
                .orElseThrow();
    }

    /// The verdict if the submission failed because the sandbox blocked something.
    static Optional<Verdict> forbiddenVerdict(CheckRunResult result) {
        return Optional.ofNullable(result.findings().get(firstFailure(result).id()))
                .filter(finding -> finding.kind() == FailureKind.FORBIDDEN)
                .map(SandboxViolations::verdict);
    }

    /// @param recognised whether the misconception behind it is known, which says more than a guess
    private static String message(Finding finding, CheckRunResult result, boolean recognised) {
        return switch (finding.kind()) {
            case TO_DO -> toDo(finding, result);
            case RECURSION -> ExceptionExplainer.explainRecursion(finding);
            case THREW, FORBIDDEN -> ExceptionExplainer.explain(finding);
            case DID_NOT_THROW -> CallText.marked(finding) + " should throw an exception, but didn't" + why(finding);
            case MISMATCH ->
                recognised
                        ? MismatchExplainer.describePlainly(finding)
                        : new MismatchExplainer(result).explain(finding);
        };
    }

    private static String toDo(Finding finding, CheckRunResult result) {
        long done = result.checks().stream()
                .filter(check -> check.outcome() instanceof Outcome.Passed)
                .count();
        return (finding.stackTrace().isEmpty()
                        ? "A method"
                        : "`"
                                + ExceptionExplainer.methodName(
                                        finding.stackTrace().getFirst()) + "`")
                + " isn't written yet"
                + (done == 0
                        ? "."
                        : "; your code so far passes " + done + " of "
                                + result.checks().size() + " checks.");
    }

    static String why(Finding finding) {
        String clause = clause(finding);
        return clause.isEmpty() || ".!?…".indexOf(clause.charAt(clause.length() - 1)) < 0 ? clause + "." : clause;
    }

    static String clause(Finding finding) {
        return finding.why().isEmpty() ? "" : ": " + finding.why();
    }

    /// The hints of a known wrong solution; only the first, a question, if the match isn't exact.
    public static RecognisedMistake toRecognisedMistake(WrongSolutionMatcher.Match match) {
        Lab.Solution wrong = match.solution();
        return match.exact()
                ? new RecognisedMistake(wrong.name(), wrong.misconception().orElse(""), wrong.hints())
                : new RecognisedMistake(
                        wrong.name(), "", wrong.hints().stream().limit(1).toList());
    }
}
