package gradus.proctor.transcript;

import java.util.List;
import java.util.Map;

/// An event that the proctor reports while a job runs, in order of time. The last event is [Finished] or
/// [ProctorFault]; if there is neither, the program under test has ended the JVM.
public sealed interface Event {

    /// A check has begun.
    record Started(String check) implements Event {}

    /// The check that runs has measured how well the code does its work.
    ///
    /// @param name what was measured, in words
    /// @param value the metric; may be NaN or infinite
    /// @param bound on which side of the threshold it has to be
    /// @param threshold 0 if there is none
    record Measured(String name, double value, Bound bound, double threshold) implements Event {}

    /// A check has passed.
    record Passed(String check, long nanos) implements Event {}

    /// A check has failed.
    record Failed(String check, Finding finding, long nanos) implements Event {}

    /// A contender of an arena has been fitted and scored.
    ///
    /// @param scores of each example, in order
    record Scored(List<Double> scores, long fitNanos, long predictNanos) implements Event {
        public Scored {
            scores = List.copyOf(scores);
        }
    }

    /// The learner's program has printed text. Output beyond the limit is dropped, and a note says so once.
    record Printed(String text) implements Event {}

    /// A figure has been drawn.
    ///
    /// @param svg the picture
    /// @param description what the picture shows, in words
    /// @param controls the controls with their current values, as JSON
    record Drawn(String svg, String description, String controls) implements Event {}

    /// What a check shows while it trains.
    sealed interface Report extends Event {}

    /// How much is done: `done` of `of` steps, epochs or whatever is counted.
    record Progress(int done, int of) implements Report {}

    /// A point of a curve.
    ///
    /// @param series the name of the curve: "validation loss"
    /// @param x such as the epoch
    /// @param y may be NaN or infinite
    record Point(String series, double x, double y) implements Report {}

    /// A text that the model has written. A later one with the same title takes its place.
    record Sample(String title, String text) implements Report {}

    /// A picture of what the model does. A later one with the same title takes its place.
    ///
    /// @param description what the picture shows, in words
    record Drawing(String title, String svg, String description) implements Report {}

    /// What decides on the bits and the speed of a run.
    ///
    /// @param vectorBits the width of the processor's vectors; 0 if the SIMD kernels don't run
    /// @param processors how many the JVM uses
    record Environment(String java, int vectorBits, int processors) implements Report {}

    /// The check that runs draws what it draws from this seed.
    record Seeded(long seed) implements Report {}

    /// The job is done.
    ///
    /// @param cpuNanos CPU time of the thread that ran the checks
    /// @param allocatedBytes bytes that this thread allocated
    /// @param peakHeapBytes peak usage of the heap
    /// @param samples how often the sampler found the thread in each top-level class of library, lab and
    ///     checks
    record Finished(long cpuNanos, long allocatedBytes, long peakHeapBytes, Map<String, Integer> samples)
            implements Event {
        public Finished {
            samples = Map.copyOf(samples);
        }
    }

    /// The child, which goes on, has prepared for a job like the last one. It comes some milliseconds after the end of
    /// a
    /// job, when nobody may be waiting for it any more.
    record Ready() implements Event {}

    /// The proctor itself could not do the job. This isn't the learner's fault.
    record ProctorFault(String message) implements Event {}

    /// Why a check failed.
    ///
    /// @param call the call as a learner would write it: `Vector.of(1, 2).dot(Vector.of(3, 4))`
    /// @param expected the expected result
    /// @param got the actual result
    /// @param why the reason for `expected`
    /// @param symptoms what the result looks like: `ratio:2`, `transposed`, `nan`; see [SymptomCatalogue]. If
    ///     the sandbox denied access: the resource, and the call that asked for it
    /// @param stackTrace the learner's own frames, innermost first, if something was thrown
    record Finding(
            FailureKind kind,
            String call,
            String expected,
            String got,
            String why,
            List<String> symptoms,
            List<StackFrame> stackTrace) {
        public Finding {
            symptoms = List.copyOf(symptoms);
            stackTrace = List.copyOf(stackTrace);
        }

        /// The same finding with other frames.
        public Finding withStackTrace(List<StackFrame> frames) {
            return new Finding(kind, call, expected, got, why, symptoms, frames);
        }
    }

    /// What is asked of a metric.
    enum Bound {
        NONE,
        AT_LEAST,
        AT_MOST;

        /// Whether a metric meets its threshold. NaN and infinities meet none.
        public boolean isMet(double value, double threshold) {
            return switch (this) {
                case NONE -> true;
                case AT_LEAST -> Double.isFinite(value) && value >= threshold;
                case AT_MOST -> Double.isFinite(value) && value <= threshold;
            };
        }
    }

    /// The ways a check can fail.
    enum FailureKind {
        /// The result differs from the contract.
        MISMATCH,
        /// The learner's code threw an exception or error.
        THREW,
        /// The contract requires an exception, and none was thrown.
        DID_NOT_THROW,
        /// The member is not written yet.
        TO_DO,
        /// The stack overflowed; the frames are one cycle of the recursion.
        RECURSION,
        /// The sandbox denied the learner's code access to a resource.
        FORBIDDEN
    }

    /// A line in the learner's code.
    record StackFrame(String className, String method, String file, int line) {}
}
