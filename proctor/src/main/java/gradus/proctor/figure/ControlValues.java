package gradus.proctor.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The current values of a figure's controls. A control that wasn't moved has its initial value.
public final class ControlValues {

    private final Map<String, String> values;

    private ControlValues(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /// The initial values of `controls`, overridden by those in `changed`. Invalid values are ignored, and
    /// slider values are clamped to the slider's range.
    public static ControlValues of(List<Control> controls, Map<String, String> changed) {
        var values = new HashMap<String, String>();
        for (Control control : controls) {
            switch (control) {
                case Control.Slider slider -> {
                    double requested = number(changed.get(slider.name()), slider.initial());
                    values.put(slider.name(), Double.toString(Math.clamp(requested, slider.min(), slider.max())));
                }
                case Control.Select select -> {
                    String requested = changed.getOrDefault(select.name(), select.initial());
                    values.put(select.name(), select.options().contains(requested) ? requested : select.initial());
                }
                case Control.Handle handle -> {
                    String x = handle.name() + ".x";
                    String y = handle.name() + ".y";
                    values.put(x, Double.toString(number(changed.get(x), handle.x())));
                    values.put(y, Double.toString(number(changed.get(y), handle.y())));
                }
            }
        }
        return new ControlValues(values);
    }

    /// The value of slider `name`.
    public double number(String name) {
        return Double.parseDouble(value(name));
    }

    /// The selected option of `name`.
    public String selected(String name) {
        return value(name);
    }

    /// The position of handle `name`: `{x, y}`.
    public double[] point(String name) {
        return new double[] {number(name + ".x"), number(name + ".y")};
    }

    private String value(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "no control named \"" + name + "\" in this figure; its controls are " + values.keySet());
        }
        return value;
    }

    private static double number(@Nullable String text, double fallback) {
        if (text == null) {
            return fallback;
        }
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? number : fallback;
        } catch (NumberFormatException e) {
            return fallback;
        }
    }
}
