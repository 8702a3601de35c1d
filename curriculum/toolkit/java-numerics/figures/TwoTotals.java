package gradus.figures.java_numerics;

import gradus.ml.numbers.Numerics;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Compensated summation step by step: the running sum, and the total of what was rounded away.
public final class TwoTotals implements Figure {

    private static final List<double[]> NUMBERS = List.of(
            new double[] {1e16, 1, -1e16}, new double[] {1, 1e16, -1e16}, new double[] {1e16, 3, -1e16}, new double[] {
                0.1, 0.2, -0.3
            });
    private static final List<String> ORDERS =
            NUMBERS.stream().map(TwoTotals::list).toList();
    private static final String SMALLER = "of the smaller of the two";
    private static final String ADDED = "always of the number added";
    private static final double[] COLUMNS = {0.15, 1.2, 2.6};

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Select("numbers", "Numbers", ORDERS, ORDERS.getFirst()),
                new Control.Select("rule", "Lost digits", List.of(SMALLER, ADDED), SMALLER));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        double[] x = NUMBERS.get(ORDERS.indexOf(controlValues.selected("numbers")));
        boolean compare = controlValues.selected("rule").equals(SMALLER);
        Plot plot = Plot.of(0, 4, 0, 6).size(560, 250);
        row(plot, 5.5, "muted", "number added", "running sum", "lost so far");
        double sum = 0;
        double lost = 0;
        for (int i = 0; i < x.length; i++) {
            double next = sum + x[i];
            double error = compare && Math.abs(sum) < Math.abs(x[i]) ? (x[i] - next) + sum : (sum - next) + x[i];
            lost += error;
            sum = next;
            double y = 4.5 - i;
            plot.rectangle(0, y - 0.35, 4, y + 0.6, "soft");
            row(plot, y, "ink", show(x[i]), show(sum), show(lost));
            if (error != 0) {
                plot.dot(COLUMNS[2] - 0.12, y + 0.12, 5, "s2");
            }
        }
        plot.segment(0, 1.85, 4, 1.85, "grid");
        row(plot, 1.2, "ink", "at the end", show(sum) + " + " + show(lost), "= " + show(sum + lost));
        row(plot, 0.3, "muted", "plain loop", show(sum), "Numerics.sum: " + show(Numerics.sum(x)));
        return plot.picture("Adding " + list(x) + ": the running sum ends at " + show(sum) + ", " + show(lost)
                + " was lost on the way, and together they make " + show(sum + lost) + ". Numerics.sum gives "
                + show(Numerics.sum(x)) + ".");
    }

    private static void row(Plot plot, double y, String style, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            plot.text(COLUMNS[i], y, 0, 0, "start", cells[i], style);
        }
    }

    private static String list(double[] x) {
        return Arrays.stream(x).mapToObj(TwoTotals::show).collect(Collectors.joining(", "));
    }

    private static String show(double value) {
        double size = Math.abs(value);
        String text = size >= 1e15 || (size > 0 && size < 1e-4)
                ? (size == 1e16 ? "1e16" : String.format(Locale.ROOT, size >= 1e15 ? "%.16g" : "%.2g", size))
                : size == Math.rint(size) ? String.format(Locale.ROOT, "%.0f", size) : Double.toString(size);
        return (value < 0 ? "−" : "") + text;
    }
}
