package gradus.course;

import java.nio.file.Path;
import java.util.List;

/// A lab in which the learner decides cases, and nothing else.
///
/// @param lesson the id of its lesson
/// @param statement the task, rendered
/// @param decisions the cases to decide
/// @param file `lab.md`
public record Audit(String lesson, String statement, Decisions decisions, Path file) implements Lab {

    @Override
    public List<Check> checks() {
        return decisions.checks();
    }
}
