package gradus.judge.run;

import gradus.course.Lab;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Outcome;
import gradus.proctor.transcript.Event.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The result of one run of checks in one child JVM.
///
/// @param findings why checks failed, by id
/// @param runningCheck the check that was running when it ended, if one was
public record CheckRunResult(
        List<CheckResult> checks,
        Map<String, Finding> findings,
        Ending ending,
        Optional<Lab.Check> runningCheck,
        String output,
        Duration took,
        Duration cpuTime,
        long allocatedBytes,
        long peakHeapBytes,
        OptionalInt learnerPercent) {

    public CheckRunResult {
        checks = List.copyOf(checks);
        findings = Map.copyOf(findings);
    }

    /// How a run ended.
    public sealed interface Ending {

        /// Every check was run, apart from a gate after a failure.
        record Completed() implements Ending {}

        /// @param waited whether it has hardly computed
        record OutOfTime(boolean waited) implements Ending {}

        record OutOfMemory() implements Ending {}

        /// @param how such as "System.exit or Runtime.halt, exit code 0"
        record EndedEarly(String how) implements Ending {}
    }

    public boolean passed() {
        return ending instanceof Ending.Completed && firstFailure().isEmpty();
    }

    /// Whether nothing happened that can spoil a JVM: no exception or error, and no limit.
    public boolean endedOrderly() {
        return ending instanceof Ending.Completed
                && findings.values().stream().allMatch(finding -> switch (finding.kind()) {
                    case MISMATCH, DID_NOT_THROW, TO_DO -> true;
                    case THREW, RECURSION, FORBIDDEN -> false;
                });
    }

    public boolean ranOutOfTime() {
        return ending instanceof Ending.OutOfTime;
    }

    public Optional<CheckResult> firstFailure() {
        return checks.stream()
                .filter(check -> check.outcome() instanceof Outcome.Failed)
                .findFirst();
    }
}
