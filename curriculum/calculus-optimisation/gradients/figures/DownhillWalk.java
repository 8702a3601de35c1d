package gradus.figures.gradients;

import gradus.ml.calculus.Gradient;
import gradus.ml.linalg.Vector;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// A walk against the gradient, from a start that can be dragged.
public final class DownhillWalk implements Figure {

    private static final double OUTSIDE = 0.4;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Handle("start", "where the walk starts", 2, 1, 0.05),
                new Control.Select("land", "function", Landscape.NAMES, Landscape.FARE),
                new Control.Slider("steps", "number of steps", 0, 200, 5, 40),
                new Control.Slider("size", "step: a hundredth of the gradient, times", 1, 20, 1, 3));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        String land = controlValues.selected("land");
        ToDoubleFunction<Vector> f = Landscape.named(land);
        double[] start = controlValues.point("start");
        int steps = (int) Math.rint(controlValues.number("steps"));
        double size = controlValues.number("size") / 100;
        Vector x = Vector.of(
                Math.rint(20 * Math.clamp(start[0], Landscape.LEAST, Landscape.MOST)) / 20,
                Math.rint(20 * Math.clamp(start[1], Landscape.LEAST, Landscape.MOST)) / 20);
        Plot plot = Plot.of(Landscape.LEAST, Landscape.MOST, Landscape.LEAST, Landscape.MOST + 0.5)
                .size(560, 600)
                .axes("x₀", "x₁");
        Landscape.contours(plot, f);
        double[] xs = new double[steps + 1];
        double[] ys = new double[steps + 1];
        xs[0] = x.get(0);
        ys[0] = x.get(1);
        Vector at = x;
        boolean left = false;
        for (int i = 1; i <= steps; i++) {
            if (!left) {
                at = at.minus(Gradient.numerical(f, at).times(size));
                left = outside(at.get(0)) || outside(at.get(1));
            }
            xs[i] = left ? Double.NaN : at.get(0);
            ys[i] = left ? Double.NaN : at.get(1);
        }
        plot.line(xs, ys, "s2");
        for (int i = 1; i <= steps; i++) {
            if (Double.isFinite(xs[i])) {
                plot.dot(xs[i], ys[i], 2.5, "s2");
            }
        }
        plot.handle("start", "where the walk starts", x.get(0), x.get(1), "s1");
        String said = left
                ? "the walk has left the map"
                : String.format(
                                Locale.ROOT,
                                "after %d steps: (%.3f, %.3f), value %.4f",
                                steps,
                                at.get(0),
                                at.get(1),
                                f.applyAsDouble(at))
                        .replace("-", "−");
        plot.text(Landscape.LEAST, Landscape.MOST + 0.5, 10, 20, "start", said, "ink");
        return plot.picture("A walk against the gradient on the map of " + land + ": " + said + ".");
    }

    private static boolean outside(double value) {
        return !(value >= Landscape.LEAST - OUTSIDE && value <= Landscape.MOST + OUTSIDE);
    }

    /// The functions of the maps, from −1 to 3 in both directions, and their contour lines.
    private static final class Landscape {

        static final double LEAST = -1;
        static final double MOST = 3;
        static final String FARE = "the fare";
        static final List<String> NAMES = List.of(FARE, "a pass", "a peak", "hills", "a ridge with a kink");

        private static final int CELLS = 64;
        private static final int LEVELS = 11;

        static ToDoubleFunction<Vector> named(String name) {
            return switch (name) {
                case "a pass" -> x -> square(x.get(0) - 1) - square(x.get(1) - 1);
                case "a peak" -> x -> 3 - square(x.get(0) - 1) - square(x.get(1) - 1) / 2;
                case "hills" -> x -> Math.sin(2 * x.get(0)) * Math.cos(2 * x.get(1)) + x.get(0) / 4;
                case "a ridge with a kink" -> x -> Math.abs(x.get(0) - 1) + square(x.get(1) - 1) / 2;
                default -> Landscape::fareLoss;
            };
        }

        static double fareLoss(Vector x) {
            double first = x.get(0) + x.get(1) - 2;
            double second = 3 * x.get(0) + x.get(1) - 4;
            return (first * first + second * second) / 2;
        }

        private static double square(double x) {
            return x * x;
        }

        /// Draws contour lines through one in twelve of the values each, so that steep places don't get them all.
        static void contours(Plot plot, ToDoubleFunction<Vector> f) {
            double[][] values = new double[CELLS + 1][CELLS + 1];
            double[] all = new double[(CELLS + 1) * (CELLS + 1)];
            for (int i = 0; i <= CELLS; i++) {
                for (int j = 0; j <= CELLS; j++) {
                    values[i][j] = f.applyAsDouble(Vector.of(at(i), at(j)));
                    all[i * (CELLS + 1) + j] = values[i][j];
                }
            }
            Arrays.sort(all);
            for (int level = 1; level <= LEVELS; level++) {
                contour(plot, values, all[all.length * level / (LEVELS + 1)]);
            }
        }

        private static double at(double cell) {
            return LEAST + (MOST - LEAST) * cell / CELLS;
        }

        /// In each cell, a line between the points on its sides where the level is crossed.
        private static void contour(Plot plot, double[][] values, double level) {
            double[] xs = new double[6 * CELLS * CELLS];
            double[] ys = new double[6 * CELLS * CELLS];
            int count = 0;
            for (int i = 0; i < CELLS; i++) {
                for (int j = 0; j < CELLS; j++) {
                    double[][] corners = {
                        {i, j, values[i][j]},
                        {i + 1, j, values[i + 1][j]},
                        {i + 1, j + 1, values[i + 1][j + 1]},
                        {i, j + 1, values[i][j + 1]}
                    };
                    int found = 0;
                    for (int side = 0; side < 4; side++) {
                        double[] from = corners[side];
                        double[] to = corners[(side + 1) % 4];
                        if (from[2] < level != to[2] < level) {
                            double part = (level - from[2]) / (to[2] - from[2]);
                            xs[count] = at(from[0] + part * (to[0] - from[0]));
                            ys[count] = at(from[1] + part * (to[1] - from[1]));
                            count++;
                            found++;
                            if (found == 2) {
                                xs[count] = Double.NaN;
                                ys[count] = Double.NaN;
                                count++;
                            }
                        }
                    }
                    if (found > 0) {
                        xs[count] = Double.NaN;
                        ys[count] = Double.NaN;
                        count++;
                    }
                }
            }
            plot.line(Arrays.copyOf(xs, count), Arrays.copyOf(ys, count), "muted");
        }
    }
}
