package gradus.figures.first_model;

import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;

/// Two flowers, their differences in length and width, the squares of these, and the distance.
public final class TwoDifferences implements Figure {

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Handle("row", "the row", 5.4, 2.3, 0.1),
                new Control.Handle("query", "the query", 5.0, 2.0, 0.1));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        double[] row = inside(controlValues.point("row"));
        double[] query = inside(controlValues.point("query"));
        double length = row[0] - query[0];
        double width = row[1] - query[1];
        double squared = length * length + width * width;
        // One centimetre is equally long in both directions, so the squares are squares.
        Plot plot = Plot.of(3.6, 6.8, 1.0, 2.6).size(560, 304).axes("petal length (cm)", "petal width (cm)");
        // Each square lies on its side of the right angle, away from the triangle.
        double down = width >= 0 ? -Math.abs(length) : Math.abs(length);
        double beside = length >= 0 ? Math.abs(width) : -Math.abs(width);
        plot.rectangle(query[0], query[1], row[0], query[1] + down, "r1");
        plot.rectangle(row[0], query[1], row[0] + beside, row[1], "r2");
        plot.segment(query[0], query[1], row[0], query[1], "s1");
        plot.segment(row[0], query[1], row[0], row[1], "s2");
        plot.segment(query[0], query[1], row[0], row[1], "ink");
        plot.text((query[0] + row[0]) / 2, query[1] + down / 2, 0, 4, "middle", number(length * length), "ink");
        plot.text(row[0] + beside / 2, (query[1] + row[1]) / 2, 0, 4, "middle", number(width * width), "ink");
        plot.handle("row", "the row", row[0], row[1], "s3");
        plot.handle("query", "the query", query[0], query[1], "muted");
        return plot.picture(String.format(
                Locale.ROOT,
                "The differences are %.1f in length and %.1f in width. Their squares, %s and %s, add up to %s: "
                        + "the squared distance. The line is %s cm long, its square root.",
                length,
                width,
                number(length * length),
                number(width * width),
                number(squared),
                number(Math.sqrt(squared))));
    }

    private static double[] inside(double[] point) {
        return new double[] {Math.clamp(point[0], 3.6, 6.8), Math.clamp(point[1], 1.0, 2.6)};
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
