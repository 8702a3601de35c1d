package gradus.studio.desk;

import gradus.course.Lab;
import gradus.judge.Verdict;
import gradus.mastery.Attempt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Converts verdicts to attempts, as the journal records them.
final class AttemptFactory {

    private AttemptFactory() {}

    static Attempt.HandedIn handedIn(Lab lab, Instant at, Verdict verdict, String sources) {
        int passed = (int) results(verdict).stream()
                .filter(result -> result.outcome() instanceof Verdict.Outcome.Passed)
                .count();
        return new Attempt.HandedIn(
                lab.lesson(),
                at,
                verdict.getClass().getSimpleName(),
                lab.graded().size(),
                passed,
                recognised(verdict),
                sources);
    }

    private static List<Verdict.CheckResult> results(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed it -> it.checks();
            case Verdict.ChecksPassed it -> it.checks();
            case Verdict.NotYet it -> it.checks();
            case Verdict.OutOfTime it -> it.checks();
            case Verdict.OutOfMemory it -> it.checks();
            case Verdict.EndedEarly it -> it.checks();
            case Verdict.DidNotCompile _, Verdict.Forbidden _, Verdict.JudgeFault _ -> List.of();
        };
    }

    private static Optional<String> recognised(Verdict verdict) {
        return verdict instanceof Verdict.NotYet it
                ? it.diagnosis().recognised().map(Verdict.RecognisedMistake::name)
                : Optional.empty();
    }
}
