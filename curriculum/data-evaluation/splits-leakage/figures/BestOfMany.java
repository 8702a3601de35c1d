package gradus.figures.splits_leakage;

import gradus.ml.data.split.TrainTestSplit;
import gradus.ml.numbers.Rng;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;

/// Models that toss a coin; the one with the best validation score is kept, and tested.
public final class BestOfMany implements Figure {

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("tries", "models tried", 1, 400, 1, 20),
                new Control.Slider("rows", "validation rows, and as many test rows", 20, 200, 20, 40),
                new Control.Slider("seed", "seed", 1, 20, 1, 1));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        int tries = (int) Math.rint(controlValues.number("tries"));
        int count = (int) Math.rint(controlValues.number("rows"));
        Rng rng = Rng.of((long) controlValues.number("seed"));
        int n = 2 * count;
        int[] labels = new int[n];
        for (int row = 0; row < n; row++) {
            labels[row] = rng.nextInt(2);
        }
        // These models don't learn, so nothing is needed for training: half of the rows validate, half test.
        TrainTestSplit split = TrainTestSplit.holdout(n, 0.5, rng);
        double[] xs = new double[tries];
        double[] chosenBy = new double[tries];
        double[] tested = new double[tries];
        double best = -1;
        double test = 0;
        for (int i = 0; i < tries; i++) {
            int[] guesses = new int[n];
            for (int row = 0; row < n; row++) {
                guesses[row] = rng.nextInt(2);
            }
            double validation = right(guesses, labels, split.train());
            if (validation > best) {
                best = validation;
                test = right(guesses, labels, split.test());
            }
            xs[i] = i + 1;
            chosenBy[i] = best;
            tested[i] = test;
        }
        Plot plot = Plot.of(0, Math.max(10, tries), 20, 100).axes("models tried", "right, %");
        plot.segment(0, 50, Math.max(10, tries), 50, "muted");
        if (tries == 1) {
            plot.dot(1, best, 4, "s2");
            plot.dot(1, test, 4, "s1");
        }
        plot.line(xs, chosenBy, "s2");
        plot.line(xs, tested, "s1");
        double left = 0.03 * Math.max(10, tries);
        plot.dot(left, 96, 5, "s2");
        plot.text(left, 96, 12, 5, "start", said("validation set, which chose it", best), "ink");
        plot.dot(left, 90, 5, "s1");
        plot.text(left, 90, 12, 5, "start", said("test set", test), "ink");
        return plot.picture("The best of " + tries + " models that toss a coin, chosen by " + count
                + " validation rows: " + said("validation set, which chose it", best) + "; " + said("test set", test)
                + ".");
    }

    private static String said(String set, double right) {
        return String.format(Locale.ROOT, "%s: %.0f %%", set, right);
    }

    private static double right(int[] guesses, int[] labels, int[] rows) {
        double right = 0;
        for (int row : rows) {
            right += guesses[row] == labels[row] ? 1 : 0;
        }
        return 100 * right / rows.length;
    }
}
