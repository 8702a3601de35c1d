package gradus.proctor.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the controls of a figure stand. A control that was not moved stands at its initial value.
public final class Settings {

    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /// The initial values of `controls`, with `moved` in place of those that it names. A value that does not
    /// fit its control is dropped; a slider is held within its range.
    public static Settings of(List<Control> controls, Map<String, String> moved) {
        var values = new HashMap<String, String>();
        for (Control control : controls) {
            switch (control) {
                case Control.Slider slider -> {
                    double wanted = number(moved.get(slider.name()), slider.initial());
                    values.put(slider.name(), Double.toString(Math.clamp(wanted, slider.min(), slider.max())));
                }
                case Control.Pick pick -> {
                    String wanted = moved.getOrDefault(pick.name(), pick.initial());
                    values.put(pick.name(), pick.options().contains(wanted) ? wanted : pick.initial());
                }
                case Control.Handle handle -> {
                    String x = handle.name() + ".x";
                    String y = handle.name() + ".y";
                    values.put(x, Double.toString(number(moved.get(x), handle.x())));
                    values.put(y, Double.toString(number(moved.get(y), handle.y())));
                }
            }
        }
        return new Settings(values);
    }

    /// Where slider `name` stands.
    public double number(String name) {
        return Double.parseDouble(value(name));
    }

    /// What `name` has picked.
    public String word(String name) {
        return value(name);
    }

    /// Where handle `name` stands: `{x, y}`.
    public double[] point(String name) {
        return new double[] {number(name + ".x"), number(name + ".y")};
    }

    private String value(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "no control named \"" + name + "\" in this figure; it has " + values.keySet());
        }
        return value;
    }

    private static double number(@Nullable String text, double otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? number : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
