package gradus.course;

import java.util.List;

/// What came of reading a curriculum.
///
/// @param course as far as it could be read
/// @param examples the programs in its prose, with what they should print
/// @param faults everything that is wrong with it, by file and line
public record CourseReadResult(Course course, List<Example> examples, List<Fault> faults) {

    public CourseReadResult {
        examples = List.copyOf(examples);
        faults = List.copyOf(faults);
    }
}
