package gradus.figures.random_reproducibility;

import gradus.ml.numbers.Rng;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;

/// One shuffle of four cards, step by step: which places are open, which card is swapped, what is settled.
public final class OneShuffle implements Figure {

    private static final String[] NAMES = {"Ada", "Ben", "Cleo", "Dan"};

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("seed", "seed", 0, 60, 1, 15),
                new Control.Select(
                        "rule", "j is", List.of("one of the open places", "any place"), "one of the open places"));
    }

    @Override
    public Picture draw(ControlValues values) {
        boolean any = values.selected("rule").equals("any place");
        var rng = Rng.of((long) values.number("seed"));
        int n = NAMES.length;
        String[] order = NAMES.clone();
        Plot plot = Plot.of(0, 6, 0, n + (any ? 1 : 0)).size(572, any ? 360 : 300);
        var said = new StringBuilder();
        double top = n + (any ? 1 : 0);
        cards(plot, order, top, n);
        for (int i = n - 1; i > (any ? -1 : 0); i--) {
            int j = rng.nextInt(any ? n : i + 1);
            plot.text(4, top - 0.5, 8, 5, "start", "i = " + i + ": j = " + j + " of 0 to " + (any ? n - 1 : i), "ink");
            plot.segment(i + 0.5, top - 0.75, j + 0.5, top - 1.2, "s2");
            plot.segment(j + 0.5, top - 0.75, i + 0.5, top - 1.2, "s2");
            String held = order[i];
            order[i] = order[j];
            order[j] = held;
            top--;
            cards(plot, order, top, any ? n : i);
            said.append("Step i = ").append(i).append(", j = ").append(j).append(": ");
            said.append(String.join(", ", order)).append(". ");
        }
        return plot.picture(
                said + (any ? "No place is ever settled." : "Places from i on are settled after each step."));
    }

    /// A row of cards; those from `open` on are settled.
    private static void cards(Plot plot, String[] order, double top, int open) {
        for (int i = 0; i < order.length; i++) {
            plot.rectangle(i + 0.06, top - 0.75, i + 0.94, top - 0.2, i < open ? "soft" : "r1");
            plot.text(i + 0.5, top - 0.475, 0, 5, "middle", order[i], "ink");
        }
    }
}
