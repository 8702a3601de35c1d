package gradus.figures.random_reproducibility;

import gradus.ml.numbers.Rng;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;

/// All draws of a few bits, each above its remainder. What doesn't fill a whole row is rejected.
public final class Remainders implements Figure {

    private static final int CALLS = 6000;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("bits", "random bits", 2, 5, 1, 3),
                new Control.Slider("bound", "bound", 2, 12, 1, 3),
                new Control.Select("rule", "the incomplete row", List.of("counts", "is rejected"), "counts"));
    }

    @Override
    public Picture draw(ControlValues values) {
        int draws = 1 << (int) values.number("bits");
        int bound = (int) values.number("bound");
        boolean rejects = values.selected("rule").equals("is rejected");
        int complete = draws / bound * bound;
        int rows = (draws + bound - 1) / bound;
        Plot plot = Plot.of(0, bound, 0, Math.max(rows, 4) + 0.5).size(572, 330);
        for (int draw = 0; draw < draws; draw++) {
            int x = draw % bound;
            int y = draw / bound;
            boolean inLast = draw >= complete;
            if (!(inLast && rejects)) {
                plot.rectangle(x + 0.06, y + 0.06, x + 0.94, y + 0.94, inLast ? "s2" : "r1");
            }
            plot.text(x + 0.5, y + 0.5, 0, 5, "middle", Integer.toString(draw), inLast && rejects ? "muted" : "ink");
        }
        var rng = Rng.of(bound);
        int[] counts = new int[bound];
        for (int call = 0; call < CALLS; call++) {
            counts[rng.nextInt(bound)]++;
        }
        for (int x = 0; x < bound; x++) {
            plot.text(x + 0.5, 0, 0, 18, "middle", Integer.toString(x), "ink");
        }
        plot.text(bound / 2.0, 0, 0, 38, "middle", "remainder", "muted");
        int most = rejects || complete == draws ? draws / bound : draws / bound + 1;
        String said = draws + " draws, bound " + bound + ": "
                + (complete == draws
                        ? "each remainder has " + most + " draws."
                        : rejects
                                ? draws - complete + " are rejected, and each remainder has " + most + " draws."
                                : "the remainders below " + (draws - complete) + " have " + most + " draws, the others "
                                        + (most - 1) + ".");
        return plot.picture(said + " In " + CALLS + " calls, nextInt(" + bound + ") gave 0 " + counts[0] + " times and "
                + (bound - 1) + " " + counts[bound - 1] + " times.");
    }
}
