package gradus.figures.java_numerics;

import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;

/// A microscope on the number line: which doubles and which floats there are just above a power of two.
public final class NumberLine implements Figure {

    private static final int MOST_MARKS = 64;
    private static final double DOUBLES = 3;
    private static final double FLOATS = 1;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("place", "Where: at 2 to the power", -30, 60, 1, 24),
                new Control.Slider("width", "How wide: 2 to the power", -60, 10, 1, 3));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        int place = (int) controlValues.number("place");
        int exponent = (int) controlValues.number("width");
        double x = Math.scalb(1.0, place);
        double width = Math.scalb(1.0, exponent);
        double doubleGap = Math.ulp(x);
        double floatGap = Math.ulp((float) x);

        Plot plot = Plot.of(0, width, 0, 4).size(560, 300);
        plot.segment(0, DOUBLES, width, DOUBLES, "grid").segment(0, FLOATS, width, FLOATS, "grid");
        marks(plot, DOUBLES, doubleGap, width, "s1");
        marks(plot, FLOATS, floatGap, width, "s2");
        plot.text(width, DOUBLES, 0, -30, "end", "double: a gap of " + show(doubleGap), "ink");
        plot.text(width, FLOATS, 0, -30, "end", "float: a gap of " + show(floatGap), "ink");
        if (width > 1) {
            landing(plot, DOUBLES, (x + 1) - x, width, "s1");
            landing(plot, FLOATS, (float) (x + 1) - (float) x, width, "s2");
        }
        plot.text(0, 0, 0, 34, "start", "2^" + place, "muted");
        plot.text(width, 0, 0, 34, "end", "2^" + place + " + " + show(width), "muted");
        return plot.picture(text(place, width, doubleGap, floatGap));
    }

    /// A mark for each representable number, or a band where the marks are too close to tell apart.
    private static void marks(Plot plot, double row, double gap, double width, String style) {
        double count = width / gap;
        if (count > MOST_MARKS) {
            plot.rectangle(0, row - 0.22, width, row + 0.22, "soft " + style);
            return;
        }
        for (int k = 0; k <= count; k++) {
            plot.segment(k * gap, row - 0.3, k * gap, row + 0.3, style);
        }
    }

    /// An arrow from x + 1 to the mark it is rounded to.
    private static void landing(Plot plot, double row, double to, double width, String style) {
        if (to <= width) {
            plot.text(1, row - 1, 0, 10, "middle", "x + 1", "muted");
            plot.arrow(1, row - 0.78, to, row - 0.34, style);
        }
    }

    private static String text(int place, double width, double doubleGap, double floatGap) {
        return "From 2^" + place + " on, within a window of " + show(width) + ", neighbouring doubles are "
                + show(doubleGap) + " apart and neighbouring floats " + show(floatGap) + ". "
                + adding("double", doubleGap) + " " + adding("float", floatGap);
    }

    private static String adding(String type, double gap) {
        return gap <= 1
                ? "In a " + type + ", adding 1 gives another number."
                : "In a " + type + ", adding 1 changes nothing: the result rounds back to the same number.";
    }

    private static String show(double value) {
        return value >= 1e-3 && value < 1e6
                ? String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.4g", value)
                : String.format(Locale.ROOT, "%.2e", value);
    }
}
