package gradus.proctor.figure;

import java.util.Arrays;
import java.util.Locale;

/// A plot: two axes, and marks in data coordinates. Make a new one for each picture.
///
/// Colours are CSS classes: `s1` … `s6` for the series, `ink` and `muted` for text, `soft` for a faint fill.
/// The page defines them for light and dark mode.
public final class Plot {

    private static final int LEAST_LEFT = 56;

    /// Room for the label of the y axis, and for a character of a tick, in the larger type of narrow screens.
    private static final double LABEL = 28;

    private static final double CHARACTER = 9.5;

    private static final int RIGHT = 16;
    private static final int TOP = 16;
    private static final int BOTTOM = 44;

    private final double xMin;
    private final double xMax;
    private final double yMin;
    private final double yMax;
    private final int width;
    private final int height;
    private final int left;
    private final StringBuilder marks = new StringBuilder();
    private final StringBuilder axes = new StringBuilder();

    private Plot(double xMin, double xMax, double yMin, double yMax, int width, int height) {
        if (!(xMin < xMax && yMin < yMax)) {
            throw new IllegalArgumentException(
                    "a plot needs xMin < xMax and yMin < yMax, got " + xMin + ", " + xMax + ", " + yMin + ", " + yMax);
        }
        this.xMin = xMin;
        this.xMax = xMax;
        this.yMin = yMin;
        this.yMax = yMax;
        this.width = width;
        this.height = height;
        int longest = Arrays.stream(Ticks.between(yMin, yMax))
                .mapToInt(tick -> Ticks.format(tick).length())
                .max()
                .orElse(0);
        this.left = Math.max(LEAST_LEFT, (int) Math.ceil(LABEL + CHARACTER * longest));
    }

    /// A plot of 560 × 360 units over these ranges.
    public static Plot of(double xMin, double xMax, double yMin, double yMax) {
        return new Plot(xMin, xMax, yMin, yMax, 560, 360);
    }

    /// An empty plot over the same ranges with another size.
    public Plot size(int width, int height) {
        return new Plot(xMin, xMax, yMin, yMax, width, height);
    }

    /// Draws the axes with ticks at round numbers and labels.
    public Plot axes(String xLabel, String yLabel) {
        for (double tick : Ticks.between(xMin, xMax)) {
            line(axes, "grid", x(tick), TOP, x(tick), height - BOTTOM);
            text(axes, "tick", x(tick), height - BOTTOM + 18, "middle", Ticks.format(tick));
        }
        for (double tick : Ticks.between(yMin, yMax)) {
            line(axes, "grid", left, y(tick), width - RIGHT, y(tick));
            text(axes, "tick", left - 8, y(tick) + 4, "end", Ticks.format(tick));
        }
        text(axes, "label", (left + width - RIGHT) / 2.0, height - 8, "middle", xLabel);
        axes.append("<text class=\"label\" text-anchor=\"middle\" transform=\"translate(14 ")
                .append(number((TOP + height - BOTTOM) / 2.0))
                .append(") rotate(-90)\">")
                .append(escape(yLabel))
                .append("</text>");
        return this;
    }

    /// Draws a dot at data point (x, y); `radius` is in picture units.
    public Plot dot(double x, double y, double radius, String style) {
        marks.append("<circle class=\"")
                .append(style)
                .append("\" cx=\"")
                .append(number(x(x)))
                .append("\" cy=\"");
        marks.append(number(y(y))).append("\" r=\"").append(number(radius)).append("\"/>");
        return this;
    }

    /// Draws a line segment from (x0, y0) to (x1, y1).
    public Plot segment(double x0, double y0, double x1, double y1, String style) {
        line(marks, style, x(x0), y(y0), x(x1), y(y1));
        return this;
    }

    /// Draws an arrow from (x0, y0) to (x1, y1).
    public Plot arrow(double x0, double y0, double x1, double y1, String style) {
        double dx = x(x1) - x(x0);
        double dy = y(y1) - y(y0);
        double length = Math.hypot(dx, dy);
        if (length > 1e-9) {
            double ux = dx / length;
            double uy = dy / length;
            double head = Math.min(11, length);
            double bx = x(x1) - head * ux;
            double by = y(y1) - head * uy;
            line(marks, style, x(x0), y(y0), bx, by);
            marks.append("<polygon class=\"head ").append(style).append("\" points=\"");
            point(x(x1), y(y1));
            point(bx - 0.45 * head * uy, by + 0.45 * head * ux);
            point(bx + 0.45 * head * uy, by - 0.45 * head * ux);
            marks.append("\"/>");
        }
        return this;
    }

