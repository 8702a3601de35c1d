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

/// Contour lines, a point that can be dragged with its gradient as an arrow, and the slope in another direction.
public final class GradientOnMap implements Figure {

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Handle("point", "the point", 2, 1, 0.05),
                new Control.Select("land", "function", Landscape.NAMES, Landscape.FARE),
                new Control.Slider("angle", "second arrow, in degrees", 0, 360, 2, 180));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        String land = controlValues.selected("land");
        ToDoubleFunction<Vector> f = Landscape.named(land);
        double[] point = controlValues.point("point");
        Vector x = Vector.of(rounded(point[0]), rounded(point[1]));
        double angle = Math.toRadians(controlValues.number("angle"));
        Vector unit = Vector.of(Math.cos(angle), Math.sin(angle));
        boolean fare = land.equals(Landscape.FARE);
        Plot plot = Plot.of(Landscape.LEAST, Landscape.MOST, Landscape.LEAST, Landscape.MOST + 0.5)
                .size(560, 600)
                .axes(fare ? "€ per km" : "x₀", fare ? "base fare, in €" : "x₁");
        Landscape.contours(plot, f);
        if (fare) {
            plot.dot(1, 1, 4, "ink").text(1, 1, 8, -8, "start", "minimum", "ink");
        }
        Vector gradient = Gradient.numerical(f, x);
        double norm = gradient.norm();
        double slope = Gradient.directionalDerivative(f, x, unit);
        Vector tip = x.plus(unit.times(0.8));
        plot.arrow(x.get(0), x.get(1), tip.get(0), tip.get(1), "s3");
        // A long gradient is drawn shorter, so that it stays on the map.
        double drawn = norm / (1 + norm / 1.2);
        if (norm > 1e-6) {
            Vector end = x.plus(gradient.times(drawn / norm));
            plot.arrow(x.get(0), x.get(1), end.get(0), end.get(1), "s2");
        }
        plot.handle("point", "the point", x.get(0), x.get(1), "s1");
        String[] said = {
            "gradient at (" + number(x.get(0)) + ", " + number(x.get(1)) + "): (" + number(gradient.get(0)) + ", "
                    + number(gradient.get(1)) + ")",
            "steepest slope " + number(norm) + "; along the second arrow " + number(slope)
        };
        plot.text(Landscape.LEAST, Landscape.MOST + 0.5, 10, 20, "start", said[0], "ink");
        plot.text(Landscape.LEAST, Landscape.MOST + 0.5, 10, 42, "start", said[1], "ink");
        return plot.picture("Contour lines of " + land + ". The " + said[0] + "; " + said[1]
                + ". The arrow of the gradient crosses the contour line at a right angle.");
    }

    private static double rounded(double value) {
        return Math.rint(20 * Math.clamp(value, Landscape.LEAST, Landscape.MOST)) / 20;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value)
                .replaceAll("^-0\\.00$", "0.00")
                .replaceAll("(\\.\\d*?)0+$", "$1")
                .replaceAll("\\.$", "")
                .replace("-", "−");
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
