package gradus.judge;

import gradus.course.Lab;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Outcome;
import gradus.proctor.transcript.Event.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// One run of checks in one child, as it went.
///
/// @param findings why checks failed, by id
/// @param during the check that was running when it ended, if one was
record Trial(
        List<CheckResult> checks,
        Map<String, Finding> findings,
        Ending ending,
        Optional<Lab.Check> during,
        String output,
        Duration took,
        Duration cpu,
        long allocatedBytes,
        long peakHeapBytes,
        OptionalInt yoursPercent) {

    Trial {
        checks = List.copyOf(checks);
        findings = Map.copyOf(findings);
    }

    /// How a run ended.
    sealed interface Ending {

        /// Every check had its turn.
        record Through() implements Ending {}

        record OutOfTime() implements Ending {}

        record OutOfMemory() implements Ending {}

        /// @param how in words: "System.exit or Runtime.halt, exit code 0"
        record EndedEarly(String how) implements Ending {}
    }

    boolean passed() {
        return ending instanceof Ending.Through && failing().isEmpty();
    }

    Optional<CheckResult> failing() {
        return checks.stream()
                .filter(check -> check.outcome() instanceof Outcome.Failed)
                .findFirst();
    }
}
