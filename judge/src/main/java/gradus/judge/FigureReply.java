package gradus.judge;

import java.util.List;

/// The result of drawing a figure.
public sealed interface FigureReply {

    /// @param svg the picture
    /// @param text a description of the picture
    /// @param controls the figure's controls, as JSON
    /// @param own the learner's own classes that it is drawn with: `gradus.ml.linalg.Vector`
    record Drawn(String svg, String text, String controls, List<String> own) implements FigureReply {

        public Drawn {
            own = List.copyOf(own);
        }
    }

    /// @param why one sentence: the learner's own part threw, or the figure failed
    record NotDrawn(String why) implements FigureReply {}
}
