package gradus.figures.m04_perceptron_xor;

import gradus.ml.classic.Perceptron;
import gradus.ml.linalg.Matrix;
import gradus.ml.numbers.Rng;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.Arrays;
import java.util.List;

/// The weights that the learner's perceptron has after some of 50 punched cards, each shown once.
public final class CardWeights implements Figure {

    private static final int ACROSS = 20;
    private static final int DOWN = 12;
    private static final int SQUARE = 4;
    private static final int CARDS = 50;

    @Override
    public List<Control> controls() {
        return List.of(new Control.Slider("cards", "cards shown", 2, CARDS, 1, 10));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        int shown = (int) Math.round(controlValues.number("cards"));
        var rng = Rng.of(1958);
        double[][] cards = new double[CARDS][ACROSS * DOWN];
        int[] sides = new int[CARDS];
        for (int i = 0; i < CARDS; i++) {
            sides[i] = i % 2 == 0 ? rng.nextInt(2) : 1 - sides[i - 1];
            punch(cards[i], sides[i], rng);
        }
        var model = new Perceptron(1).fit(Matrix.of(Arrays.copyOf(cards, shown)), Arrays.copyOf(sides, shown));
        double[] weights = model.coefficients().toArray();
        double largest = Arrays.stream(weights).map(Math::abs).max().orElseThrow();

        var plot = Plot.of(0, ACROSS, 0, DOWN).size(480, 300);
        plot.segment(ACROSS / 2.0, 0, ACROSS / 2.0, DOWN, "grid");
        for (int i = 0; i < weights.length; i++) {
            double half = largest == 0 ? 0 : 0.45 * Math.sqrt(Math.abs(weights[i]) / largest);
            double x = i % ACROSS + 0.5;
            double y = DOWN - i / ACROSS - 0.5;
            if (half > 0) {
                plot.rectangle(x - half, y - half, x + half, y + half, weights[i] > 0 ? "s1" : "s2");
            }
        }
        return plot.picture("After " + shown + " cards and " + model.mistakes() + " mistakes: the "
                + model.coefficients().size() + " weights as squares on the card. Those of the first colour speak for"
                + " the right, those of the second for the left.");
    }

    private static void punch(double[] card, int side, Rng rng) {
        int left = side * ACROSS / 2 + rng.nextInt(ACROSS / 2 - SQUARE + 1);
        int top = rng.nextInt(DOWN - SQUARE + 1);
        for (int r = top; r < top + SQUARE; r++) {
            Arrays.fill(card, r * ACROSS + left, r * ACROSS + left + SQUARE, 1);
        }
    }
}
