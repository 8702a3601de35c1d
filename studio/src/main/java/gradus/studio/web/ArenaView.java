package gradus.studio.web;

import gradus.course.Arena;
import gradus.course.Question;
import gradus.course.answer.ArenaAnswers;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Outcome;
import java.util.List;
import java.util.Optional;

/// The verdict on an arena as shown on a page.
///
/// @param tone `passed`, `not-yet` or `fault`
/// @param title the verdict in a few words
/// @param sentence what to look at first; may be empty
/// @param remarks what else to know about the file with the answers
/// @param checks in order
public record ArenaView(
        String tone, String title, String sentence, List<Verdict.Remark> remarks, List<GradedCheck> checks) {

    /// A check.
    ///
    /// @param answer what was answered, if it is a question and was answered
    public record GradedCheck(CheckResult result, Optional<Question.Answer> answer) {

        /// `right`, `wrong` or `unread`.
        public String kind() {
            return switch (result.outcome()) {
                case Outcome.Passed _ -> "right";
                case Outcome.Failed _ -> "wrong";
                case Outcome.NotRun _ -> "unread";
            };
        }

        /// What was expected, and what is there instead; empty if nothing is wrong, or the answer says it.
        public Optional<Outcome.Failed> failure() {
            return result.outcome() instanceof Outcome.Failed failed && answer.isEmpty()
                    ? Optional.of(failed)
                    : Optional.empty();
        }
    }

    static ArenaView of(Verdict verdict, Arena arena, Submission submission) {
        ArenaAnswers answers = ArenaAnswers.in(submission.sources(), arena);
        return switch (verdict) {
            case Verdict.Passed it ->
                new ArenaView("passed", "Passed", "", it.remarks(), checks(it.checks(), arena, answers));
            case Verdict.NotYet it ->
                new ArenaView(
                        "not-yet",
                        "Not yet",
                        it.diagnosis().message(),
                        it.remarks(),
                        checks(it.checks(), arena, answers));
            case Verdict.JudgeFault it ->
                new ArenaView(
                        "fault",
                        "The judge failed, not your answers",
                        it.message() + " Nothing was recorded. Check again.",
                        List.of(),
                        List.of());
            case Verdict.ChecksPassed _,
                    Verdict.DidNotCompile _,
                    Verdict.OutOfTime _,
                    Verdict.OutOfMemory _,
                    Verdict.EndedEarly _,
                    Verdict.Forbidden _ ->
                throw new IllegalArgumentException(
                        "an arena runs no code of a learner's, but its verdict is " + verdict);
        };
    }

    private static List<GradedCheck> checks(List<CheckResult> results, Arena arena, ArenaAnswers answers) {
        return results.stream()
                .map(result -> new GradedCheck(
                        result,
                        arena.questions().stream()
                                .filter(question -> question.id().equals(result.id()))
                                .findFirst()
                                .flatMap(answers::to)))
                .toList();
    }
}
