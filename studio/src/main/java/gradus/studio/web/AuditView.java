package gradus.studio.web;

import gradus.course.Audit;
import gradus.course.Question;
import gradus.course.answer.AuditAnswers;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import java.util.List;
import java.util.Optional;

/// The verdict on an audit as shown on a page.
///
/// @param tone `passed`, `not-yet` or `fault`
/// @param title the verdict in a few words
/// @param sentence how far it is from passing; may be empty
/// @param remarks what else to know about the file with the answers
/// @param cases the cases, in order
public record AuditView(
        String tone, String title, String sentence, List<Verdict.Remark> remarks, List<DecidedCase> cases) {

    /// A case, and what was decided.
    ///
    /// @param answer empty if nothing was decided
    public record DecidedCase(String id, String title, Optional<Question.Answer> answer) {}

    static AuditView of(Verdict verdict, Audit audit, Submission submission) {
        AuditAnswers answers = AuditAnswers.in(submission.sources(), audit);
        List<DecidedCase> cases = audit.decisions().stream()
                .map(decision -> new DecidedCase(decision.id(), decision.title(), answers.to(decision)))
                .toList();
        return switch (verdict) {
            case Verdict.Passed it -> new AuditView("passed", "Passed", "", it.remarks(), cases);
            case Verdict.NotYet it ->
                new AuditView("not-yet", "Not yet", it.diagnosis().message(), it.remarks(), cases);
            case Verdict.JudgeFault it ->
                new AuditView(
                        "fault",
                        "The judge failed, not your decisions",
                        it.message() + " Nothing was recorded. Check again.",
                        List.of(),
                        List.of());
            case Verdict.ChecksPassed _,
                    Verdict.DidNotCompile _,
                    Verdict.OutOfTime _,
                    Verdict.OutOfMemory _,
                    Verdict.EndedEarly _,
                    Verdict.Forbidden _ ->
                throw new IllegalArgumentException("an audit runs nothing, but its verdict is " + verdict);
        };
    }
}
