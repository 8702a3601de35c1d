package gradus.studio.web;

import gradus.course.Audit;
import gradus.course.answer.DecidedCase;
import gradus.course.answer.DecisionAnswers;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import java.util.List;

/// The verdict on an audit as shown on a page.
///
/// @param tone `passed`, `not-yet` or `fault`
/// @param title the verdict in a few words
/// @param sentence how far it is from passing; may be empty
/// @param remarks what else to know about the file with the answers
/// @param cases the cases, in order
public record AuditView(
        String tone, String title, String sentence, List<Verdict.Remark> remarks, List<DecidedCase> cases) {

    static AuditView of(Verdict verdict, Audit audit, Submission submission) {
        List<DecidedCase> cases =
                DecisionAnswers.in(submission.sources(), audit.decisions()).decided(audit.decisions());
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
