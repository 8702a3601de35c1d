package gradus.figures.random_reproducibility;

import gradus.ml.numbers.Rng;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;

/// Four weights end to end on a ruler, one draw along it, and how often each index comes up.
public final class WeightsOnRuler implements Figure {

    private static final int CHOICES = 2000;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("draw", "the draw, from 0 to 1", 0, 0.99, 0.01, 0.35),
                new Control.Slider("w0", "weight 0", 0, 6, 0.5, 3),
                new Control.Slider("w1", "weight 1", 0, 6, 0.5, 1),
                new Control.Slider("w2", "weight 2", 0, 6, 0.5, 0),
                new Control.Slider("w3", "weight 3", 0.5, 6, 0.5, 6));
    }

    @Override
    public Picture draw(ControlValues values) {
        double[] weights = new double[4];
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            weights[i] = values.number("w" + i);
            sum += weights[i];
        }
        double at = values.number("draw") * sum;
        Plot plot = Plot.of(0, sum, 0, 10).size(572, 330);
        int chosen = -1;
        double end = 0;
        for (int i = 0; i < 4; i++) {
            double start = end;
            end += weights[i];
            if (weights[i] > 0) {
                plot.rectangle(start, 7.4, end, 8.6, "s" + (i + 1));
                plot.text((start + end) / 2, 7.4, 0, 18, "middle", number(weights[i]), "muted");
            }
            if (chosen < 0 && at < end) {
                chosen = i;
            }
        }
        plot.arrow(at, 9.8, at, 8.7, "ink");
        plot.text(
                at,
                9.8,
                at > sum / 2 ? -8 : 8,
                6,
                at > sum / 2 ? "end" : "start",
                number(at) + ": index " + chosen,
                "ink");
        int[] counts = counts(weights);
        double width = sum / 4;
        for (int i = 0; i < 4; i++) {
            double share = (double) counts[i] / CHOICES;
            plot.rectangle((i + 0.15) * width, 0, (i + 0.85) * width, 6 * share, "s" + (i + 1));
            plot.segment((i + 0.05) * width, 6 * weights[i] / sum, (i + 0.95) * width, 6 * weights[i] / sum, "soft");
            plot.text((i + 0.5) * width, 0, 0, 18, "middle", i + ": " + counts[i], "ink");
        }
        return plot.picture("The weights add up to " + number(sum) + ". The draw is at " + number(at)
                + ", over index " + chosen + ". In " + CHOICES + " choices, the indices 0 to 3 came up "
                + counts[0] + ", " + counts[1] + ", " + counts[2] + " and " + counts[3]
                + " times. The dashed lines are the expected shares.");
    }

    private static int[] counts(double[] weights) {
        var rng = Rng.of(10);
        int[] counts = new int[4];
        for (int call = 0; call < CHOICES; call++) {
            counts[rng.choice(weights)]++;
        }
        return counts;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
    }
}
