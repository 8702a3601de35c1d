package gradus.judge;

/// What came of drawing a figure.
public sealed interface FigureReply {

    /// @param svg the picture
    /// @param text what it shows, in words
    /// @param controls what can be moved, as JSON
    record Drawn(String svg, String text, String controls) implements FigureReply {}

    /// @param why one sentence; the learner's own part threw, or the figure is at fault
    record NotDrawn(String why) implements FigureReply {}
}
