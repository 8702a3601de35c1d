package gradus.figures.prob_simulation;

import gradus.ml.numbers.Rng;
import gradus.ml.stats.Estimate;
import gradus.ml.stats.Interval;
import gradus.ml.stats.MonteCarlo;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;

/// Fifty simulations of the same event, each with its confidence interval.
public final class FiftyIntervals implements Figure {

    private static final int SHOWN = 50;
    private static final int COUNTED = 500;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("p", "true probability p", 0.02, 0.98, 0.02, 0.66),
                new Control.Select("trials", "trials", List.of("20", "100", "1000"), "100"),
                new Control.Select("level", "level", List.of("0.5", "0.8", "0.95", "0.99"), "0.95"),
                new Control.Slider("seed", "seed", 1, 20, 1, 1));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        double p = controlValues.number("p");
        int trials = Integer.parseInt(controlValues.selected("trials"));
        double level = Double.parseDouble(controlValues.selected("level"));
        Rng rng = Rng.of(Math.round(controlValues.number("seed")));
        Plot plot = Plot.of(0, 1, 0, SHOWN + 5).size(572, 430).axes("probability", "simulation");
        int shownHits = 0;
        int hits = 0;
        for (int i = 0; i < COUNTED; i++) {
            Estimate estimate = MonteCarlo.probability(it -> it.nextDouble() < p, trials, rng);
            Interval interval = estimate.confidenceInterval(level);
            boolean hit = interval.contains(p);
            hits += hit ? 1 : 0;
            if (i < SHOWN) {
                shownHits += hit ? 1 : 0;
                String style = hit ? "s1" : "s2";
                plot.segment(Math.max(0, interval.low()), i + 0.5, Math.min(1, interval.high()), i + 0.5, style);
                plot.dot(estimate.value(), i + 0.5, 2, style);
            }
        }
        plot.segment(p, 0, p, SHOWN + 1, "ink");
        String said = String.format(
                Locale.ROOT,
                "%d of these %d contain p; of %d, %.1f %%",
                shownHits,
                SHOWN,
                COUNTED,
                100.0 * hits / COUNTED);
        plot.text(0.5, SHOWN + 5, 0, 18, "middle", said, "ink");
        return plot.picture(String.format(
                Locale.ROOT,
                "Intervals at level %s, each from %d trials of an event with probability %.2f: %s.",
                controlValues.selected("level"),
                trials,
                p,
                said));
    }
}
