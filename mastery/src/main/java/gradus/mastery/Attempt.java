package gradus.mastery;

import java.time.Instant;
import java.util.Optional;

/// An event in a learner's history: something that the learner did. Attempts are immutable. The journal keeps
/// them in order, and everything that is known about a learner is computed from them.
public sealed interface Attempt {

    /// The id of the lesson it belongs to.
    String lesson();

    Instant at();

    /// The lab's starter was put into the workspace.
    record Began(String lesson, Instant at) implements Attempt {}

    /// A lab was submitted.
    ///
    /// @param verdict the simple name of the verdict: `Passed`, `ChecksPassed`, `NotYet`, `DidNotCompile` …
    /// @param checks the number of checks
    /// @param passed the number of checks that passed
    /// @param recognised the known wrong solution that fails in the same way
    /// @param sources the hash under which the journal keeps the submitted sources
    /// @param mistakeHints how many hints of that wrong solution there are to see: one if the failures are only
    ///     similar; empty in entries of earlier versions of Gradus
    record HandedIn(
            String lesson,
            Instant at,
            String verdict,
            int checks,
            int passed,
            Optional<String> recognised,
            String sources,
            Optional<Integer> mistakeHints)
            implements Attempt {

        /// A submission without a known mistake.
        public HandedIn(String lesson, Instant at, String verdict, int checks, int passed, String sources) {
            this(lesson, at, verdict, checks, passed, Optional.empty(), sources, Optional.empty());
        }

        /// Whether all checks have passed, and the gate is still to run.
        public boolean awaitsGate() {
            return verdict.equals("ChecksPassed");
        }

        public boolean pass() {
            return verdict.equals("Passed");
        }
    }

    /// A hint was shown.
    ///
    /// @param level from 1
    record TookHint(String lesson, Instant at, String task, int level) implements Attempt {}

    /// A hint of the mistake in the latest submission was shown, which the verdict doesn't show itself.
    ///
    /// @param level from 2
    record TookMistakeHint(String lesson, Instant at, int level) implements Attempt {}

    /// A question was answered.
    record Answered(
            String lesson, Instant at, String question, String answer, boolean right, Optional<String> misconception)
            implements Attempt {}

    /// The learner chose which implementation of a part runs: their own, or the library's.
    ///
    /// @param part the binary class name of the part
    record ChosePart(String lesson, Instant at, String part, boolean mine) implements Attempt {}
}
