package gradus.figures.linear_systems;

import gradus.ml.linalg.Lu;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;

/// Five airports with their flights a day, and the chance of each to reach Los Angeles before New York.
public final class FlightsToChances implements Figure {

    private static final double[] HONOLULU = {1.1, 1.2};
    private static final double[] LOS_ANGELES = {3.4, 3.4};
    private static final double[] DENVER = {5.6, 1.2};
    private static final double[] NEW_YORK = {8.6, 3.4};
    private static final double[] BOSTON = {10.4, 1.2};

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("honolulu", "flights from Honolulu to Los Angeles", 0, 6, 1, 2),
                new Control.Slider("west", "flights from Denver to Los Angeles", 0, 6, 1, 1),
                new Control.Slider("east", "flights from Denver to New York", 0, 6, 1, 1),
                new Control.Slider("boston", "flights from Denver to Boston", 0, 6, 1, 1));
    }

    @Override
    public Picture draw(ControlValues values) {
        int honolulu = (int) Math.rint(values.number("honolulu"));
        int west = (int) Math.rint(values.number("west"));
        int east = (int) Math.rint(values.number("east"));
        int boston = (int) Math.rint(values.number("boston"));
        Matrix a = Matrix.of(new double[] {0, -2, 3}, new double[] {honolulu + 2, -2, 0}, new double[] {
            -2, west + east + boston + 2, -boston
        });
        Plot plot = Plot.of(0, 11.5, 0, 5).size(572, 300);
        flights(plot, HONOLULU, LOS_ANGELES, honolulu);
        flights(plot, HONOLULU, DENVER, 2);
        flights(plot, DENVER, HONOLULU, 2);
        flights(plot, DENVER, LOS_ANGELES, west);
        flights(plot, DENVER, NEW_YORK, east);
        flights(plot, DENVER, BOSTON, boston);
        flights(plot, BOSTON, DENVER, 2);
        flights(plot, BOSTON, NEW_YORK, 1);
        airport(plot, LOS_ANGELES, -26, "Los Angeles: 1", "s1");
        airport(plot, NEW_YORK, -26, "New York: 0", "s2");
        Lu lu = Lu.of(a);
        if (lu.isSingular()) {
            airport(plot, HONOLULU, 36, "Honolulu: ?", "ink");
            airport(plot, DENVER, 36, "Denver: ?", "ink");
            airport(plot, BOSTON, 36, "Boston: ?", "ink");
            String said = "A singular matrix: from Honolulu and Denver you never get away.";
            plot.text(0, 5, 4, 8, "start", said, "ink");
            return plot.picture(said + " No chance is determined by these equations.");
        }
        Vector x = lu.solve(Vector.of(0, honolulu, west));
        airport(plot, HONOLULU, 36, "Honolulu: " + number(x.get(0)), "ink");
        airport(plot, DENVER, 36, "Denver: " + number(x.get(1)), "ink");
        airport(plot, BOSTON, 36, "Boston: " + number(x.get(2)), "ink");
        return plot.picture("The chances to reach Los Angeles before New York: Honolulu " + number(x.get(0))
                + ", Denver " + number(x.get(1)) + ", Boston " + number(x.get(2)) + ". Flights a day: Honolulu to"
                + " Los Angeles " + honolulu + ", Denver to Los Angeles " + west + ", to New York " + east
                + ", to Boston " + boston + ".");
    }

    private static void airport(Plot plot, double[] at, double dy, String text, String style) {
        plot.dot(at[0], at[1], 9, style).text(at[0], at[1], 0, dy, "middle", text, "ink");
    }

    /// An arrow beside the straight line, so that there is room for the one back.
    private static void flights(Plot plot, double[] from, double[] to, int count) {
        if (count == 0) {
            return;
        }
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double length = Math.hypot(dx, dy);
        double ux = dx / length;
        double uy = dy / length;
        double startX = from[0] + 0.38 * ux - 0.16 * uy;
        double startY = from[1] + 0.38 * uy + 0.16 * ux;
        double endX = to[0] - 0.38 * ux - 0.16 * uy;
        double endY = to[1] - 0.38 * uy + 0.16 * ux;
        plot.arrow(startX, startY, endX, endY, "muted");
        plot.text((startX + endX) / 2, (startY + endY) / 2, -12 * uy, -12 * ux + 5, "middle", "" + count, "ink");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value)
                .replaceAll("\\.?0+$", "")
                .replaceAll("^-0$", "0");
    }
}
