package gradus.judge;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What the judge says of a submission.
public sealed interface Verdict {

    /// Every check passed upon the library.
    ///
    /// @param integration what came of running upon the learner's other parts as well
    record Passed(List<CheckResult> checks, Integration integration, ResourceUsage resourceUsage, String output)
            implements Verdict {
        public Passed {
            checks = List.copyOf(checks);
        }
    }

    /// It ran, and some check failed.
    ///
    /// @param diagnosis the one thing to look at first
    record NotYet(List<CheckResult> checks, Diagnosis diagnosis, ResourceUsage resourceUsage, String output)
            implements Verdict {
        public NotYet {
            checks = List.copyOf(checks);
        }
    }

    /// The compiler, or the contract of the part, refuses it.
    record DidNotCompile(List<Problem> problems) implements Verdict {
        public DidNotCompile {
            problems = List.copyOf(problems);
        }
    }

    /// It ran longer than the lab allows.
    ///
    /// @param runningCheck the title of the check that was running, if one was
    record OutOfTime(Duration limit, Optional<String> runningCheck, List<CheckResult> checks, String output)
            implements Verdict {
        public OutOfTime {
            checks = List.copyOf(checks);
        }
    }

    /// It wanted more memory than the lab allows.
    record OutOfMemory(int megabytes, Optional<String> runningCheck, List<CheckResult> checks, String output)
            implements Verdict {
        public OutOfMemory {
            checks = List.copyOf(checks);
        }
    }

    /// It asked for something that a submission may not have.
    ///
    /// @param what what it asked for
    /// @param why why that is closed, and what to do instead
    record Forbidden(String what, String why) implements Verdict {}

    /// It ended the JVM before the checks were through.
    ///
    /// @param how "System.exit or Runtime.halt, exit code 0"
    record EndedEarly(String how, Optional<String> runningCheck, List<CheckResult> checks, String output)
            implements Verdict {
        public EndedEarly {
            checks = List.copyOf(checks);
        }
    }

    /// The judge itself failed. Never counted against the learner.
    record JudgeFault(String message) implements Verdict {}

    /// What became of one check.
    ///
    /// @param id as in the lab: `VectorChecks#dotByHand`
    record CheckResult(String id, String title, boolean visible, Outcome outcome) {}

    /// How a check ended.
    sealed interface Outcome {

        record Passed(Duration took) implements Outcome {}

        /// @param call what was called
        /// @param expected what should have come; empty if that is not the point
        /// @param got what came
        /// @param why the reason for `expected`
        /// @param stackTrace the place in the learner's code, innermost first, when something was thrown
        record Failed(String call, String expected, String got, String why, List<Place> stackTrace) implements Outcome {
            public Failed {
                stackTrace = List.copyOf(stackTrace);
            }
        }

        /// It did not get its turn.
        record NotRun() implements Outcome {}
    }

    /// A place in the learner's sources; `line` and `column` from 1, column 0 if unknown.
    record Place(String path, int line, int column) {}

    /// What the compiler or the contract objects to.
    ///
    /// @param message the compiler's own words, or ours
    /// @param plain the same in plain words; empty where we have none
    record Problem(Optional<Place> place, String message, String plain) {}

    /// The one thing to look at first.
    ///
    /// @param message what the failure looks like: "the result is exactly 2 times what was expected"
    /// @param recognised the known wrong solution that fails in just this way, if there is one
    record Diagnosis(String message, Optional<RecognisedMistake> recognised) {}

    /// A known wrong solution whose failures are the same as these, or alike.
    ///
    /// @param name its folder
    /// @param misconception what is believed by whoever writes it; empty where the failures are only alike
    /// @param hints rendered: a question, a pointer, an explanation; where they are only alike, the question
    record RecognisedMistake(String name, String misconception, List<String> hints) {
        public RecognisedMistake {
            hints = List.copyOf(hints);
        }
    }

    /// What came of running upon the learner's other parts.
    sealed interface Integration {

        /// There are no other parts yet.
        record NoOtherParts() implements Integration {}

        /// It passes upon these parts of the learner's own.
        record Passed(List<String> parts) implements Integration {
            public Passed {
                parts = List.copyOf(parts);
            }
        }

        /// It fails upon the learner's parts and passes once `part` is the library's.
        ///
        /// @param part the binary name of the class at fault
        /// @param failedCheck the check that shows it
        record Failed(String part, CheckResult failedCheck) implements Integration {}
    }

    /// What the run took.
    ///
    /// @param compileTime time in the compiler
    /// @param runTime from the hand-over to the child JVM to its last word
    /// @param cpuTime processor time of the checks
    /// @param allocatedBytes what the checks allocated
    /// @param peakHeapBytes the most that the heap held
    /// @param learnerPercent how much of the time in library and lab was spent in the learner's own classes,
    ///     found by sampling; empty where it was over too soon to tell
    record ResourceUsage(
            Duration compileTime,
            Duration runTime,
            Duration cpuTime,
            long allocatedBytes,
            long peakHeapBytes,
            OptionalInt learnerPercent) {}
}
