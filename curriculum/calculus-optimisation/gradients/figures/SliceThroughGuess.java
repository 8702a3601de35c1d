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
import java.util.function.ToDoubleFunction;

/// The loss of the fare along a line through a point, with the tangent there.
public final class SliceThroughGuess implements Figure {

    private static final double REACH = 1.5;
    private static final double LOWEST = -4;
    private static final double HIGHEST = 26;
    private static final int POINTS = 121;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("angle", "direction of the slice, in degrees", 0, 360, 5, 0),
                new Control.Slider("km", "€ per km", 0, 2.5, 0.25, 2),
                new Control.Slider("base", "base fare, in €", 0, 2.5, 0.25, 1));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        double angle = Math.toRadians(controlValues.number("angle"));
        Vector x = Vector.of(controlValues.number("km"), controlValues.number("base"));
        Vector unit = Vector.of(Math.cos(angle), Math.sin(angle));
        ToDoubleFunction<Vector> loss = SliceThroughGuess::fareLoss;
        double slope = Gradient.directionalDerivative(loss, x, unit);
        double here = loss.applyAsDouble(x);
        Plot plot = Plot.of(-REACH, REACH, LOWEST, HIGHEST)
                .size(560, 380)
                .axes(
                        "distance from (" + number(x.get(0)) + ", " + number(x.get(1)) + ") along the slice",
                        "loss, in €²");
        double[] ts = new double[POINTS];
        double[] heights = new double[POINTS];
        double[] tangent = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            ts[i] = -REACH + 2 * REACH * i / (POINTS - 1);
            heights[i] = inside(loss.applyAsDouble(x.plus(unit.times(ts[i]))));
            tangent[i] = inside(here + slope * ts[i]);
        }
        plot.line(ts, tangent, "s2").line(ts, heights, "s1").dot(0, here, 5, "s1");
        String said = "along (" + number(unit.get(0)) + ", " + number(unit.get(1)) + "): slope " + number(slope);
        plot.text(-REACH, HIGHEST, 12, 22, "start", said, "ink");
        return plot.picture("The loss of the fare " + said + ". The loss at the point is " + number(here) + ".");
    }

    private static double inside(double y) {
        return y >= LOWEST && y <= HIGHEST ? y : Double.NaN;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value + 0.0)
                .replaceAll("^-0\\.00$", "0")
                .replaceAll("(\\.\\d*?)0+$", "$1")
                .replaceAll("\\.$", "")
                .replace("-", "−");
    }

    private static double fareLoss(Vector x) {
        double first = x.get(0) + x.get(1) - 2;
        double second = 3 * x.get(0) + x.get(1) - 4;
        return (first * first + second * second) / 2;
    }
}
