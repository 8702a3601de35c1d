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

/// The directional derivative of the fare's loss at (2, 1) in every direction.
public final class SlopeByDirection implements Figure {

    private static final Vector GUESS = Vector.of(2, 1);
    private static final double MOST = 26;
    private static final int POINTS = 145;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("angle", "direction u, in degrees", 0, 360, 1, 0),
                new Control.Select("length", "length of the direction", List.of("u", "2u", "u / 2"), "u"));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        double angle = controlValues.number("angle");
        String name = controlValues.selected("length");
        double length = switch (name) {
            case "2u" -> 2;
            case "u / 2" -> 0.5;
            default -> 1;
        };
        Plot plot = Plot.of(0, 360, -MOST, MOST)
                .size(560, 380)
                .axes("direction, in degrees", "directional derivative of the loss");
        Vector gradient = Gradient.numerical(SlopeByDirection::fareLoss, GUESS);
        double up = Math.toDegrees(Math.atan2(gradient.get(1), gradient.get(0)));
        plot.segment(0, 0, 360, 0, "muted");
        plot.segment(up, -MOST, up, MOST, "muted").text(up, -MOST, 6, -10, "start", "the gradient", "muted");
        plot.segment(up + 180, -MOST, up + 180, MOST, "muted")
                .text(up + 180, MOST, 6, 40, "start", "against it", "muted");
        double[] angles = new double[POINTS];
        double[] slopes = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            angles[i] = 360.0 * i / (POINTS - 1);
            slopes[i] = slope(angles[i], length);
        }
        double here = slope(angle, length);
        plot.line(angles, slopes, "s1").dot(angle, here, 6, "s2");
        String said = String.format(
                        Locale.ROOT,
                        "%s = (%.2f, %.2f): slope %.2f",
                        name,
                        length * Math.cos(Math.toRadians(angle)) + 0.0,
                        length * Math.sin(Math.toRadians(angle)) + 0.0,
                        here + 0.0)
                .replace("-0.00", "0.00")
                .replace("-", "−");
        plot.text(0, MOST, 60, 22, "start", said, "ink");
        return plot.picture("Directional derivatives at (2, 1) by direction. At " + Math.round(angle) + "°, " + said
                + ". They are largest at " + Math.round(up) + "°, the direction of the gradient.");
    }

    private static double slope(double degrees, double length) {
        double radians = Math.toRadians(degrees);
        Vector direction = Vector.of(length * Math.cos(radians), length * Math.sin(radians));
        return Gradient.directionalDerivative(SlopeByDirection::fareLoss, GUESS, direction);
    }

    private static double fareLoss(Vector x) {
        double first = x.get(0) + x.get(1) - 2;
        double second = 3 * x.get(0) + x.get(1) - 4;
        return (first * first + second * second) / 2;
    }
}
