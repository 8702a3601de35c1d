package gradus.proctor.figure;

import java.util.Locale;

/// Axis ticks at round numbers.
final class Ticks {

    private Ticks() {}

    /// About six multiples of 1, 2 or 5 times a power of ten within the range.
    static double[] between(double min, double max) {
        double approximateStep = (max - min) / 6;
        double power = Math.pow(10, Math.floor(Math.log10(approximateStep)));
        double step = power
                * (approximateStep / power < 1.5
                        ? 1
                        : approximateStep / power < 3.5 ? 2 : approximateStep / power < 7.5 ? 5 : 10);
        int first = (int) Math.ceil(min / step - 1e-9);
        int last = (int) Math.floor(max / step + 1e-9);
        var ticks = new double[last - first + 1];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = (first + i) * step;
        }
        return ticks;
    }

    /// `value` with at most four significant digits and no trailing zeros.
    static String format(double value) {
        if (value == 0) {
            return "0";
        }
        if (Math.abs(value) >= 1e5 || Math.abs(value) < 1e-3) {
            return String.format(Locale.ROOT, "%.1e", value);
        }
        int decimals = Math.clamp(3 - (int) Math.floor(Math.log10(Math.abs(value))), 0, 6);
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }
}
