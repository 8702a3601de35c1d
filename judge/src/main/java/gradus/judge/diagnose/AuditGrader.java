package gradus.judge.diagnose;

import gradus.course.Audit;
import gradus.course.DidYouMean;
import gradus.course.Question;
import gradus.course.answer.AuditAnswers;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Outcome;
import gradus.judge.Verdict.Place;
import gradus.judge.Verdict.Remark;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Grades the decisions of an audit against its key.
public final class AuditGrader {

    static final Verdict.ResourceUsage NOTHING_RUN =
            new Verdict.ResourceUsage(Duration.ZERO, Duration.ZERO, Duration.ZERO, 0, 0, OptionalInt.empty());

    static final Outcome RIGHT = new Outcome.Passed(Duration.ZERO);

    private AuditGrader() {}

    public static Verdict grade(Audit audit, Submission submission) {
        AuditAnswers answers = AuditAnswers.in(submission.sources(), audit);
        List<CheckResult> results = audit.decisions().stream()
                .map(decision -> new CheckResult(decision.id(), decision.title(), true, outcome(decision, answers)))
                .toList();
        long right = results.stream()
                .filter(result -> result.outcome() instanceof Outcome.Passed)
                .count();
        List<Remark> remarks = unknown(audit, answers);
        return right >= audit.atLeast()
                ? new Verdict.Passed(results, new Verdict.Integration.NoOtherParts(), remarks, NOTHING_RUN, "")
                : new Verdict.NotYet(
                        results,
                        new Verdict.Diagnosis(
                                right + " of " + results.size() + " decisions "
                                        + (right == 1 ? "is" : "are") + " right, and " + audit.atLeast()
                                        + " are wanted.",
                                Optional.empty()),
                        remarks,
                        NOTHING_RUN,
                        "");
    }

    private static Outcome outcome(Audit.Decision decision, AuditAnswers answers) {
        return answers.to(decision).map(AuditGrader::outcome).orElse(new Outcome.NotRun());
    }

    static Outcome outcome(Question.Answer chosen) {
        return chosen.right() ? RIGHT : new Outcome.Failed("", "", chosen.text(), "", List.of());
    }

    /// Lines that are about no case, or name no answer of it.
    private static List<Remark> unknown(Audit audit, AuditAnswers answers) {
        List<String> ids = audit.decisions().stream().map(Audit.Decision::id).toList();
        return answers.lines().entrySet().stream()
                .flatMap(line -> complaint(
                                audit,
                                answers,
                                ids,
                                line.getKey(),
                                line.getValue().letter())
                        .stream()
                        .map(message -> new Remark(
                                Optional.of(new Place(
                                        audit.answers(), line.getValue().number(), 0)),
                                message)))
                .toList();
    }

    private static Optional<String> complaint(
            Audit audit, AuditAnswers answers, List<String> ids, String id, String letter) {
        if (!ids.contains(id)) {
            return Optional.of("There is no case \"" + id + "\"" + DidYouMean.hint(id, ids));
        }
        Audit.Decision decision = audit.decisions().get(ids.indexOf(id));
        return letter.isEmpty() || answers.to(decision).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "\"" + letter + "\" is no answer to \"" + decision.title() + "\"; write a letter from a to "
                                + AuditAnswers.letter(decision.answers().size() - 1) + ".");
    }
}
