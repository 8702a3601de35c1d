package gradus.mastery;

import java.time.Instant;
import java.util.Optional;

/// Something that the learner did, once, for ever. The journal holds these in order; everything that is known of a
/// learner
/// follows from them.
public sealed interface Attempt {

    /// The lesson it belongs to.
    String lesson();

    Instant at();

    /// The lab's starter was put into the workspace.
    record Began(String lesson, Instant at) implements Attempt {}

    /// A lab was handed in.
    ///
    /// @param verdict the simple name of the verdict: `Passed`, `NotYet`, `DidNotCompile` …
    /// @param checks how many checks there are
    /// @param passed how many of them passed
    /// @param recognised the known wrong solution that it failed like
    /// @param sources the hash under which the journal keeps what was handed in
    record HandedIn(
            String lesson,
            Instant at,
            String verdict,
            int checks,
            int passed,
            Optional<String> recognised,
            String sources)
            implements Attempt {

        public boolean pass() {
            return verdict.equals("Passed");
        }
    }

    /// A hint was shown.
    ///
    /// @param level from 1
    record TookHint(String lesson, Instant at, String task, int level) implements Attempt {}

    /// A question was answered.
    record Answered(
            String lesson, Instant at, String question, String answer, boolean right, Optional<String> misconception)
            implements Attempt {}

    /// The learner chose which of two classes runs: their own, or the library's.
    ///
    /// @param part binary class name
    record ChosePart(String lesson, Instant at, String part, boolean mine) implements Attempt {}
}
