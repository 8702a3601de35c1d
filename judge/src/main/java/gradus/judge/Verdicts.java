package gradus.judge;

import gradus.course.Lab;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Cost;
import gradus.judge.Verdict.Integration;
import gradus.judge.Verdict.Outcome;
import gradus.judge.Verdict.Place;
import gradus.judge.Verdict.Problem;
import gradus.judge.Verdict.Recognised;
import gradus.judge.build.Complaint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What becomes of a compilation and a run: the verdict that the learner is told.
final class Verdicts {

    private Verdicts() {}

    static Verdict didNotCompile(List<Complaint> complaints) {
        return new Verdict.DidNotCompile(complaints.stream()
                .map(complaint -> new Problem(
                        complaint.path().isEmpty()
                                ? Optional.empty()
                                : Optional.of(new Place(complaint.path(), complaint.line(), complaint.column())),
                        complaint.message(),
                        complaint.plain()))
                .toList());
    }

    static Verdict tooLongToCompile(Duration limit, List<Lab.Check> checks) {
        return new Verdict.OutOfTime(limit, Optional.empty(), notRun(checks), "");
    }

    static Verdict passed(Trial trial, Duration compile, Integration integration) {
        return new Verdict.Passed(trial.checks(), integration, cost(trial, compile), trial.output());
    }

    /// @param kept the learner's variables that keep their value from call to call
    static Verdict failed(Lab lab, Trial trial, Duration compile, List<String> kept, Optional<Recognised> recognised) {
        Optional<String> during = trial.during().map(Lab.Check::title);
        return switch (trial.ending()) {
            case Trial.Ending.Through() ->
                Diagnoses.forbidden(trial)
                        .orElseGet(() -> new Verdict.NotYet(
                                trial.checks(),
                                Diagnoses.of(trial, kept, recognised),
                                cost(trial, compile),
                                trial.output()));
            case Trial.Ending.OutOfTime() ->
                new Verdict.OutOfTime(
                        Duration.ofSeconds(lab.limits().seconds()), during, trial.checks(), trial.output());
            case Trial.Ending.OutOfMemory() ->
                new Verdict.OutOfMemory(lab.limits().megabytes(), during, trial.checks(), trial.output());
            case Trial.Ending.EndedEarly early ->
                new Verdict.EndedEarly(early.how(), during, trial.checks(), trial.output());
        };
    }

    private static Cost cost(Trial trial, Duration compile) {
        return new Cost(
                compile,
                trial.took(),
                trial.cpu(),
                trial.allocatedBytes(),
                trial.peakHeapBytes(),
                trial.yoursPercent());
    }

    private static List<CheckResult> notRun(List<Lab.Check> checks) {
        return checks.stream()
                .map(check -> new CheckResult(check.id(), check.title(), check.visible(), new Outcome.NotRun()))
                .toList();
    }
}
