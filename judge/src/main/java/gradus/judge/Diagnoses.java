package gradus.judge;

import gradus.course.Lab;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Diagnosis;
import gradus.judge.Verdict.Outcome;
import gradus.judge.Verdict.Recognised;
import gradus.proctor.transcript.Event.FailureKind;
import gradus.proctor.transcript.Event.Finding;
import java.util.List;
import java.util.Optional;

/// One sentence on what a failure looks like, and so on where to look.
final class Diagnoses {

    private static final int LONGEST_CALL = 100;

    private Diagnoses() {}

    /// @param kept the learner's variables that keep their value from call to call
    static Diagnosis of(Trial trial, List<String> kept, Optional<Recognised> recognised) {
        CheckResult look = first(trial);
        Finding finding = trial.findings().get(look.id());
        return new Diagnosis(
                finding == null ? look.title() : sentence(finding, trial) + kept(finding, kept), recognised);
    }

    private static String kept(Finding finding, List<String> kept) {
        return kept.isEmpty() || finding.kind() == FailureKind.TO_DO
                ? ""
                : " Mind that `" + kept.getFirst() + "`, being static, keeps its value from call to call.";
    }

    /// The first failure in something that is written; only when there is none, something that is not.
    private static CheckResult first(Trial trial) {
        return trial.checks().stream()
                .filter(check -> check.outcome() instanceof Outcome.Failed)
                .filter(check -> trial.findings().get(check.id()).kind() != FailureKind.TO_DO)
                .findFirst()
                .or(trial::failing)
                .orElseThrow();
    }

    /// What the submission asked for and was refused, when that is what made it fail.
    static Optional<Verdict> forbidden(Trial trial) {
        return Optional.ofNullable(trial.findings().get(first(trial).id()))
                .filter(finding -> finding.kind() == FailureKind.FORBIDDEN)
                .map(Doors::verdict);
    }

    private static String sentence(Finding finding, Trial trial) {
        return switch (finding.kind()) {
            case TO_DO -> toDo(finding, trial);
            case RECURSION -> Thrown.recursion(finding);
            case THREW, FORBIDDEN -> Thrown.sentence(finding);
            case DID_NOT_THROW -> call(finding) + " must be refused with an exception, and was not" + why(finding);
            case MISMATCH -> new Reading(trial).sentence(finding);
        };
    }

    private static String toDo(Finding finding, Trial trial) {
        long done = trial.checks().stream()
                .filter(check -> check.outcome() instanceof Outcome.Passed)
                .count();
        return (finding.stackTrace().isEmpty()
                        ? "A member"
                        : "`" + Thrown.name(finding.stackTrace().getFirst()) + "`") + " is still to be written"
                + (done == 0
                        ? "."
                        : "; what you have so far passes " + done + " of "
                                + trial.checks().size() + " checks.");
    }

    static String call(Finding finding) {
        return finding.call().isEmpty() || finding.call().length() > LONGEST_CALL
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
    static Recognised recognised(Fingerprints.Match match) {
        Lab.Solution wrong = match.wrong();
        return match.exact()
                ? new Recognised(wrong.name(), wrong.misconception().orElse(""), wrong.hints())
                : new Recognised(
                        wrong.name(), "", wrong.hints().stream().limit(1).toList());
    }
}
