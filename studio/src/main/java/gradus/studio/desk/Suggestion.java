package gradus.studio.desk;

import gradus.course.Course;
import gradus.course.Lesson;
import gradus.course.Nearest;
import java.util.List;

/// The name that was probably meant.
public final class Suggestion {

    private Suggestion() {}

    static String unknownLesson(Course course, String id) {
        List<String> ids = course.lessons().stream().map(Lesson::id).toList();
        return "There is no lesson \"" + id + "\"" + nearest(id, ids) + "; `gradus progress` lists them all.";
    }

    /// ` (did you mean "…"?)` when something is near enough, else nothing.
    public static String nearest(String wanted, List<String> names) {
        return Nearest.to(wanted, names)
                .map(name -> " (did you mean \"" + name + "\"?)")
                .orElse("");
    }
}
