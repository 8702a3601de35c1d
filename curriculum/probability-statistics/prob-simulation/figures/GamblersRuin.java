package gradus.figures.prob_simulation;

import gradus.lab.prob_simulation.Games;
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

/// The probability of ruin for nine stakes, simulated, beside the exact curve.
public final class GamblersRuin implements Figure {

    private static final String FAIR = "a fair coin: 1/2";
    private static final String ROULETTE = "red at roulette: 18/37";
    private static final String TWO_ZEROS = "red with two zeros: 18/38";
    private static final int GAMES = 100;
    private static final int POINTS = 101;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Select("game", "each round wins with", List.of(FAIR, ROULETTE, TWO_ZEROS), ROULETTE),
                new Control.Select("goal", "goal, in euros", List.of("10", "20", "50", "100"), "10"),
                new Control.Slider("stake", "stake, in tenths of the goal", 1, 9, 1, 5),
                new Control.Slider("seed", "seed", 1, 20, 1, 1));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        double p = switch (controlValues.selected("game")) {
            case FAIR -> 0.5;
            case ROULETTE -> 18.0 / 37;
            default -> 18.0 / 38;
        };
        int goal = Integer.parseInt(controlValues.selected("goal"));
        int tenths = (int) Math.rint(controlValues.number("stake"));
        Plot plot = Plot.of(0, goal, 0, 1.15).size(572, 380).axes("stake in euros", "probability of ruin");
        double[] xs = new double[POINTS];
        double[] ys = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            xs[i] = (double) goal * i / (POINTS - 1);
            ys[i] = exact(xs[i], goal, p);
        }
        plot.line(xs, ys, "muted");
        Rng rng = Rng.of(Math.round(controlValues.number("seed")));
        String said = "";
        for (int i = 1; i <= 9; i++) {
            int stake = goal * i / 10;
            Estimate estimate = MonteCarlo.probability(it -> Games.ruined(stake, goal, p, it), GAMES, rng);
            Interval interval = estimate.confidenceInterval(0.95);
            String style = i == tenths ? "s2" : "s1";
            plot.segment(stake, Math.max(0, interval.low()), stake, Math.min(1, interval.high()), style);
            plot.dot(stake, estimate.value(), i == tenths ? 5 : 4, style);
            if (i == tenths) {
                said = String.format(
                        Locale.ROOT,
                        "%d of %d with %d euros are ruined; exactly %.1f %%",
                        Math.round(estimate.value() * GAMES),
                        GAMES,
                        stake,
                        100 * exact(stake, goal, p));
            }
        }
        plot.text(goal / 2.0, 1.15, 0, 16, "middle", said, "ink");
        return plot.picture(
                "Gamblers who want " + goal + " euros, " + controlValues.selected("game") + ": " + said + ".");
    }

    private static double exact(double stake, double goal, double p) {
        double r = (1 - p) / p;
        return p == 0.5 ? 1 - stake / goal : (Math.pow(r, stake) - Math.pow(r, goal)) / (1 - Math.pow(r, goal));
    }
}
