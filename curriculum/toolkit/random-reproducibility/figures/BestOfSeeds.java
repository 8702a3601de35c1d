package gradus.figures.random_reproducibility;

import gradus.ml.numbers.Rng;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;

/// A model that tosses a coin for each of 100 questions, once for each seed: the best seed looks good.
public final class BestOfSeeds implements Figure {

    private static final int QUESTIONS = 100;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("seeds", "seeds tried", 1, 200, 1, 40),
                new Control.Select(
                        "questions",
                        "the best seed answers",
                        List.of("the same questions", "new ones"),
                        "the same questions"));
    }

    @Override
    public Picture draw(ControlValues values) {
        int seeds = (int) values.number("seeds");
        boolean fresh = values.selected("questions").equals("new ones");
        int best = 1;
        double sum = 0;
        Plot plot = Plot.of(0, Math.max(10, seeds) + 1, 25, 80).size(572, 300).axes("seed", "right answers, in %");
        for (int seed = 1; seed <= seeds; seed++) {
            int right = right(Rng.of(seed));
            sum += right;
            best = right > right(Rng.of(best)) ? seed : best;
            plot.dot(seed, right, 3.5, "s1");
        }
        plot.segment(0, 50, Math.max(10, seeds) + 1, 50, "soft");
        int first = right(Rng.of(best));
        var again = Rng.of(best);
        right(again);
        int second = right(again);
        plot.dot(best, fresh ? second : first, 7, "s2");
        String said = "Best of " + seeds + ": seed " + best + ", " + first + " %"
                + (fresh ? "; on 100 new questions " + second + " %" : "") + ". Mean: " + Math.round(sum / seeds)
                + " %";
        plot.text(0, 80, 8, 14, "start", said, "ink");
        return plot.picture(said + ".");
    }

    /// How many of the questions a coin answers correctly.
    private static int right(Rng rng) {
        int right = 0;
        for (int question = 0; question < QUESTIONS; question++) {
            right += rng.nextInt(2);
        }
        return right;
    }
}
