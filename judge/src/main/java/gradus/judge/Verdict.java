package gradus.judge;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/// The judge's verdict on a submission.
public sealed interface Verdict {

    /// The same verdict with other results of checks. One that has no results stays as it is.
    default Verdict withChecks(UnaryOperator<List<CheckResult>> change) {
        return switch (this) {
            case Passed it ->
                new Passed(change.apply(it.checks), it.integration, it.remarks, it.resourceUsage, it.output);
            case ChecksPassed it ->
                new ChecksPassed(change.apply(it.checks), it.integration, it.remarks, it.resourceUsage, it.output);
            case NotYet it ->
                new NotYet(change.apply(it.checks), it.diagnosis, it.remarks, it.resourceUsage, it.output);
            case OutOfTime it -> new OutOfTime(it.stage, it.limit, it.runningCheck, change.apply(it.checks), it.output);
            case OutOfMemory it -> new OutOfMemory(it.megabytes, it.runningCheck, change.apply(it.checks), it.output);
            case EndedEarly it -> new EndedEarly(it.how, it.runningCheck, change.apply(it.checks), it.output);
            case DidNotCompile _, Forbidden _, JudgeFault _ -> this;
        };
    }

    /// Every check passed with the library.
    ///
    /// @param integration the result of running with the learner's other parts as well
    record Passed(
            List<CheckResult> checks,
            Integration integration,
            List<Remark> remarks,
            ResourceUsage resourceUsage,
            String output)
            implements Verdict {
        public Passed {
            checks = List.copyOf(checks);
            remarks = List.copyOf(remarks);
        }
    }

    /// Every check passed with the library. The gate is still to come: it has a run of its own.
    ///
    /// @param integration the result of running with the learner's other parts as well
    record ChecksPassed(
            List<CheckResult> checks,
            Integration integration,
            List<Remark> remarks,
            ResourceUsage resourceUsage,
            String output)
            implements Verdict {
        public ChecksPassed {
            checks = List.copyOf(checks);
            remarks = List.copyOf(remarks);
        }
    }

    /// It ran, and at least one check failed.
    ///
    /// @param diagnosis the one thing to look at first
    record NotYet(
            List<CheckResult> checks,
            Diagnosis diagnosis,
            List<Remark> remarks,
            ResourceUsage resourceUsage,
            String output)
            implements Verdict {
        public NotYet {
            checks = List.copyOf(checks);
            remarks = List.copyOf(remarks);
        }
    }

    /// The compiler rejected it, or it breaks the contract of its part.
    record DidNotCompile(List<Problem> problems) implements Verdict {
        public DidNotCompile {
            problems = List.copyOf(problems);
        }
    }

    /// It took longer than it may.
    ///
    /// @param limit of processor time
    /// @param runningCheck the title of the check that was running, if one was
    record OutOfTime(
            Stage stage, Duration limit, Optional<String> runningCheck, List<CheckResult> checks, String output)
            implements Verdict {

        /// What took the time.
        public enum Stage {
            COMPILING("Look for an expression or a type that's nested very deeply."),
            COMPUTING("Look for a loop that doesn't end, or for work that's done again and again."),
            WAITING(
                    "It waited, and hardly computed: look for a sleep, or for something that never comes, such as a lock"
                            + " or a value from another thread.");

            private final String advice;

            Stage(String advice) {
                this.advice = advice;
            }

            /// Where to look.
            public String advice() {
                return advice;
            }
        }

        public OutOfTime {
            checks = List.copyOf(checks);
        }
    }

    /// It needed more memory than the lab allows.
    record OutOfMemory(int megabytes, Optional<String> runningCheck, List<CheckResult> checks, String output)
            implements Verdict {
        public OutOfMemory {
            checks = List.copyOf(checks);
        }
    }

    /// It tried something that the sandbox blocks, or has files or classes that it can't have.
    ///
    /// @param what what it tried or has
    /// @param why why that's blocked, and what to do instead
    record Forbidden(String what, String why) implements Verdict {}

    /// It ended the JVM before the checks had finished.
    ///
    /// @param how such as "System.exit or Runtime.halt, exit code 0"
    record EndedEarly(String how, Optional<String> runningCheck, List<CheckResult> checks, String output)
            implements Verdict {
        public EndedEarly {
            checks = List.copyOf(checks);
        }
    }

    /// The judge itself failed. Never counted against the learner.
    record JudgeFault(String message) implements Verdict {}

