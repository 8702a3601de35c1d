package gradus.figures.first_model;

import gradus.ml.classic.NearestNeighbour;
import gradus.proctor.data.CsvTable;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/// Iris petals, the flower nearest to a point that you drag, and the decision regions of 1-nearest-neighbour.
///
/// The picture has two features. The lab has four, so the caption scores both, on the same flowers.
public final class NearestRegions implements Figure {

    private static final List<String> SPECIES = List.of("setosa", "versicolor", "virginica");
    private static final double X_MIN = 0.5;
    private static final double X_MAX = 7.5;
    private static final double Y_MIN = 0;
    private static final double Y_MAX = 2.8;
    private static final int ACROSS = 70;
    private static final int UP = 42;
    private static final int MOST = 105;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Handle("query", "the new flower", 5.2, 1.3, 0.1),
                new Control.Slider("kept", "flowers in the training set", 3, MOST, 1, MOST),
                new Control.Slider("wrong", "labels typed wrong, in percent", 0, 60, 10, 0));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        int kept = (int) Math.round(controlValues.number("kept"));
        double[] dragged = controlValues.point("query");
        double x = Math.clamp(dragged[0], X_MIN, X_MAX);
        double y = Math.clamp(dragged[1], Y_MIN, Y_MAX);

        var flowers = Flowers.read();
        double[][] rows = Arrays.copyOf(flowers.petals(), kept);
        int[] labels = typed(Arrays.copyOf(flowers.labels(), kept), controlValues.number("wrong") / 100);
        int nearest = NearestNeighbour.nearest(rows, new double[] {x, y});
        double[] winner = rows[nearest];

        var plot = Plot.of(X_MIN, X_MAX, Y_MIN, Y_MAX);
        regions(plot, rows, labels);
        plot.axes("petal length (cm)", "petal width (cm)");
        for (int i = 0; i < kept; i++) {
            plot.dot(rows[i][0], rows[i][1], 3.5, "s" + (labels[i] + 1));
        }
        legend(plot);
        plot.segment(x, y, winner[0], winner[1], "ink");
        plot.dot(winner[0], winner[1], 6, "s" + (labels[nearest] + 1));
        plot.handle("query", "the new flower", x, y, "s" + (labels[nearest] + 1));
        return plot.picture(String.format(
                Locale.ROOT,
                "The nearest of %d flowers has a petal of %.1f by %.1f cm and the label %s. Of 45 test flowers, the"
                        + " program names %d correctly by their petals; with the sepals as well, as in the lab, %d.",
                kept,
                winner[0],
                winner[1],
                SPECIES.get(labels[nearest]),
                flowers.right(flowers.petals(), labels),
                flowers.right(flowers.all(), labels)));
    }

    /// The labels, with a fraction of them wrong: the more, the same ones and others.
    private static int[] typed(int[] labels, double wrong) {
        var random = new Random(54);
        return Arrays.stream(labels)
                .map(label -> random.nextDouble() < wrong ? (label + 1) % SPECIES.size() : label)
                .toArray();
    }

    /// Colours each cell by the label predicted at its centre; neighbouring cells of one colour become one
    /// rectangle.
    private static void regions(Plot plot, double[][] rows, int[] labels) {
        double w = (X_MAX - X_MIN) / ACROSS;
        double h = (Y_MAX - Y_MIN) / UP;
        for (int r = 0; r < UP; r++) {
            double y = Y_MIN + r * h;
            int from = 0;
            int label = at(rows, labels, X_MIN + w / 2, y + h / 2);
            for (int c = 1; c <= ACROSS; c++) {
                int next = c == ACROSS ? -1 : at(rows, labels, X_MIN + (c + 0.5) * w, y + h / 2);
                if (next != label) {
                    plot.rectangle(X_MIN + from * w, y, X_MIN + c * w, y + h, "r" + (label + 1));
                    from = c;
                    label = next;
                }
            }
        }
    }

    /// In the corner that has no irises.
    private static void legend(Plot plot) {
        for (int s = 0; s < SPECIES.size(); s++) {
            double y = Y_MAX - 0.15 - 0.18 * s;
            plot.rectangle(0.65, y - 0.04, 0.8, y + 0.06, "s" + (s + 1));
            plot.text(0.8, y, 8, 3, "start", SPECIES.get(s), "ink");
        }
    }

    private static int at(double[][] rows, int[] labels, double x, double y) {
        return NearestNeighbour.predict(rows, labels, new double[] {x, y});
    }

    /// The irises in an order fixed by a seed: by the petals, and by all four features, in centimetres. The
    /// training set comes from the first 105; the others are the test set.
    private record Flowers(double[][] petals, double[][] all, int[] labels) {

        static Flowers read() {
            var iris = CsvTable.read("iris");
            double[][] petals = iris.numericColumns("petal_length_cm", "petal_width_cm");
            double[][] all =
                    iris.numericColumns("sepal_length_cm", "sepal_width_cm", "petal_length_cm", "petal_width_cm");
            List<String> names = iris.stringColumn("species");
            int[] order = IntStream.range(0, petals.length).toArray();
            var random = new Random(274);
            for (int i = order.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int kept = order[i];
                order[i] = order[j];
                order[j] = kept;
            }
            return new Flowers(
                    Arrays.stream(order).mapToObj(i -> petals[i]).toArray(double[][]::new),
                    Arrays.stream(order).mapToObj(i -> all[i]).toArray(double[][]::new),
                    Arrays.stream(order).map(i -> SPECIES.indexOf(names.get(i))).toArray());
        }

        /// How many flowers of the test set get the right label from as many rows as there are labels.
        long right(double[][] features, int[] typed) {
            double[][] rows = Arrays.copyOf(features, typed.length);
            return IntStream.range(MOST, features.length)
                    .filter(i -> NearestNeighbour.predict(rows, typed, features[i]) == labels[i])
                    .count();
        }
    }
}
