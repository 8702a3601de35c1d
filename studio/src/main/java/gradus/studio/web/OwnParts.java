package gradus.studio.web;

import gradus.course.Coding;
import gradus.course.Cut;
import gradus.studio.desk.CourseProgress;
import java.util.List;

/// What a lab that has passed has made the learner's own, as shown beside the verdict.
///
/// @param now the simple names of the lab's parts
/// @param mine how many parts of the library are the learner's by now
/// @param all how many parts the course builds
public record OwnParts(List<String> now, int mine, int all) {

    public OwnParts {
        now = List.copyOf(now);
    }

    static OwnParts of(Coding passed, CourseProgress progress) {
        return new OwnParts(
                passed.cuts().stream().map(Cut::simpleName).distinct().toList(),
                progress.partsMine(),
                progress.parts());
    }
}
