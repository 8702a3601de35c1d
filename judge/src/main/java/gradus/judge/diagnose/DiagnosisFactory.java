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

/// One sentence on what a failure looks like, and so on where to look.
public final class DiagnosisFactory {

    private static final int MAX_CALL_LENGTH = 100;

    private DiagnosisFactory() {}

    /// @param mutableStatics the learner's variables that keep their value from call to call
    static Diagnosis create(
            CheckRunResult checkRunResult, List<String> mutableStatics, Optional<RecognisedMistake> recognised) {
        CheckResult look = firstFailure(checkRunResult);
        Finding finding = checkRunResult.findings().get(look.id());
        return new Diagnosis(
                finding == null
                        ? look.title()
                        : message(finding, checkRunResult) + staticFieldWarning(finding, mutableStatics),
                recognised);
    }

    private static String staticFieldWarning(Finding finding, List<String> mutableStatics) {
        return mutableStatics.isEmpty() || finding.kind() == FailureKind.TO_DO
                ? ""
                : " Mind that `" + mutableStatics.getFirst() + "`, being static, keeps its value from call to call.";
    }

    /// The first failure in something that is written; only when there is none, something that is not.
    private static CheckResult firstFailure(CheckRunResult checkRunResult) {
        return checkRunResult.checks().stream()
                .filter(check -> check.outcome() instanceof Outcome.Failed)
                .filter(check -> checkRunResult.findings().get(check.id()).kind() != FailureKind.TO_DO)
                .findFirst()
                .or(checkRunResult::firstFailure)
                .orElseThrow();
    }

    /// What the submission asked for and was refused, when that is what made it fail.
    static Optional<Verdict> forbiddenVerdict(CheckRunResult checkRunResult) {
        return Optional.ofNullable(checkRunResult
                        .findings()
                        .get(firstFailure(checkRunResult).id()))
                .filter(finding -> finding.kind() == FailureKind.FORBIDDEN)
                .map(SandboxViolations::verdict);
    }

    private static String message(Finding finding, CheckRunResult checkRunResult) {
        return switch (finding.kind()) {
            case TO_DO -> toDo(finding, checkRunResult);
            case RECURSION -> ExceptionExplainer.explainRecursion(finding);
            case THREW, FORBIDDEN -> ExceptionExplainer.explain(finding);
            case DID_NOT_THROW -> call(finding) + " must be refused with an exception, and was not" + why(finding);
            case MISMATCH -> new MismatchExplainer(checkRunResult).explain(finding);
        };
    }

    private static String toDo(Finding finding, CheckRunResult checkRunResult) {
        long done = checkRunResult.checks().stream()
                .filter(check -> check.outcome() instanceof Outcome.Passed)
                .count();
        return (finding.stackTrace().isEmpty()
                        ? "A member"
                        : "`"
                                + ExceptionExplainer.methodName(
                                        finding.stackTrace().getFirst()) + "`")
                + " is still to be written"
                + (done == 0
                        ? "."
                        : "; what you have so far passes " + done + " of "
                                + checkRunResult.checks().size() + " checks.");
    }

    static String call(Finding finding) {
        return finding.call().isEmpty() || finding.call().length() > MAX_CALL_LENGTH
                ? "A call"
                : "`" + finding.call() + "`";
    }

    static String why(Finding finding) {
        String clause = clause(finding);
        return clause.isEmpty() || ".!?…".indexOf(clause.charAt(clause.length() - 1)) < 0 ? clause + "." : clause;
    }

    static String clause(Finding finding) {
        return finding.why().isEmpty() ? "" : ": " + finding.why();
    }

    /// The hints of a known wrong solution; of one that this is only like, the question and no more.
    public static RecognisedMistake toRecognisedMistake(WrongSolutionMatcher.Match match) {
        Lab.Solution wrong = match.solution();
        return match.exact()
                ? new RecognisedMistake(wrong.name(), wrong.misconception().orElse(""), wrong.hints())
                : new RecognisedMistake(
                        wrong.name(), "", wrong.hints().stream().limit(1).toList());
    }
}
