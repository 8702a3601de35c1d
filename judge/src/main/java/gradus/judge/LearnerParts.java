package gradus.judge;

import gradus.course.Source;
import java.util.Map;

/// The learner's own parts to run with, by binary class name, as they were when last submitted and passed.
/// For every other part, the library's class runs.
public record LearnerParts(Map<String, Source> sources) {

    public static final LearnerParts NONE = new LearnerParts(Map.of());

    public LearnerParts {
        sources = Map.copyOf(sources);
    }
}
