package gradus.judge.diagnose;

import gradus.course.Lab;
import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Integration;
import gradus.judge.Verdict.Outcome;
import gradus.judge.Verdict.Place;
import gradus.judge.Verdict.Problem;
import gradus.judge.Verdict.RecognisedMistake;
import gradus.judge.Verdict.ResourceUsage;
import gradus.judge.compile.CompileError;
import gradus.judge.run.CheckRunResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What becomes of a compilation and a run: the verdict that the learner is told.
public final class VerdictFactory {

    private VerdictFactory() {}

    public static Verdict didNotCompile(List<CompileError> complaints) {
        return new Verdict.DidNotCompile(complaints.stream()
                .map(compileError -> new Problem(
                        compileError.path().isEmpty()
                                ? Optional.empty()
                                : Optional.of(
                                        new Place(compileError.path(), compileError.line(), compileError.column())),
                        compileError.message(),
                        compileError.explanation()))
                .toList());
    }

    public static Verdict compileTimeout(Duration limit, List<Lab.Check> checks) {
        return new Verdict.OutOfTime(limit, Optional.empty(), notRun(checks), "");
    }

    public static Verdict passed(CheckRunResult checkRunResult, Duration compileTime, Integration integration) {
        return new Verdict.Passed(
                checkRunResult.checks(),
                integration,
                resourceUsage(checkRunResult, compileTime),
                checkRunResult.output());
    }

    /// @param mutableStatics the learner's variables that keep their value from call to call
    public static Verdict failed(
            Lab lab,
            CheckRunResult checkRunResult,
            Duration compileTime,
            List<String> mutableStatics,
            Optional<RecognisedMistake> recognised) {
        Optional<String> during = checkRunResult.runningCheck().map(Lab.Check::title);
        return switch (checkRunResult.ending()) {
            case CheckRunResult.Ending.Completed() ->
                DiagnosisFactory.forbiddenVerdict(checkRunResult)
                        .orElseGet(() -> new Verdict.NotYet(
                                checkRunResult.checks(),
                                DiagnosisFactory.create(checkRunResult, mutableStatics, recognised),
                                resourceUsage(checkRunResult, compileTime),
                                checkRunResult.output()));
            case CheckRunResult.Ending.OutOfTime() ->
                new Verdict.OutOfTime(
                        Duration.ofSeconds(lab.limits().seconds()),
                        during,
                        checkRunResult.checks(),
                        checkRunResult.output());
            case CheckRunResult.Ending.OutOfMemory() ->
                new Verdict.OutOfMemory(
                        lab.limits().megabytes(), during, checkRunResult.checks(), checkRunResult.output());
            case CheckRunResult.Ending.EndedEarly early ->
                new Verdict.EndedEarly(early.how(), during, checkRunResult.checks(), checkRunResult.output());
        };
    }

    private static ResourceUsage resourceUsage(CheckRunResult checkRunResult, Duration compileTime) {
        return new ResourceUsage(
                compileTime,
                checkRunResult.took(),
                checkRunResult.cpuTime(),
                checkRunResult.allocatedBytes(),
                checkRunResult.peakHeapBytes(),
                checkRunResult.learnerPercent());
    }

    private static List<CheckResult> notRun(List<Lab.Check> checks) {
        return checks.stream()
                .map(check -> new CheckResult(check.id(), check.title(), check.visible(), new Outcome.NotRun()))
                .toList();
    }
}
