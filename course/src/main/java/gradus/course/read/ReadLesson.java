package gradus.course.read;

import gradus.course.Lesson;
import gradus.course.LessonSnippet;
import java.util.List;

/// A lesson without faults, and the programs in its prose.
public record ReadLesson(Lesson lesson, List<LessonSnippet> examples) {

    public ReadLesson {
        examples = List.copyOf(examples);
    }
}
