package gradus.course;

import java.util.List;

/// A case to decide. Several of its answers may be right.
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

    /// The case as a check of the lab of `lesson`: that it is decided rightly.
    Lab.Check check(String lesson) {
        return new Lab.Check(id, lesson, id, title, true, line);
    }
}
