package gradus.proctor.figure;

import java.util.List;

/// A picture in a lesson that Java computes, by the learner's own parts where they exist, and that answers to
/// sliders and dragging. A figure has a public constructor without parameters and keeps nothing between
/// calls: what it draws depends on the settings alone.
public interface Figure {

    /// What the reader can move, in the order shown.
    List<Control> controls();

    /// The picture for these settings.
    Picture draw(ControlValues values);
}
