package gradus.studio.desk;

import gradus.course.Course;
import gradus.course.DidYouMean;
import gradus.course.Lesson;
import java.util.List;

/// Error messages for unknown names, with the closest known name as a suggestion.
public final class UnknownNameMessages {

    private UnknownNameMessages() {}

    static String unknownLesson(Course course, String id) {
        List<String> ids = course.lessons().stream().map(Lesson::id).toList();
        return "There is no lesson \"" + id + "\"" + didYouMean(id, ids) + "; `gradus progress` lists them all.";
    }

    /// ` (did you mean "…"?)` if a known name is close enough, else an empty string.
    public static String didYouMean(String wanted, List<String> names) {
        return DidYouMean.closest(wanted, names)
                .map(name -> " (did you mean \"" + name + "\"?)")
                .orElse("");
    }
}
