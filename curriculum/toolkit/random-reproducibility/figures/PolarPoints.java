package gradus.figures.random_reproducibility;

import gradus.ml.numbers.Rng;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;

/// Points in a square, some of them in the circle, and the numbers that come of them against the bell curve.
public final class PolarPoints implements Figure {

    private static final int NUMBERS = 40_000;
    private static final int BARS = 32;
    private static final double REACH = 4;
    private static final String YOURS = "rng.gaussian()";
    private static final String CORNERS = "the corners kept";
    private static final String TWELVE = "twelve uniform numbers";

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("points", "points", 20, 600, 20, 200),
                new Control.Select("method", "numbers by", List.of(YOURS, CORNERS, TWELVE), YOURS),
                new Control.Slider("seed", "seed", 1, 20, 1, 1));
    }

    @Override
    public Picture draw(ControlValues values) {
        int points = (int) values.number("points");
        String method = values.selected("method");
        long seed = (long) values.number("seed");
        Plot square = Plot.of(-1, 1, -1, 1).size(322, 300);
        var rng = Rng.of(seed);
        int inside = 0;
        for (int i = 0; i < points; i++) {
            double x = 2 * rng.nextDouble() - 1;
            double y = 2 * rng.nextDouble() - 1;
            boolean in = x * x + y * y < 1;
            square.dot(x, y, 2.6, in ? "s1" : "s2");
            inside += in ? 1 : 0;
        }
        circle(square);
        square.text(0, -1, 0, 24, "middle", inside + " of " + points + " inside", "muted");
        double[] z = numbers(method, Rng.of(seed));
        Plot bell = Plot.of(-REACH, REACH, -4.5, 0.5).size(360, 300).axes("number", "density, power of 10");
        double width = 2 * REACH / BARS;
        int beyond = 0;
        for (double number : z) {
            beyond += Math.abs(number) > 3 ? 1 : 0;
        }
        for (int bar = 0; bar < BARS; bar++) {
            double from = -REACH + bar * width;
            int count = 0;
            for (double number : z) {
                count += number >= from && number < from + width ? 1 : 0;
            }
            if (count > 0) {
                double height = Math.log10(count / (NUMBERS * width));
                bell.rectangle(from + 0.02, -4.5, from + width - 0.02, Math.max(-4.5, height), "r1");
            }
        }
        curve(bell);
        bell.text(0, -4.5, 0, -12, "middle", beyond + " beyond ±3", "ink");
        return Plot.sideBySide(
                inside + " of " + points + " points are inside the circle. Of " + NUMBERS + " numbers by " + method
                        + ", " + beyond + " are beyond ±3; for normal numbers that's 108 on average.",
                square,
                bell);
    }

    private static double[] numbers(String method, Rng rng) {
        double[] z = new double[NUMBERS];
        for (int i = 0; i < NUMBERS; i++) {
            z[i] = switch (method) {
                case CORNERS -> withCorners(rng);
                case TWELVE -> twelve(rng);
                default -> rng.gaussian();
            };
        }
        return z;
    }

    private static double withCorners(Rng rng) {
        double x = 2 * rng.nextDouble() - 1;
        double y = 2 * rng.nextDouble() - 1;
        double square = Math.max(1e-300, x * x + y * y);
        return x * Math.sqrt(Math.abs(2 * Math.log(square)) / square);
    }

    private static double twelve(Rng rng) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += rng.nextDouble();
        }
        return sum;
    }

    private static void circle(Plot plot) {
        double[] xs = new double[73];
        double[] ys = new double[73];
        for (int i = 0; i < 73; i++) {
            xs[i] = Math.cos(i * Math.PI / 36);
            ys[i] = Math.sin(i * Math.PI / 36);
        }
        plot.line(xs, ys, "ink");
    }

    private static void curve(Plot plot) {
        double[] xs = new double[81];
        double[] ys = new double[81];
        for (int i = 0; i < 81; i++) {
            xs[i] = -REACH + i * REACH / 40;
            ys[i] = Math.log10(Math.exp(-xs[i] * xs[i] / 2) / Math.sqrt(2 * Math.PI));
        }
        plot.line(xs, ys, "s2");
    }
}
