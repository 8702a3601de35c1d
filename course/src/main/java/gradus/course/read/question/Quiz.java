package gradus.course.read.question;

import gradus.course.Question;
import java.util.List;

/// The quiz of a lesson.
///
/// @param placement the ids of one or two questions that stand for the lesson; none if it doesn't say
public record Quiz(List<Question> questions, List<String> placement) {

    /// Of a lesson whose quiz could not be read.
    public static final Quiz NONE = new Quiz(List.of(), List.of());

    public Quiz {
        questions = List.copyOf(questions);
        placement = List.copyOf(placement);
    }
}
