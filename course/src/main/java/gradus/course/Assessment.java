package gradus.course;

import java.util.List;

/// What can be said of an answer without running anything: its grade, or what to run.
public sealed interface Assessment {

    record Graded(Grade grade) implements Assessment {}

    /// The answer must be run, and what it gives compared with what the known answers give.
    ///
    /// @param answers the known answers; all right ones give the same
    /// @param answer the code for the hole
    /// @param otherFeedback the feedback for an answer that is like none of them, rendered
    record NeedsRun(CaseProgram program, List<Question.Answer> answers, String answer, String otherFeedback)
            implements Assessment {
        public NeedsRun {
            answers = List.copyOf(answers);
        }
    }
}
