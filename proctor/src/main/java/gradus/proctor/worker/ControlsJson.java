package gradus.proctor.worker;

import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import java.util.List;
import java.util.stream.Collectors;

/// The controls of a figure with their current values as JSON, from which the page makes its sliders.
final class ControlsJson {

    private ControlsJson() {}

    static String of(List<Control> controls, ControlValues controlValues) {
        return controls.stream().map(control -> of(control, controlValues)).collect(Collectors.joining(",", "[", "]"));
    }

    private static String of(Control control, ControlValues controlValues) {
        String name = "\"name\":" + quote(control.name()) + ",\"label\":" + quote(control.label());
        return switch (control) {
            case Control.Slider slider ->
                "{\"kind\":\"slider\"," + name + ",\"min\":" + number(slider.min()) + ",\"max\":" + number(slider.max())
                        + ",\"step\":" + number(slider.step()) + ",\"value\":"
                        + number(controlValues.number(slider.name()))
                        + "}";
            case Control.Select select ->
                "{\"kind\":\"pick\"," + name + ",\"options\":"
                        + select.options().stream().map(ControlsJson::quote).collect(Collectors.joining(",", "[", "]"))
                        + ",\"value\":" + quote(controlValues.selected(select.name())) + "}";
            case Control.Handle handle -> {
                double[] point = controlValues.point(handle.name());
                yield "{\"kind\":\"handle\"," + name + ",\"x\":" + number(point[0]) + ",\"y\":" + number(point[1])
                        + ",\"step\":" + number(handle.step()) + "}";
            }
        };
    }

    /// `value` as JSON; `null` for NaN and infinity, which JSON doesn't have.
    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "null";
    }

    static String quote(String text) {
        var quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    // Also characters that would end a script element or a line in JavaScript.
                    if (c < 0x20 || c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029) {
                        quoted.append(String.format("\\u%04x", c));
                    } else {
                        quoted.append((char) c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
