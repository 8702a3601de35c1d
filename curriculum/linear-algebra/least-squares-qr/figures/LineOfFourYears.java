package gradus.figures.least_squares_qr;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Qr;
import gradus.ml.linalg.Vector;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;

/// Four points that can be dragged, their least-squares line, and the misses.
public final class LineOfFourYears implements Figure {

    private static final double RIGHT = 16;
    private static final double TOP = 36;
    private static final double BOTTOM = -6;
    private static final double[][] YEARS = {{0, 0}, {6, 12}, {8, 16}, {14, 29}};

    @Override
    public List<Control> controls() {
        return List.of(handle(0), handle(1), handle(2), handle(3));
    }

    private static Control handle(int i) {
        return new Control.Handle("p" + i, "point " + (i + 1), YEARS[i][0], YEARS[i][1], 1);
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        double[] t = new double[4];
        double[] b = new double[4];
        for (int i = 0; i < 4; i++) {
            double[] point = controlValues.point("p" + i);
            t[i] = Math.rint(Math.clamp(point[0], 0, RIGHT));
            b[i] = Math.rint(Math.clamp(point[1], 0, TOP));
        }
        Plot plot = Plot.of(-1, RIGHT + 1, BOTTOM, TOP + 2)
                .size(560, 420)
                .axes("years since 2000", "ppm more than in 2000");
        String said;
        try {
            Matrix a = Matrix.from(4, 2, (r, c) -> c == 0 ? 1 : t[r]);
            Vector x = Qr.of(a).leastSquares(Vector.of(b));
            Vector residual = Vector.of(b).minus(a.times(x));
            clipped(plot, x);
            double squares = 0;
            double total = 0;
            int hits = 0;
            for (int i = 0; i < 4; i++) {
                double miss = residual.get(i);
                plot.segment(t[i], b[i], t[i], b[i] - miss, "s2");
                squares += miss * miss;
                total += miss;
                hits += Math.abs(miss) < 1e-9 ? 1 : 0;
            }
            said = "slope " + number(x.get(1)) + " ppm a year; sum of squared misses " + number(squares)
                    + "; sum of misses " + number(total) + "; on the line: " + hits + " of 4";
        } catch (IllegalArgumentException _) {
            said = "all four in one year: no unique line, and the columns are dependent";
        }
        for (int i = 0; i < 4; i++) {
            plot.handle("p" + i, "point " + (i + 1), t[i], b[i], "s1");
        }
        String[] parts = said.split("; ");
        for (int i = 0; i < parts.length; i++) {
            plot.text(-1, TOP + 2, 12, 20 + 19 * i, "start", parts[i], "ink");
        }
        return plot.picture("Four points and their least-squares line: " + said + ".");
    }

    /// Draws the line where it's inside the picture.
    private static void clipped(Plot plot, Vector x) {
        double[] at = new double[181];
        double[] heights = new double[181];
        for (int i = 0; i <= 180; i++) {
            at[i] = -1 + i * (RIGHT + 2) / 180;
            double y = x.get(0) + x.get(1) * at[i];
            heights[i] = y >= BOTTOM && y <= TOP + 2 ? y : Double.NaN;
        }
        plot.line(at, heights, "s3");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", Math.abs(value) < 0.005 ? 0.0 : value)
                .replace("-", "−");
    }
}
