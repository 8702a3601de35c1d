package gradus.figures.gradients;

import gradus.ml.calculus.Gradient;
import gradus.ml.linalg.Vector;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;

/// A walk round a contour line of the fare's loss, with the way downhill and the way to the minimum.
public final class RoundTheContour implements Figure {

    private static final double LOSS = 5;
    private static final int POINTS = 181;

    /// Where on the contour line the guess (2, 1) lies: its errors are 1 and 3.
    private static final double GUESS = Math.atan2(3, 1);

    @Override
    public List<Control> controls() {
        return List.of(new Control.Slider("walk", "walk round the outer contour line, in degrees", 0, 360, 5, 0));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        double angle = GUESS + Math.toRadians(controlValues.number("walk"));
        Plot plot = Plot.of(-5, 7, -4.5, 6.5).size(600, 544).axes("€ per km", "base fare, in €");
        for (double loss : new double[] {0.5, 2, LOSS}) {
            double[] xs = new double[POINTS];
            double[] ys = new double[POINTS];
            for (int i = 0; i < POINTS; i++) {
                Vector at = onContour(loss, 2 * Math.PI * i / (POINTS - 1));
                xs[i] = at.get(0);
                ys[i] = at.get(1);
            }
            plot.line(xs, ys, "muted");
        }
        Vector x = onContour(LOSS, angle);
        Vector gradient = Gradient.numerical(RoundTheContour::loss, x);
        Vector toMinimum = Vector.of(1, 1).minus(x);
        Vector tip = x.minus(gradient.times(1.8 / gradient.norm()));
        double cosine = -gradient.dot(toMinimum) / (gradient.norm() * toMinimum.norm());
        plot.segment(x.get(0), x.get(1), 1, 1, "s1");
        plot.arrow(x.get(0), x.get(1), tip.get(0), tip.get(1), "s2");
        plot.dot(x.get(0), x.get(1), 5, "s1");
        plot.dot(1, 1, 4, "ink");
        plot.segment(-1.5, 0.2, 0.85, 0.95, "grid").text(-1.5, 0.2, -4, 6, "end", "minimum", "ink");
        String[] said = {
            String.format(Locale.ROOT, "loss %.2f at (%.2f, %.2f)", loss(x), x.get(0) + 0.0, x.get(1) + 0.0)
                    .replace("-", "−"),
            String.format(
                    Locale.ROOT,
                    "downhill: %.0f° off the minimum",
                    Math.toDegrees(Math.acos(Math.clamp(cosine, -1, 1))))
        };
        plot.text(7, 6.5, -8, 24, "end", said[0], "ink");
        plot.text(7, 6.5, -8, 46, "end", said[1], "ink");
        return plot.picture("Contour lines of the fare's loss at 0.5, 2 and 5. On the outer one, " + said[0] + "; "
                + said[1] + ".");
    }

    /// The fare whose errors for both rides are √(2 · loss) times the cosine and the sine of an angle.
    private static Vector onContour(double loss, double angle) {
        double first = Math.sqrt(2 * loss) * Math.cos(angle);
        double second = Math.sqrt(2 * loss) * Math.sin(angle);
        double perKm = 1 + (second - first) / 2;
        return Vector.of(perKm, first + 2 - perKm);
    }

    private static double loss(Vector x) {
        double first = x.get(0) + x.get(1) - 2;
        double second = 3 * x.get(0) + x.get(1) - 4;
        return (first * first + second * second) / 2;
    }
}
