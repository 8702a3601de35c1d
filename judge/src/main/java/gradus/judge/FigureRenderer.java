package gradus.judge;

import gradus.course.FigureSource;
import java.util.Map;

/// Draws figures with the learner's own parts, in a child JVM that keeps running, so that a moved slider
/// shows its effect within a frame or two.
public interface FigureRenderer extends AutoCloseable {

    /// Draws `figure` with its controls at `controlValues`, by name; controls that aren't named keep their
    /// initial value.
    FigureReply draw(FigureSource figure, LearnerParts learnerParts, Map<String, String> controlValues);

    @Override
    void close();
}
