package gradus.figures.java_numerics;

import gradus.ml.numbers.Numerics;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;

/// Which pairs (a, b) are close, for two tolerances, by `Numerics.close` or by the rule of NumPy's `isclose`.
public final class CloseOrNot implements Figure {

    private static final double END = 10;
    private static final int STEPS = 80;
    private static final String OURS = "Numerics.close";
    private static final String NUMPY = "NumPy's isclose";

    private interface Rule {
        boolean close(double a, double b, double relative, double absolute);
    }

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("relative", "Relative tolerance", 0, 0.6, 0.1, 0.3),
                new Control.Slider("absolute", "Absolute tolerance", 0, 4, 0.5, 1),
                new Control.Select("rule", "Rule", List.of(OURS, NUMPY), OURS));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        double relative = controlValues.number("relative");
        double absolute = controlValues.number("absolute");
        boolean ours = controlValues.selected("rule").equals(OURS);
        Rule rule = ours ? Numerics::close : (a, b, rel, abs) -> Math.abs(a - b) <= abs + rel * Math.abs(b);
        Plot plot = Plot.of(-END, END, -END, END).size(420, 380).axes("a", "b");
        int close = 0;
        double step = 2 * END / STEPS;
        for (int i = 0; i < STEPS; i++) {
            double a = -END + (i + 0.5) * step;
            int first = -1;
            for (int j = 0; j <= STEPS; j++) {
                boolean here = j < STEPS && rule.close(a, -END + (j + 0.5) * step, relative, absolute);
                close += here ? 1 : 0;
                if (here && first < 0) {
                    first = j;
                } else if (!here && first >= 0) {
                    plot.rectangle(a - step / 2, -END + first * step, a + step / 2, -END + j * step, "s3");
                    first = -1;
                }
            }
        }
        plot.segment(-END, -END, END, END, "ink");
        return plot.picture(String.format(
                Locale.ROOT,
                "By the rule of %s, with a relative tolerance of %.1f and an absolute one of %.1f, %.0f %% of the pairs"
                        + " with a and b from −10 to 10 are close.",
                ours ? OURS : NUMPY,
                relative,
                absolute,
                100.0 * close / (STEPS * STEPS)));
    }
}
