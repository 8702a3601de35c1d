package gradus.judge.diagnose;

import gradus.course.Coding;
import gradus.course.Lab;
import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Integration;
import gradus.judge.Verdict.OutOfTime.Stage;
import gradus.judge.Verdict.Outcome;
import gradus.judge.Verdict.Place;
import gradus.judge.Verdict.Problem;
import gradus.judge.Verdict.RecognisedMistake;
import gradus.judge.Verdict.ResourceUsage;
import gradus.judge.javac.CompileError;
import gradus.judge.run.CheckRunResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Turns the result of a compilation or a run into the verdict that the learner sees.
public final class VerdictFactory {

    private VerdictFactory() {}

    public static Verdict didNotCompile(List<CompileError> errors) {
        return new Verdict.DidNotCompile(errors.stream()
                .map(error -> new Problem(
                        error.path().isEmpty()
                                ? Optional.empty()
                                : Optional.of(new Place(error.path(), error.line(), error.column())),
                        error.message(),
                        error.explanation()))
                .toList());
    }

    public static Verdict compileTimeout(Duration limit, List<Lab.Check> checks) {
        return new Verdict.OutOfTime(Stage.COMPILING, limit, Optional.empty(), notRun(checks), "");
    }

    public static Verdict.Passed passed(
            CheckRunResult result, Duration compileTime, Integration integration, List<Verdict.Remark> remarks) {
        return new Verdict.Passed(
                result.checks(), integration, remarks, resourceUsage(result, compileTime), result.output());
    }

    /// The verdict on a lab whose checks have passed: it has passed, or its gate is still to come.
    public static Verdict passed(
            Coding lab,
            CheckRunResult result,
            Duration compileTime,
            Integration integration,
            List<Verdict.Remark> remarks) {
        return lab.gateRun().isPresent()
                ? new Verdict.ChecksPassed(
                        result.checks(), integration, remarks, resourceUsage(result, compileTime), result.output())
                : passed(result, compileTime, integration, remarks);
    }

    /// @param notes on the learner's code, see [CodeNotes]
    public static Verdict failed(
            Coding lab,
            CheckRunResult result,
            Duration compileTime,
            List<String> notes,
            Optional<RecognisedMistake> recognised,
            List<Verdict.Remark> remarks) {
        return unfinished(lab.limits(), result, result.checks())
                .orElseGet(() -> new Verdict.NotYet(
                        result.checks(),
                        DiagnosisFactory.create(result, notes, recognised),
                        remarks,
                        resourceUsage(result, compileTime),
                        result.output()));
    }

    /// The verdict on a run that didn't come to its end, or in which the sandbox blocked something; empty for
    /// any other.
    ///
    /// @param checks what is shown
    static Optional<Verdict> unfinished(Lab.Limits limits, CheckRunResult result, List<CheckResult> checks) {
        Optional<String> runningCheck = result.runningCheck().map(Lab.Check::title);
        return switch (result.ending()) {
            case CheckRunResult.Ending.Completed() -> DiagnosisFactory.forbiddenVerdict(result);
            case CheckRunResult.Ending.OutOfTime(boolean waited) ->
                Optional.of(new Verdict.OutOfTime(
                        waited ? Stage.WAITING : Stage.COMPUTING,
                        Duration.ofSeconds(limits.seconds()),
                        runningCheck,
                        checks,
                        result.output()));
            case CheckRunResult.Ending.OutOfMemory() ->
                Optional.of(new Verdict.OutOfMemory(limits.megabytes(), runningCheck, checks, result.output()));
            case CheckRunResult.Ending.EndedEarly early ->
                Optional.of(new Verdict.EndedEarly(early.how(), runningCheck, checks, result.output()));
        };
    }

    static ResourceUsage resourceUsage(CheckRunResult result, Duration compileTime) {
        return new ResourceUsage(
                compileTime,
                result.took(),
                result.cpuTime(),
                result.allocatedBytes(),
                result.peakHeapBytes(),
                result.learnerPercent());
    }

    static List<CheckResult> notRun(List<Lab.Check> checks) {
        return checks.stream()
                .map(check -> new CheckResult(check.id(), check.title(), check.visible(), new Outcome.NotRun()))
                .toList();
    }
}
