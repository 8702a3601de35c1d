package gradus.figures.java_numerics;

import gradus.ml.numbers.Numerics;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;

/// ln(eᶜ + eᶜ) for c from −1000 to 1000: as the formula is written, after subtracting a number of your choice, and
/// by `Numerics.logSumExp`.
public final class SafeExponentials implements Figure {

    private static final double END = 1000;
    private static final int STEP = 10;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("c", "Both scores c", -END, END, 50, 1000),
                new Control.Slider("m", "Subtract m", -END, END, 50, 0));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        double c = controlValues.number("c");
        double m = controlValues.number("m");
        Plot plot = Plot.of(-END, END, -1100, 1100).size(560, 300).axes("both scores, c", "log-sum-exp");
        int count = (int) (2 * END / STEP) + 1;
        double[] scores = new double[count];
        double[] shifted = new double[count];
        double[] ours = new double[count];
        for (int i = 0; i < count; i++) {
            scores[i] = STEP * i - END;
            double value = shifted(scores[i], m);
            shifted[i] = Double.isFinite(value) ? value : Double.NaN;
            ours[i] = Numerics.logSumExp(new double[] {scores[i], scores[i]});
        }
        plot.line(scores, ours, "s3");
        for (int i = 0; i < count; i += 2) {
            if (!Double.isNaN(shifted[i])) {
                plot.dot(scores[i], shifted[i], 4, "s1");
            }
        }
        plot.segment(c, -1100, c, 1100, "muted");
        String formula = m == 0 ? "ln(eᶜ + eᶜ)" : "m + ln(eᶜ⁻ᵐ + eᶜ⁻ᵐ), m = " + show(m);
        String own = show(Numerics.logSumExp(new double[] {c, c}));
        legend(plot, 900, "s1", formula + ": " + show(shifted(c, m)));
        legend(plot, 700, "s3", "Numerics.logSumExp: " + own);
        return plot.picture("For two scores of " + show(c) + ", " + formula + " gives " + show(shifted(c, m))
                + ", and Numerics.logSumExp gives " + own + ".");
    }

    private static void legend(Plot plot, double y, String style, String words) {
        plot.segment(-950, y, -880, y, style).text(-860, y, 0, 4, "start", words, "ink");
    }

    private static double shifted(double c, double m) {
        return m + Math.log(Math.exp(c - m) + Math.exp(c - m));
    }

    private static String show(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        String sign = value < 0 ? "−" : "";
        double size = Math.abs(value);
        return sign
                + (Double.isInfinite(size)
                        ? "Infinity"
                        : String.format(Locale.ROOT, size == Math.rint(size) ? "%.0f" : "%.3f", size));
    }
}
