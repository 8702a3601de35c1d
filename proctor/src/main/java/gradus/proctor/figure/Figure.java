package gradus.proctor.figure;

import java.util.List;

/// An interactive figure in a lesson, computed in Java with the learner's own parts where they exist. A
/// figure has a public constructor without parameters. It keeps no state: what it draws depends on the
/// control values only.
public interface Figure {

    /// The controls of the figure, in the order in which they are shown.
    List<Control> controls();

    /// The picture for these control values.
    Picture draw(ControlValues values);
}
