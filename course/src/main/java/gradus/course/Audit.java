package gradus.course;

import java.nio.file.Path;
import java.util.List;

/// A lab in which the learner decides cases. Several answers to a case may be right.
///
/// @param lesson the id of its lesson
/// @param statement the task, rendered
/// @param decisions the cases, in order
/// @param atLeast how many must be decided rightly
/// @param file `lab.md`
public record Audit(String lesson, String statement, List<Decision> decisions, int atLeast, Path file) implements Lab {

    public Audit {
        decisions = List.copyOf(decisions);
    }

    /// The path of the learner's answers in a submission.
    public String answers() {
        return "answers/" + lesson + ".yaml";
    }

    @Override
    public List<Check> checks() {
        return decisions.stream()
                .map(decision ->
                        new Check(decision.id(), lesson, decision.id(), decision.title(), true, decision.line()))
                .toList();
    }

    /// A case to decide.
    ///
    /// @param id unique within the lesson
    /// @param title the heading
    /// @param html what is known of the case, rendered
    /// @param answers what can be decided, each with the reason why that is right or wrong
    /// @param line its line in `lab.md`, from 1
    public record Decision(String id, String title, String html, List<Question.Answer> answers, int line) {
        public Decision {
            answers = List.copyOf(answers);
        }
    }
}
