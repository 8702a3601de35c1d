package gradus.studio.desk;

import gradus.course.Coding;
import gradus.course.Decisions;
import gradus.course.answer.DecidedCase;
import gradus.course.answer.DecisionAnswers;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.Verdict.Outcome;
import java.util.List;
import java.util.Optional;

/// The verdict on code and decisions in its two halves.
///
/// @param code the verdict, with the results of the checks of the code only
/// @param cases the cases to show: all of them once the code is right, before that those that have been decided
/// @param sentence how many of all cases are right, and how many are wanted
public record DecidedVerdict(Verdict code, List<DecidedCase> cases, String sentence) {

    public DecidedVerdict {
        cases = List.copyOf(cases);
    }

    /// The halves of a verdict; empty if the lab has no cases to decide.
    ///
    /// @param submission what the verdict is about
    public static Optional<DecidedVerdict> of(Coding lab, Submission submission, Verdict verdict) {
        return lab.decisions().map(decisions -> of(decisions, submission, verdict));
    }

    private static DecidedVerdict of(Decisions decisions, Submission submission, Verdict verdict) {
        Verdict code = verdict.withChecks(checks ->
                checks.stream().filter(check -> !decisions.has(check.id())).toList());
        List<DecidedCase> all =
                DecisionAnswers.in(submission.sources(), decisions).decided(decisions);
        return new DecidedVerdict(code, shown(code, all), sentence(all, decisions.atLeast()));
    }

    private static List<DecidedCase> shown(Verdict code, List<DecidedCase> all) {
        List<DecidedCase> decided =
                all.stream().filter(one -> one.answer().isPresent()).toList();
        return switch (code) {
            case Verdict.Passed _, Verdict.ChecksPassed _ -> all;
            case Verdict.NotYet it ->
                it.checks().stream().allMatch(check -> check.outcome() instanceof Outcome.Passed) ? all : decided;
            case Verdict.DidNotCompile _,
                    Verdict.OutOfTime _,
                    Verdict.OutOfMemory _,
                    Verdict.Forbidden _,
                    Verdict.EndedEarly _ -> decided;
            case Verdict.JudgeFault _ -> List.of();
        };
    }

    private static String sentence(List<DecidedCase> all, int wanted) {
        long right = all.stream().filter(DecidedCase::right).count();
        return right + " of " + all.size() + (right == 1 ? " is right; " : " are right; ") + wanted
                + (wanted == 1 ? " is wanted." : " are wanted.");
    }
}
