package gradus.studio.web;

import gradus.course.Coding;
import gradus.course.FigureSource;
import gradus.judge.FigureRenderer;
import gradus.judge.FigureReply;
import gradus.judge.LearnerParts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Draws two arrows and their angle. The tip of one can be dragged, and a slider sets the length of the
/// other.
final class SampleFigureRenderer implements FigureRenderer {

    private static final String CONTROLS = """
            [{"kind":"handle","name":"tip","label":"the tip of a","x":3,"y":2,"step":0.25},
             {"kind":"slider","name":"length","label":"Length of b","min":1,"max":5,"step":0.5,"value":4},
             {"kind":"pick","name":"regions","label":"Shade","options":["nothing","near","far"],"value":"near"}]
            """;

    @Override
    public FigureReply draw(
            FigureSource figure, Optional<Coding> lab, LearnerParts learnerParts, Map<String, String> moved) {
        double x = Double.parseDouble(moved.getOrDefault("tip.x", "3"));
        double y = Double.parseDouble(moved.getOrDefault("tip.y", "2"));
        double length = Double.parseDouble(moved.getOrDefault("length", "4"));
        if (length > 4.9) {
            return new FigureReply.NotDrawn("Your Vector threw ArithmeticException in norm; fix it, or switch to"
                    + " the library's on the Progress page.");
        }
        var svg = new StringBuilder("<svg class=\"figure\" viewBox=\"0 0 560 360\""
                + " xmlns=\"http://www.w3.org/2000/svg\"><g class=\"plot\" data-left=\"56\" data-right=\"544\""
                + " data-top=\"16\" data-bottom=\"316\" data-xmin=\"0.0\" data-xmax=\"6.0\" data-ymin=\"0.0\""
                + " data-ymax=\"4.0\">");
        if (!"nothing".equals(moved.getOrDefault("regions", "near"))) {
            svg.append("<rect class=\"r1\" x=\"56\" y=\"16\" width=\"240\" height=\"300\"/>");
            svg.append("<rect class=\"r2\" x=\"296\" y=\"16\" width=\"248\" height=\"300\"/>");
        }
        for (int tick = 0; tick <= 6; tick++) {
            svg.append(line("grid", tick, 0, tick, 4));
            svg.append(words("tick", tick, 0, 18, "middle", Integer.toString(tick)));
        }
        for (int tick = 0; tick <= 4; tick++) {
            svg.append(line("grid", 0, tick, 6, tick));
        }
        svg.append("<text class=\"label\" text-anchor=\"middle\" x=\"300\" y=\"352\">action</text>");
        svg.append(line("s1", 0, 0, x, y)).append(line("s2", 0, 0, length, 0.5)).append(line("soft", x, y, x, 0));
        svg.append("<path class=\"line s3\" d=\"M56 316L150 250L260 190L380 120L544 60\"/>");
        for (int i = 0; i < 6; i++) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle class=\"s%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"6\"/>",
                    i + 1,
                    100 + 70.0 * i,
                    90 + 20.0 * (i % 3)));
        }
        svg.append(words("s1", x, y, -12, "start", "a"));
        svg.append(String.format(
                Locale.ROOT,
                "<circle class=\"handle s1\" data-handle=\"tip\" data-x=\"%s\" data-y=\"%s\" tabindex=\"0\""
                        + " role=\"slider\" aria-label=\"the tip of a\" aria-valuetext=\"%.2f, %.2f\""
                        + " aria-valuenow=\"%.2f\" cx=\"%.1f\" cy=\"%.1f\" r=\"9\"/></g></svg>",
                x,
                y,
                x,
                y,
                x,
                px(x),
                py(y)));
        double angle = Math.toDegrees(Math.atan2(y, x) - Math.atan2(0.5, length));
        return new FigureReply.Drawn(
                svg.toString(),
                String.format(Locale.ROOT, "a is (%.2f, %.2f); the angle between a and b is %.1f°.", x, y, angle),
                CONTROLS,
                List.of());
    }

    @Override
    public void close() {}

    private static String line(String style, double x0, double y0, double x1, double y1) {
        return String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                style,
                px(x0),
                py(y0),
                px(x1),
                py(y1));
    }

    private static String words(String style, double x, double y, double dy, String anchor, String words) {
        return String.format(
                Locale.ROOT,
                "<text class=\"%s\" text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
                style,
                anchor,
                px(x),
                py(y) + dy,
                words);
    }

    private static double px(double x) {
        return 56 + x / 6 * 488;
    }

    private static double py(double y) {
        return 316 - y / 4 * 300;
    }
}
