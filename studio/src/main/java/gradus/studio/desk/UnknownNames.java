package gradus.studio.desk;

import gradus.course.Course;
import gradus.course.DidYouMean;
import gradus.course.Lesson;
import java.util.List;

/// The name that was probably meant.
public final class UnknownNames {

    private UnknownNames() {}

    static String unknownLesson(Course course, String id) {
        List<String> ids = course.lessons().stream().map(Lesson::id).toList();
        return "There is no lesson \"" + id + "\"" + didYouMean(id, ids) + "; `gradus progress` lists them all.";
    }

    /// ` (did you mean "…"?)` when something is near enough, else nothing.
    public static String didYouMean(String wanted, List<String> names) {
        return DidYouMean.closest(wanted, names)
                .map(name -> " (did you mean \"" + name + "\"?)")
                .orElse("");
    }
}
