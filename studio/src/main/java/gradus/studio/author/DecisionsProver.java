package gradus.studio.author;

import gradus.course.Coding;
import gradus.course.Decisions;
import gradus.course.answer.DecisionAnswers;
import gradus.judge.Prover;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/// Proves the cases to decide of a lab of code: the reference passes if they are decided as the key says, and not
/// if nothing is decided.
record DecisionsProver(Prover prover, ExecutorService runs, Coding lab, Decisions decisions) {

    /// Starts the runs.
    ///
    /// @param reference the files of the reference, text by path
    /// @return the fault that each of them shows, in words
    List<Future<Optional<String>>> start(Map<String, String> reference) {
        return List.of(runs.submit(() -> decided(reference)), runs.submit(() -> undecided(reference)));
    }

    private Optional<String> decided(Map<String, String> reference) {
        Verdict verdict = judge(reference, DecisionAnswers.key(decisions));
        return passes(verdict)
                ? Optional.empty()
                : Optional.of("the reference must pass with every case decided rightly, but it "
                        + VerdictSummary.of(verdict) + "; fix the check or the decisions.");
    }

    private Optional<String> undecided(Map<String, String> reference) {
        Verdict verdict = judge(reference, DecisionAnswers.starter(decisions));
        return passes(verdict)
                ? Optional.of("the reference must not pass with no case decided, but it " + VerdictSummary.of(verdict)
                        + "; want at least one decision to be right.")
                : Optional.empty();
    }

    private static boolean passes(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed _, Verdict.ChecksPassed _ -> true;
            case Verdict.NotYet _,
                    Verdict.DidNotCompile _,
                    Verdict.OutOfTime _,
                    Verdict.OutOfMemory _,
                    Verdict.Forbidden _,
                    Verdict.EndedEarly _,
                    Verdict.JudgeFault _ -> false;
        };
    }

    private Verdict judge(Map<String, String> reference, String answers) {
        var files = new HashMap<>(reference);
        files.put(decisions.answers(), answers);
        return prover.run(lab, new Submission(lab.lesson(), files));
    }
}
