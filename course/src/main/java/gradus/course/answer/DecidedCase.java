package gradus.course.answer;

import gradus.course.Decision;
import gradus.course.Question;
import java.util.Optional;

/// A case, and what a learner decided.
///
/// @param answer empty if nothing was decided
public record DecidedCase(Decision decision, Optional<Question.Answer> answer) {

    /// Whether it was decided rightly.
    public boolean right() {
        return answer.filter(Question.Answer::right).isPresent();
    }
}
