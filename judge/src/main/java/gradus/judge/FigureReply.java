package gradus.judge;

/// The result of drawing a figure.
public sealed interface FigureReply {

    /// @param svg the picture
    /// @param text a description of the picture
    /// @param controls the figure's controls, as JSON
    record Drawn(String svg, String text, String controls) implements FigureReply {}

    /// @param why one sentence: the learner's own part threw, or the figure failed
    record NotDrawn(String why) implements FigureReply {}
}