    /// The result of one check.
    ///
    /// @param id as in the lab: `VectorChecks#dotByHand`
    /// @param metrics what it has measured, in order
    record CheckResult(String id, String title, boolean visible, Outcome outcome, List<Metric> metrics) {
        public CheckResult {
            metrics = List.copyOf(metrics);
        }

        /// The result of a check that measures nothing.
        public CheckResult(String id, String title, boolean visible, Outcome outcome) {
            this(id, title, visible, outcome, List.of());
        }
    }

    /// How well the code does its work, measured by a check.
    ///
    /// @param name in words: "accuracy on 45 irises it has never seen"
    /// @param value may be NaN or infinite
    /// @param threshold what is asked for: `≥ 0.9`; empty if nothing is
    record Metric(String name, double value, Optional<Threshold> threshold) {

        /// What was measured, in words: "accuracy: 0.9778, at least 0.9111 is wanted".
        public String sentence() {
            return name + ": " + number(value)
                    + threshold
                            .map(it ->
                                    (it.atLeast() ? ", at least " : ", at most ") + number(it.value()) + " is wanted")
                            .orElse("");
        }

        /// Four significant digits: "0.9778".
        public static String number(double value) {
            return Double.isFinite(value)
                    ? new BigDecimal(value)
                            .round(new MathContext(4))
                            .stripTrailingZeros()
                            .toPlainString()
                    : Double.toString(value);
        }

        /// The number that a metric must reach.
        ///
        /// @param atLeast whether the metric must be at least `value`; otherwise at most
        public record Threshold(boolean atLeast, double value) {}
    }

    /// How a check ended.
    sealed interface Outcome {

        record Passed(Duration took) implements Outcome {}

        /// @param call the call that failed
        /// @param expected the expected result; empty if that doesn't matter
        /// @param got the actual result
        /// @param why the reason for `expected`
        /// @param stackTrace the places in the learner's code, innermost first, if an exception was thrown
        record Failed(String call, String expected, String got, String why, List<Place> stackTrace) implements Outcome {
            public Failed {
                stackTrace = List.copyOf(stackTrace);
            }
        }

        /// It wasn't run: the run ended before it, or it is the gate and others have failed.
        record NotRun() implements Outcome {}
    }

    /// A place in the learner's sources; `line` and `column` from 1, column 0 if unknown.
    record Place(String path, int line, int column) {}

    /// An error reported by the compiler or by the contract.
    ///
    /// @param message the compiler's message, or ours
    /// @param plain an explanation in plain words; empty if we have none
    record Problem(Optional<Place> place, String message, String plain) {}

    /// Something about the learner's files that is no mistake: an edit that doesn't count, a name that the
    /// library has changed.
    record Remark(Optional<Place> place, String message) {}

    /// The one thing to look at first.
    ///
    /// @param message what the failure looks like: "the result is exactly 2 times what was expected"
    /// @param recognised the known wrong solution that fails in the same way, if there is one
    record Diagnosis(String message, Optional<RecognisedMistake> recognised) {}

    /// A known wrong solution whose failures are the same as these, or similar.
    ///
    /// @param name its folder
    /// @param misconception what its author believes; empty if the failures are only similar
    /// @param hints rendered: a question, a pointer, an explanation; only the question if merely similar
    record RecognisedMistake(String name, String misconception, List<String> hints) {
        public RecognisedMistake {
            hints = List.copyOf(hints);
        }
    }

    /// The result of running with the learner's other parts.
    sealed interface Integration {

        /// The learner has no other parts yet.
        record NoOtherParts() implements Integration {}

        /// It passes with these parts of the learner's own.
        record Passed(List<String> parts) implements Integration {
            public Passed {
                parts = List.copyOf(parts);
            }
        }

        /// It fails with the learner's parts, and passes once `part` is the library's.
        ///
        /// @param part the binary name of the class at fault
        /// @param failedCheck the check that shows it
        record Failed(String part, CheckResult failedCheck) implements Integration {}
    }

    /// The resources that the run used.
    ///
    /// @param compileTime time in the compiler
    /// @param runTime from sending the job to the child JVM until its last message
    /// @param cpuTime processor time of the checks
    /// @param allocatedBytes how much the checks allocated
    /// @param peakHeapBytes the largest size of the heap
    /// @param learnerPercent the percentage of the time in library and lab that was spent in the learner's
    ///     own classes, found by sampling; empty if the run was too short to tell
    record ResourceUsage(
            Duration compileTime,
            Duration runTime,
            Duration cpuTime,
            long allocatedBytes,
            long peakHeapBytes,
            OptionalInt learnerPercent) {}
}
