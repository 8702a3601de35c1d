package gradus.figures.eigen;

import gradus.ml.linalg.PageRank;
import gradus.ml.linalg.Vector;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;

/// Four airports with their routes of 2008, and how often a traveller who takes random flights is there.
public final class LostTraveller implements Figure {

    private static final List<String> NAMES = List.of("Atlanta", "Salt Lake City", "Fresno", "Ogden");
    private static final double[][] PLACES = {{3, -0.6}, {0.3, 0}, {-3, -0.6}, {-0.6, 2.2}};

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("damping", "damping factor", 0, 0.99, 0.01, 0.85),
                new Control.Select(
                        "ogden",
                        "from Ogden",
                        List.of("no flight", "to Salt Lake City", "to Atlanta", "to Ogden itself"),
                        "no flight"));
    }

    @Override
    public Picture draw(ControlValues values) {
        int[] fromOgden = switch (values.selected("ogden")) {
            case "to Salt Lake City" -> new int[] {1};
            case "to Atlanta" -> new int[] {0};
            case "to Ogden itself" -> new int[] {3};
            default -> new int[0];
        };
        int[][] links = {{1}, {0, 2, 3}, {1, 3}, fromOgden};
        Vector ranks = new PageRank(values.number("damping"), 1e-9).rank(links);

        Plot plot = Plot.of(-4.5, 4.5, -2, 3.2).size(560, 340);
        for (int from = 0; from < links.length; from++) {
            for (int to : links[from]) {
                if (from == to) {
                    plot.text(PLACES[from][0], PLACES[from][1], 56, 4, "start", "a round trip", "muted");
                } else {
                    route(plot, PLACES[from], PLACES[to]);
                }
            }
        }
        var said = new StringBuilder("Share of days:");
        for (int i = 0; i < links.length; i++) {
            double[] place = PLACES[i];
            String percent = String.format(Locale.ROOT, "%.1f %%", 100 * ranks.get(i));
            double radius = 50 * Math.sqrt(ranks.get(i));
            plot.dot(place[0], place[1], radius, i == 3 ? "s2" : "s1");
            // Ogden's name is above its disc, the others are below, where no routes are.
            double away = i == 3 ? -radius - 8 : radius + 20;
            plot.text(place[0], place[1], 0, away, "middle", NAMES.get(i) + ", " + percent, "ink");
            said.append(i == 0 ? " " : ", ").append(NAMES.get(i)).append(' ').append(percent);
        }
        return plot.picture(said.append('.').toString());
    }

    /// An arrow from near the one place to near the other, a little to the right of the straight line.
    private static void route(Plot plot, double[] from, double[] to) {
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double length = Math.hypot(dx, dy);
        double sideX = 0.12 * dy / length;
        double sideY = -0.12 * dx / length;
        plot.arrow(
                from[0] + 0.25 * dx + sideX,
                from[1] + 0.25 * dy + sideY,
                from[0] + 0.75 * dx + sideX,
                from[1] + 0.75 * dy + sideY,
                "muted");
    }
}
