package gradus.course;

import java.util.List;

/// The result of reading a curriculum.
///
/// @param course the course, as far as it could be read
/// @param examples the programs in its prose, with their expected output
/// @param faults everything wrong with it, by file and line
public record CourseReadResult(Course course, List<LessonSnippet> examples, List<Fault> faults) {

    public CourseReadResult {
        examples = List.copyOf(examples);
        faults = List.copyOf(faults);
    }
}
