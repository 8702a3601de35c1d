package gradus.judge;

import gradus.course.Coding;
import gradus.course.FigureSource;
import java.util.Map;
import java.util.Optional;

/// Draws figures with the learner's own parts, in a child JVM that keeps running, so that a moved slider
/// shows its effect within a frame or two.
public interface FigureRenderer extends AutoCloseable {

    /// Draws `figure` with its controls at `controlValues`, by name; controls that aren't named keep their
    /// initial value.
    ///
    /// @param lab the lab of the figure's lesson, whose own sources the figure may use
    FigureReply draw(
            FigureSource figure, Optional<Coding> lab, LearnerParts learnerParts, Map<String, String> controlValues);

    @Override
    void close();
}
