package gradus.judge;

import gradus.course.Source;
import java.util.Map;

/// The learner's own parts that are to run, by binary class name: what they handed in when it last passed.
/// For every other part the library's own class runs.
public record LearnerParts(Map<String, Source> sources) {

    public static final LearnerParts NONE = new LearnerParts(Map.of());

    public LearnerParts {
        sources = Map.copyOf(sources);
    }
}
