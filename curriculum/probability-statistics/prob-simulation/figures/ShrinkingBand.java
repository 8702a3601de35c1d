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
import java.util.function.Predicate;

/// An estimate and its 95 % interval while the number of trials grows, on a logarithmic axis.
public final class ShrinkingBand implements Figure {

    private static final String SWITCHING = "a car by switching";
    private static final String BIRTHDAY = "a shared birthday of 23";
    private static final String SIXES = "six sixes with six dice";
    private static final String ONE = "one for all trials";
    private static final String NEW = "a new one in each trial, same seed";
    private static final int STEPS_PER_TENFOLD = 10;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("power", "trials: 10 to the power of", 1, 4, 0.1, 2),
                new Control.Select("event", "event", List.of(SWITCHING, BIRTHDAY, SIXES), SWITCHING),
                new Control.Select("generator", "generator", List.of(ONE, NEW), ONE),
                new Control.Slider("seed", "seed", 1, 20, 1, 3));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        String event = controlValues.selected("event");
        boolean fresh = controlValues.selected("generator").equals(NEW);
        long seed = Math.round(controlValues.number("seed"));
        Predicate<Rng> trial = trial(event);
        Predicate<Rng> played = fresh ? _ -> trial.test(Rng.of(seed)) : trial;
        int last = (int) Math.round(STEPS_PER_TENFOLD * (controlValues.number("power") - 1));
        double[] xs = new double[last + 1];
        double[] ys = new double[last + 1];
        double[] lows = new double[last + 1];
        double[] highs = new double[last + 1];
        Plot plot = Plot.of(1, 4.05, -0.05, 1.1).size(572, 380).axes("trials: 10 to the power of", "probability");
        Estimate estimate = null;
        Interval interval = null;
        for (int i = 0; i <= last; i++) {
            xs[i] = 1 + (double) i / STEPS_PER_TENFOLD;
            int trials = (int) Math.round(Math.pow(10, xs[i]));
            estimate = MonteCarlo.probability(played, trials, Rng.of(seed));
            interval = estimate.confidenceInterval(0.95);
            ys[i] = estimate.value();
            double low = Math.max(-0.05, interval.low());
            double high = Math.min(1.05, interval.high());
            lows[i] = low;
            highs[i] = high;
            plot.rectangle(Math.max(1, xs[i] - 0.05), low, xs[i] + 0.05, high, "soft");
        }
        plot.line(xs, lows, "s3");
        plot.line(xs, highs, "s3");
        double truth = truth(event);
        plot.segment(1, truth, 4.05, truth, "muted");
        plot.line(xs, ys, "s1");
        plot.dot(xs[last], ys[last], 4, "s1");
        String said = String.format(
                Locale.ROOT,
                "%d trials: %.4f ± %.4f, interval %.4f to %.4f",
                Math.round(Math.pow(10, xs[last])),
                estimate.value(),
                estimate.standardError(),
                interval.low(),
                interval.high());
        plot.text(2.5, 1.1, 0, 16, "middle", said, "ink");
        String line = String.format(Locale.ROOT, "the truth: %.4g", truth);
        plot.text(4.05, truth, -6, truth > 0.1 ? 18 : -8, "end", line, "muted");
        return plot.picture("Estimate of the probability of " + event + ": " + said + ". In grey, " + line + ".");
    }

    private static Predicate<Rng> trial(String event) {
        return switch (event) {
            case SWITCHING -> rng -> Games.montyHall(true, rng);
            case BIRTHDAY -> rng -> Games.sharedBirthday(23, rng);
            default -> ShrinkingBand::sixSixes;
        };
    }

    private static boolean sixSixes(Rng rng) {
        for (int die = 0; die < 6; die++) {
            if (rng.nextInt(6) != 5) {
                return false;
            }
        }
        return true;
    }

    private static double truth(String event) {
        return switch (event) {
            case SWITCHING -> 2.0 / 3;
            case BIRTHDAY -> 0.507297234;
            default -> Math.pow(6, -6);
        };
    }
}
