package gradus.proctor.figure;

import java.util.List;

/// Something in a figure that the reader can move. Its `name` is the key of its value in [Config].
public sealed interface Control {

    String name();

    /// What stands beside it.
    String label();

    /// A number between `min` and `max`, in steps of `step`.
    record Slider(String name, String label, double min, double max, double step, double initial) implements Control {}

    /// One of several words.
    record Select(String name, String label, List<String> options, String initial) implements Control {
        public Select {
            options = List.copyOf(options);
        }
    }

    /// A point in the picture that can be dragged, in the picture's data coordinates; by keyboard it moves by
    /// `step`.
    record Handle(String name, String label, double x, double y, double step) implements Control {}
}
