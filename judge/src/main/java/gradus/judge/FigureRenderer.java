package gradus.judge;

import gradus.course.FigureSource;
import java.util.Map;

/// Draws figures in a child JVM that stays, upon the learner's own parts. Answers to a moving slider within a
/// frame or two.
public interface FigureRenderer extends AutoCloseable {

    /// Draws `figure` with its controls at `controlValues`, by name; those that are not named stand where
    /// they stand at first.
    FigureReply draw(FigureSource figure, LearnerParts learnerParts, Map<String, String> controlValues);

    @Override
    void close();
}
