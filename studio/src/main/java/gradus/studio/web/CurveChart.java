package gradus.studio.web;

import gradus.judge.Verdict.Metric;
import gradus.studio.run.RunProgress.CurvePoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/// A chart of curves, as SVG that is coloured by the page.
///
/// @param title what the curves have in common: "loss"
/// @param svg decorative: the legend says the last values
/// @param legend the curves, in the order of their colours
public record CurveChart(String title, String svg, List<Entry> legend) {

    private static final int WIDTH = 560;
    private static final int HEIGHT = 240;
    private static final int LEFT = 52;
    private static final int RIGHT = 14;
    private static final int TOP = 12;
    private static final int BOTTOM = 30;
    private static final int TICKS = 4;

    /// A curve and its last value.
    public record Entry(String name, String last) {}

    /// Charts of curves. Those whose names end alike, "training loss" and "validation loss", share one.
    static List<CurveChart> of(SequencedMap<String, List<CurvePoint>> curves) {
        var groups = new LinkedHashMap<String, SequencedMap<String, List<CurvePoint>>>();
        curves.forEach((name, points) -> groups.computeIfAbsent(
                        name.substring(name.lastIndexOf(' ') + 1), _ -> new LinkedHashMap<>())
                .put(name, points));
        var charts = new ArrayList<CurveChart>();
        groups.forEach((title, group) -> charts.add(of(title, group)));
        return charts;
    }

    private static CurveChart of(String title, SequencedMap<String, List<CurvePoint>> curves) {
        List<CurvePoint> points = curves.values().stream().flatMap(List::stream).toList();
        var range = Range.of(points);
        var svg = new StringBuilder(
                "<svg class=\"figure\" aria-hidden=\"true\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\">");
        for (double y : ticks(range.yMin, range.yMax, 0)) {
            line(svg, LEFT, range.y(y), WIDTH - RIGHT, range.y(y));
            text(svg, LEFT - 8, range.y(y) + 4, "end", Metric.number(y));
        }
        // There is no epoch 1.2.
        boolean counted = points.stream().allMatch(point -> point.x() == Math.rint(point.x()));
        for (double x : ticks(range.xMin, range.xMax, counted ? 1 : 0)) {
            text(svg, range.x(x), HEIGHT - 8, "middle", Metric.number(x));
        }
        var legend = new ArrayList<Entry>();
        for (Map.Entry<String, List<CurvePoint>> curve : curves.entrySet()) {
            legend.add(new Entry(
                    curve.getKey(), Metric.number(curve.getValue().getLast().y())));
            path(svg, "s" + legend.size(), curve.getValue(), range);
        }
        return new CurveChart(title, svg.append("</svg>").toString(), legend);
    }

    /// The ranges of both axes.
    private record Range(double xMin, double xMax, double yMin, double yMax) {

        static Range of(List<CurvePoint> points) {
            double xMin = Double.POSITIVE_INFINITY;
            double xMax = Double.NEGATIVE_INFINITY;
            double yMin = Double.POSITIVE_INFINITY;
            double yMax = Double.NEGATIVE_INFINITY;
            for (CurvePoint point : points) {
                if (Double.isFinite(point.x()) && Double.isFinite(point.y())) {
                    xMin = Math.min(xMin, point.x());
                    xMax = Math.max(xMax, point.x());
                    yMin = Math.min(yMin, point.y());
                    yMax = Math.max(yMax, point.y());
                }
            }
            if (xMin > xMax) {
                return new Range(0, 1, 0, 1);
            }
            double room = yMax > yMin ? (yMax - yMin) / 20 : Math.max(1e-9, Math.abs(yMax) / 10);
            return new Range(xMin, xMax > xMin ? xMax : xMin + 1, yMin - room, yMax + room);
        }

        double x(double value) {
            return LEFT + (value - xMin) / (xMax - xMin) * (WIDTH - RIGHT - LEFT);
        }

        double y(double value) {
            return HEIGHT - BOTTOM - (value - yMin) / (yMax - yMin) * (HEIGHT - BOTTOM - TOP);
        }
    }

    /// The multiples of 1, 2 or 5 times a power of ten in a range, about as many as [#TICKS].
    ///
    /// @param smallest the smallest step between two
    private static List<Double> ticks(double from, double to, double smallest) {
        double rough = Math.max(smallest, (to - from) / TICKS);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power * (rough / power < 1.5 ? 1 : rough / power < 3.5 ? 2 : rough / power < 7.5 ? 5 : 10);
        var ticks = new ArrayList<Double>();
        for (long i = (long) Math.ceil(from / step); i * step <= to; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    private static void path(StringBuilder svg, String style, List<CurvePoint> points, Range range) {
        if (points.size() == 1) {
            svg.append("<circle class=\"").append(style).append("\" r=\"4\" cx=\"");
            svg.append(unit(range.x(points.getFirst().x()))).append("\" cy=\"");
            svg.append(unit(range.y(points.getFirst().y()))).append("\"/>");
            return;
        }
        svg.append("<path class=\"").append(style).append("\" d=\"");
        boolean pen = false;
        for (CurvePoint point : points) {
            boolean finite = Double.isFinite(point.x()) && Double.isFinite(point.y());
            if (finite) {
                svg.append(pen ? 'L' : 'M')
                        .append(unit(range.x(point.x())))
                        .append(' ')
                        .append(unit(range.y(point.y())));
            }
            pen = finite;
        }
        svg.append("\"/>");
    }

    private static void line(StringBuilder svg, double x0, double y0, double x1, double y1) {
        svg.append("<line class=\"grid\" x1=\"")
                .append(unit(x0))
                .append("\" y1=\"")
                .append(unit(y0));
        svg.append("\" x2=\"")
                .append(unit(x1))
                .append("\" y2=\"")
                .append(unit(y1))
                .append("\"/>");
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String content) {
        svg.append("<text class=\"tick\" text-anchor=\"")
                .append(anchor)
                .append("\" x=\"")
                .append(unit(x));
        svg.append("\" y=\"").append(unit(y)).append("\">").append(content).append("</text>");
    }

    private static String unit(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
