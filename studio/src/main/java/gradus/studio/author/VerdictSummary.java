package gradus.studio.author;

import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Outcome;
import java.util.List;
import java.util.Optional;

/// Describes a verdict as a verb phrase, to follow a subject such as "the reference".
final class VerdictSummary {

    private VerdictSummary() {}

    static String of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed _ -> "passes";
            case Verdict.ChecksPassed _ -> "passes all checks but the gate, which hasn't run";
            case Verdict.NotYet it -> "fails " + firstFailed(it.checks());
            case Verdict.DidNotCompile it ->
                "does not compile (" + it.problems().getFirst().message()
                        + place(it.problems().getFirst()) + ")";
            case Verdict.OutOfTime it ->
                "runs longer than " + it.limit().toSeconds() + " s" + during(it.runningCheck());
            case Verdict.OutOfMemory it -> "needs more than " + it.megabytes() + " MB" + during(it.runningCheck());
            case Verdict.Forbidden it -> "uses what labs don't allow: " + it.what();
            case Verdict.EndedEarly it -> "ends the program: " + it.how();
            case Verdict.JudgeFault it -> "could not be judged: " + it.message();
        };
    }

    private static String firstFailed(List<CheckResult> checks) {
        return checks.stream()
                .filter(result -> result.outcome() instanceof Outcome.Failed)
                .findFirst()
                .map(VerdictSummary::failed)
                .orElse("no check");
    }

    private static String failed(CheckResult result) {
        var outcome = (Outcome.Failed) result.outcome();
        return "\"" + result.title() + "\" (" + outcome.call() + ": expected " + outcome.expected() + ", got "
                + outcome.got() + ")";
    }

    private static String place(Verdict.Problem problem) {
        return problem.place().map(at -> ", line " + at.line()).orElse("");
    }

    private static String during(Optional<String> during) {
        return during.map(title -> " in \"" + title + "\"").orElse("");
    }
}
