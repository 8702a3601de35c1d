package gradus.proctor.figure;

import java.util.List;

/// A control of a figure: a slider, a selection, or a point to drag. Its `name` is the key of its value in
/// [ControlValues].
public sealed interface Control {

    String name();

    /// The text next to the control.
    String label();

    /// A number between `min` and `max`, in steps of `step`.
    record Slider(String name, String label, double min, double max, double step, double initial) implements Control {}

    /// A choice of one of several options.
    record Select(String name, String label, List<String> options, String initial) implements Control {
        public Select {
            options = List.copyOf(options);
        }
    }

    /// A draggable point, in data coordinates of the picture. The arrow keys move it by `step`.
    record Handle(String name, String label, double x, double y, double step) implements Control {}
}
