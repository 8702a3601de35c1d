package gradus.figures.m04_perceptron_xor;

import gradus.ml.classic.Perceptron;
import gradus.ml.linalg.Matrix;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;

/// The four cases of XOR as points to drag, and what the learner's perceptron says of every point of the plane: one
/// perceptron, or three in two layers.
public final class BendTheLine implements Figure {

    private static final List<String> NAMES = List.of("p00", "p01", "p10", "p11");
    private static final int[] EXCLUSIVE = {0, 1, 1, 0};
    private static final int[] OR = {0, 1, 1, 1};
    private static final int[] NAND = {1, 1, 1, 0};
    private static final int[] AND = {0, 0, 0, 1};
    private static final double LOW = -0.5;
    private static final double HIGH = 1.5;
    private static final int CELLS = 60;
    private static final int EPOCHS = 500;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Handle("p00", "the case (0, 0)", 0, 0, 0.1),
                new Control.Handle("p01", "the case (0, 1)", 0, 1, 0.1),
                new Control.Handle("p10", "the case (1, 0)", 1, 0, 0.1),
                new Control.Handle("p11", "the case (1, 1)", 1, 1, 0.1),
                new Control.Select("machine", "machine", List.of("one perceptron", "two layers"), "one perceptron"));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        double[][] points = NAMES.stream()
                .map(controlValues::point)
                .map(point -> new double[] {Math.clamp(point[0], LOW, HIGH), Math.clamp(point[1], LOW, HIGH)})
                .toArray(double[][]::new);
        Matrix cases = Matrix.of(points);
        double side = (HIGH - LOW) / CELLS;
        Matrix grid = Matrix.from(
                CELLS * CELLS, 2, (row, column) -> LOW + side * ((column == 0 ? row % CELLS : row / CELLS) + 0.5));
        var perceptron = new Perceptron(EPOCHS);
        boolean deep = controlValues.selected("machine").equals("two layers");
        Perceptron.Model one = perceptron.fit(cases, EXCLUSIVE);
        int[] answers = deep ? twoLayers(perceptron, cases, grid) : one.predict(grid);
        int[] said = deep ? twoLayers(perceptron, cases, cases) : one.predict(cases);

        var plot = Plot.of(LOW, HIGH, LOW, HIGH).size(440, 440);
        for (int row = 0; row < answers.length; row++) {
            double x = LOW + side * (row % CELLS);
            double y = LOW + side * (row / CELLS);
            plot.rectangle(x, y, x + side, y + side, answers[row] == 1 ? "r1" : "r2");
        }
        plot.axes("first input", "second input");
        int right = 0;
        for (int i = 0; i < NAMES.size(); i++) {
            right += said[i] == EXCLUSIVE[i] ? 1 : 0;
            plot.handle(
                    NAMES.get(i),
                    "the case " + NAMES.get(i).substring(1),
                    points[i][0],
                    points[i][1],
                    EXCLUSIVE[i] == 1 ? "s1" : "s2");
        }
        return plot.picture(caption(deep, right, one));
    }

    private static String caption(boolean deep, int right, Perceptron.Model one) {
        if (deep) {
            return "Two layers: " + right + " of 4 cases are right. The plane between two lines belongs to one class.";
        }
        return "One perceptron: " + right + " of 4 cases are right, after " + one.mistakes() + " mistakes in "
                + one.epochs() + " epochs. "
                + (one.converged()
                        ? "It has come to rest."
                        : one.coefficients().norm() == 0
                                ? "It hasn't come to rest: its weights are back at 0, where they began."
                                : "It hasn't come to rest: no line separates these points.");
    }

    private static int[] twoLayers(Perceptron perceptron, Matrix cases, Matrix x) {
        int[] or = perceptron.fit(cases, OR).predict(x);
        int[] nand = perceptron.fit(cases, NAND).predict(x);
        Matrix corners = Matrix.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
        return perceptron
                .fit(corners, AND)
                .predict(Matrix.from(x.rows(), 2, (row, column) -> column == 0 ? or[row] : nand[row]));
    }
}
