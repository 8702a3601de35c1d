package gradus.checks.m04_perceptron_xor;

import gradus.ml.classic.Perceptron;
import gradus.ml.linalg.Matrix;
import gradus.ml.numbers.Rng;
import gradus.proctor.assertions.Metric;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import gradus.proctor.report.Report;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Left and right on punched cards, as shown to reporters in July 1958.
class CardChecks {

    @Test
    @DisplayName("after fifty attempts it tells left from right on cards that it has never seen")
    void cards() {
        Metric.of("unseen cards named rightly after 50 attempts, of 500", () -> {
                    var rng = Rng.of(Metric.seed(7));
                    Cards seen = Cards.draw(50, rng);
                    Cards unseen = Cards.draw(500, rng);
                    int right = 0;
                    for (int attempts = 5; attempts <= 50; attempts += 5) {
                        right = right(onePass(seen, attempts).predict(unseen.x()), unseen.sides());
                        Report.point("unseen cards named rightly, in percent", attempts, right / 5.0);
                    }
                    Report.picture("What its weights have become", seen.weights(onePass(seen, 50)));
                    return (double) right;
                })
                // Over 2,000 draws of the cards, the library's perceptron names from 426 to 500 rightly; half of the
                // draws give 497 or more, one of 100 less than 456. Somebody who guesses names 250.
                .atLeast(400, "of 500 new cards, the library's perceptron names 492 rightly");
        Report.progress(1, 4);
    }

    /// Each card is shown once.
    private static Perceptron.Model onePass(Cards cards, int shown) {
        int[] rows = new int[shown];
        Arrays.setAll(rows, i -> i);
        return new Perceptron(1).fit(cards.x().selectRows(rows), Arrays.copyOf(cards.sides(), shown));
    }

    private static int right(int[] predicted, int[] labels) {
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            right += predicted[i] == labels[i] ? 1 : 0;
        }
        return right;
    }

    /// Punched cards as in the demonstration of July 1958: each has one square, on the left or on the right.
    ///
    /// @param x a row for each card: 1 where it is punched, 0 elsewhere, shape `(n, 240)`
    /// @param sides 0 for left, 1 for right, shape `(n)`
    private record Cards(Matrix x, int[] sides) {

        private static final int ACROSS = 20;
        private static final int DOWN = 12;
        private static final int SQUARE = 4;

        static Cards draw(int count, Rng rng) {
            double[][] rows = new double[count][ACROSS * DOWN];
            int[] sides = new int[count];
            for (int i = 0; i < count; i++) {
                // As many on each side, but in random order, so that both classes are there from the start.
                sides[i] = i % 2 == 0 ? rng.nextInt(2) : 1 - sides[i - 1];
                int left = sides[i] * ACROSS / 2 + rng.nextInt(ACROSS / 2 - SQUARE + 1);
                int top = rng.nextInt(DOWN - SQUARE + 1);
                for (int r = 0; r < SQUARE; r++) {
                    for (int c = 0; c < SQUARE; c++) {
                        rows[i][(top + r) * ACROSS + left + c] = 1;
                    }
                }
            }
            return new Cards(Matrix.of(rows), sides);
        }

        /// The weights, each where its hole is: blue ones speak for the right, orange ones for the left.
        Picture weights(Perceptron.Model model) {
            double largest = 1e-9;
            for (double weight : model.coefficients().toArray()) {
                largest = Math.max(largest, Math.abs(weight));
            }
            var plot = Plot.of(0, ACROSS, 0, DOWN).size(480, 300);
            for (int r = 0; r < DOWN; r++) {
                for (int c = 0; c < ACROSS; c++) {
                    double weight = model.coefficients().get(r * ACROSS + c) / largest;
                    double half = 0.45 * Math.sqrt(Math.abs(weight));
                    double y = DOWN - r - 0.5;
                    if (half > 0) {
                        plot.rectangle(c + 0.5 - half, y - half, c + 0.5 + half, y + half, weight > 0 ? "s1" : "s2");
                    }
                }
            }
            return plot.picture(String.format(
                    Locale.ROOT,
                    "The weights of the perceptron after %d cards and %d mistakes, as squares on the card: in one colour"
                            + " those that speak for the right, in the other those for the left",
                    sides.length,
                    model.mistakes()));
        }
    }
}
