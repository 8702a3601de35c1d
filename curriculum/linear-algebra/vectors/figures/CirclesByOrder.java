package gradus.figures.vectors;

import gradus.ml.linalg.Vector;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;

/// All points that are as far from the note as another text is, by a distance of a chosen order.
public final class CirclesByOrder implements Figure {

    private static final Vector NOTE = Vector.of(4, 3);
    private static final double LEAST = -4;
    private static final double MOST = 12;
    private static final int POINTS = 361;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Handle("text", "tip of the other text", 0, 5, 0.5),
                new Control.Select("order", "order p", List.of("1", "1.5", "2", "4", "10", "infinity"), "2"));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        double[] tip = controlValues.point("text");
        Vector text = Vector.of(halves(tip[0], LEAST, MOST), halves(tip[1], LEAST, MOST - 2));
        String order = controlValues.selected("order");
        double p = order.equals("infinity") ? Double.POSITIVE_INFINITY : Double.parseDouble(order);
        double radius = NOTE.distance(text, p);
        Plot plot = Plot.of(LEAST, MOST, LEAST, MOST - 2).size(552, 485).axes("\"goal\"", "\"oven\"");
        ring(plot, radius, p);
        plot.segment(NOTE.get(0), NOTE.get(1), text.get(0), NOTE.get(1), "muted");
        plot.segment(text.get(0), NOTE.get(1), text.get(0), text.get(1), "muted");
        plot.dot(NOTE.get(0), NOTE.get(1), 5, "s1");
        plot.text(NOTE.get(0), NOTE.get(1), 9, 16, "start", "note", "ink");
        plot.handle("text", "tip of the other text", text.get(0), text.get(1), "s3");
        String said = "distance of order " + order + ": " + number(radius, 2);
        plot.text(LEAST, MOST - 2, 10, 22, "start", said, "ink");
        return plot.picture("From the note " + show(NOTE) + " to " + show(text) + ", " + said
                + ". The curve joins all points that are equally far.");
    }

    /// In each direction, the point whose distance is the radius: stretching a vector stretches its length.
    private static void ring(Plot plot, double radius, double p) {
        Vector origin = Vector.of(0, 0);
        double[] xs = new double[POINTS];
        double[] ys = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double turn = 2 * Math.PI * i / (POINTS - 1);
            Vector direction = Vector.of(Math.cos(turn), Math.sin(turn));
            Vector point = NOTE.plus(direction.times(radius / direction.distance(origin, p)));
            boolean inside = Math.abs(point.get(0) - 4) <= 8 && Math.abs(point.get(1) - 3) <= 7;
            xs[i] = inside ? point.get(0) : Double.NaN;
            ys[i] = inside ? point.get(1) : Double.NaN;
        }
        plot.line(xs, ys, "s2");
    }

    private static double halves(double value, double least, double most) {
        return Math.rint(2 * Math.clamp(value, least, most)) / 2;
    }

    private static String show(Vector vector) {
        return "(" + number(vector.get(0), 1) + ", " + number(vector.get(1), 1) + ")";
    }

    private static String number(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }
}