    /// Draws a line through the points (xs[i], ys[i]), with a gap at NaN.
    public Plot line(double[] xs, double[] ys, String style) {
        marks.append("<path class=\"line ").append(style).append("\" d=\"");
        boolean pen = false;
        for (int i = 0; i < xs.length; i++) {
            if (Double.isFinite(xs[i]) && Double.isFinite(ys[i])) {
                marks.append(pen ? 'L' : 'M')
                        .append(number(x(xs[i])))
                        .append(' ')
                        .append(number(y(ys[i])));
                pen = true;
            } else {
                pen = false;
            }
        }
        marks.append("\"/>");
        return this;
    }

    /// Draws a filled rectangle between two corners in data coordinates: a bar, or a cell of a heat map.
    public Plot rectangle(double x0, double y0, double x1, double y1, String style) {
        marks.append("<rect class=\"").append(style).append("\" x=\"").append(number(Math.min(x(x0), x(x1))));
        marks.append("\" y=\"").append(number(Math.min(y(y0), y(y1)))).append("\" width=\"");
        marks.append(number(Math.abs(x(x1) - x(x0)))).append("\" height=\"");
        marks.append(number(Math.abs(y(y1) - y(y0)))).append("\"/>");
        return this;
    }

    /// Draws text next to data point (x, y), offset by (dx, dy) picture units; `anchor` is `start`, `middle`
    /// or `end`.
    public Plot text(double x, double y, double dx, double dy, String anchor, String text, String style) {
        text(marks, style, x(x) + dx, y(y) + dy, anchor, text);
        return this;
    }

    /// Draws the draggable point of the [Control.Handle] with this name.
    public Plot handle(String name, String label, double x, double y, String style) {
        marks.append("<circle class=\"handle ")
                .append(style)
                .append("\" data-handle=\"")
                .append(escape(name));
        marks.append("\" data-x=\"").append(x).append("\" data-y=\"").append(y);
        marks.append("\" tabindex=\"0\" role=\"slider\" aria-label=\"").append(escape(label));
        marks.append("\" aria-valuetext=\"").append(escape(Ticks.format(x) + ", " + Ticks.format(y)));
        marks.append("\" aria-valuenow=\"").append(Ticks.format(x));
        marks.append("\" cx=\"")
                .append(number(x(x)))
                .append("\" cy=\"")
                .append(number(y(y)))
                .append("\" r=\"9\"/>");
        return this;
    }

    /// The finished picture with its description.
    public Picture picture(String description) {
        return new Picture(
                "<svg class=\"figure\" viewBox=\"0 0 " + width + " " + height
                        + "\" xmlns=\"http://www.w3.org/2000/svg\">" + svg() + "</svg>",
                description);
    }

    /// Plots side by side in one picture.
    public static Picture sideBySide(String description, Plot... plots) {
        var inner = new StringBuilder();
        int offset = 0;
        int height = 0;
        for (Plot plot : plots) {
            inner.append("<g transform=\"translate(")
                    .append(offset)
                    .append(" 0)\">")
                    .append(plot.svg())
                    .append("</g>");
            offset += plot.width;
            height = Math.max(height, plot.height);
        }
        return new Picture(
                "<svg class=\"figure\" viewBox=\"0 0 " + offset + " " + height
                        + "\" xmlns=\"http://www.w3.org/2000/svg\">" + inner + "</svg>",
                description);
    }

    /// The plot as an SVG group. Its attributes let the page convert a pointer position to data coordinates.
    private String svg() {
        return "<g class=\"plot\" data-left=\"" + left + "\" data-right=\"" + (width - RIGHT) + "\" data-top=\"" + TOP
                + "\" data-bottom=\"" + (height - BOTTOM) + "\" data-xmin=\"" + xMin + "\" data-xmax=\"" + xMax
                + "\" data-ymin=\"" + yMin + "\" data-ymax=\"" + yMax + "\">" + axes + marks + "</g>";
    }

    private double x(double value) {
        return left + (value - xMin) / (xMax - xMin) * (width - RIGHT - left);
    }

    private double y(double value) {
        return height - BOTTOM - (value - yMin) / (yMax - yMin) * (height - BOTTOM - TOP);
    }

    private void point(double px, double py) {
        marks.append(number(px)).append(',').append(number(py)).append(' ');
    }

    private static void line(StringBuilder to, String style, double x0, double y0, double x1, double y1) {
        to.append("<line class=\"")
                .append(style)
                .append("\" x1=\"")
                .append(number(x0))
                .append("\" y1=\"");
        to.append(number(y0))
                .append("\" x2=\"")
                .append(number(x1))
                .append("\" y2=\"")
                .append(number(y1))
                .append("\"/>");
    }

    private static void text(StringBuilder to, String style, double x, double y, String anchor, String content) {
        to.append("<text class=\"")
                .append(style)
                .append("\" text-anchor=\"")
                .append(anchor)
                .append("\" x=\"");
        to.append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\">")
                .append(escape(content))
                .append("</text>");
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
