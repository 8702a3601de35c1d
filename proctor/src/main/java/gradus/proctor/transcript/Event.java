package gradus.proctor.transcript;

import java.util.List;
import java.util.Map;

/// What the proctor reports while a job runs, in the order in which it happens. The last one is [Finished] or
/// [ProctorFault]; when neither comes, the program under test ended the JVM.
public sealed interface Event {

    /// A check has begun.
    record Started(String check) implements Event {}

    /// A check has passed.
    record Passed(String check, long nanos) implements Event {}

    /// A check has failed.
    record Failed(String check, Finding finding, long nanos) implements Event {}

    /// The learner's program printed something. What is beyond the limit is dropped, and said so once.
    record Printed(String text) implements Event {}

    /// A figure has been drawn.
    ///
    /// @param svg the picture
    /// @param description what it shows, in words
    /// @param controls what can be moved, as JSON
    record Drawn(String svg, String description, String controls) implements Event {}

    /// The job is done.
    ///
    /// @param cpuNanos processor time of the thread that ran the checks
    /// @param allocatedBytes what that thread allocated
    /// @param peakHeapBytes the most that the heap held
    /// @param samples how often the running thread was found in each class of library, lab and checks, by the
    /// name of the top-level class
    record Finished(long cpuNanos, long allocatedBytes, long peakHeapBytes, Map<String, Integer> samples)
            implements Event {
        public Finished {
            samples = Map.copyOf(samples);
        }
    }

    /// The proctor itself could not do the job; no fault of the learner.
    record ProctorFault(String message) implements Event {}

    /// Why a check failed.
    ///
    /// @param call what was called, as a learner would write it: `Vector.of(1, 2).dot(Vector.of(3, 4))`
    /// @param expected what should have come
    /// @param got what came
    /// @param why the reason for `expected`
    /// @param symptoms what the result looks like: `ratio:2`, `transposed`, `nan`; see [SymptomCatalogue]. Of
    ///     what is closed: which door, and the call that knocked at it
    /// @param stackTrace the learner's own frames, innermost first, when something was thrown
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
    }

    /// The ways a check can fail.
    enum FailureKind {
        /// The result is not what the contract says.
        MISMATCH,
        /// An exception or error came out of the learner's code.
        THREW,
        /// Nothing was thrown where the contract asks for an exception.
        DID_NOT_THROW,
        /// The member is still to be written.
        TO_DO,
        /// The stack overflowed; the frames are one round of the calls that repeat.
        RECURSION,
        /// The learner's code asked for something that is closed to it, and was refused.
        FORBIDDEN
    }

    /// A place in the learner's code.
    record StackFrame(String className, String method, String file, int line) {}
}
