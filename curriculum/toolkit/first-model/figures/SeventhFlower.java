package gradus.figures.first_model;

import gradus.ml.classic.NearestNeighbour;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;

/// The six flowers of the lesson, and a seventh that you drag. Guess its label, then ask for the nearest one.
public final class SeventhFlower implements Figure {

    private static final double[][] ROWS = {{4.0, 1.3}, {4.5, 1.5}, {4.7, 1.4}, {5.4, 2.3}, {5.7, 2.1}, {6.3, 1.8}};
    private static final int[] LABELS = {'v', 'v', 'v', 'g', 'g', 'g'};

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Handle("query", "the seventh flower", 5.0, 2.0, 0.1),
                new Control.Select(
                        "show",
                        "show",
                        List.of("the flowers", "the nearest one", "all squared distances"),
                        "the flowers"));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        double[] dragged = controlValues.point("query");
        double[] query = {Math.clamp(dragged[0], 3.6, 6.8), Math.clamp(dragged[1], 1.0, 2.6)};
        String show = controlValues.selected("show");
        int nearest = NearestNeighbour.nearest(ROWS, query);
        int label = NearestNeighbour.predict(ROWS, LABELS, query);
        // One centimetre is equally long in both directions, so what looks nearest is nearest.
        Plot plot = Plot.of(3.6, 6.8, 1.0, 2.6).size(560, 304).axes("petal length (cm)", "petal width (cm)");
        for (int i = 0; i < ROWS.length; i++) {
            boolean joined = show.startsWith("all") || show.endsWith("one") && i == nearest;
            if (joined) {
                plot.segment(query[0], query[1], ROWS[i][0], ROWS[i][1], i == nearest ? "ink" : "soft");
            }
        }
        for (int i = 0; i < ROWS.length; i++) {
            plot.dot(ROWS[i][0], ROWS[i][1], 7, style(LABELS[i]));
            String beside = (char) LABELS[i] + (show.startsWith("all") ? " " + squared(i, query) : "");
            // To the left of a v and to the right of a g, so that no text lies on another flower.
            int side = LABELS[i] == 'v' ? -1 : 1;
            plot.text(ROWS[i][0], ROWS[i][1], 11 * side, 15, side < 0 ? "end" : "start", beside, "ink");
        }
        boolean guessing = show.endsWith("flowers");
        plot.handle("query", "the seventh flower", query[0], query[1], guessing ? "muted" : style(label));
        plot.text(query[0], query[1], 0, -15, "middle", guessing ? "?" : "" + (char) label, "ink");
        return plot.picture(said(query, nearest, label, guessing));
    }

    private static String said(double[] query, int nearest, int label, boolean guessing) {
        String flower =
                String.format(Locale.ROOT, "The seventh flower has a petal of %.1f by %.1f cm. ", query[0], query[1]);
        if (guessing) {
            return flower + "Would you call it v or g?";
        }
        return flower
                + String.format(
                        Locale.ROOT,
                        "The nearest is row %d, %.1f by %.1f cm, at a squared distance of %s: the prediction is %c.",
                        nearest,
                        ROWS[nearest][0],
                        ROWS[nearest][1],
                        squared(nearest, query),
                        (char) label);
    }

    private static String squared(int row, double[] query) {
        double length = ROWS[row][0] - query[0];
        double width = ROWS[row][1] - query[1];
        return String.format(Locale.ROOT, "%.2f", length * length + width * width);
    }

    private static String style(int label) {
        return label == 'v' ? "s2" : "s3";
    }
}
