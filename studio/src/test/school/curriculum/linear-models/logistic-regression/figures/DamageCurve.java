package gradus.figures.logistic_regression;

import gradus.ml.classic.LogisticLoss;
import gradus.ml.classic.LogisticRegression;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;

/// The probability of damage as a function of the temperature, and the 23 flights.
public final class DamageCurve implements Figure {

    private static final double[] TEMPERATURES = {
        53, 57, 58, 63, 66, 67, 67, 67, 68, 69, 70, 70, 70, 70, 72, 73, 75, 75, 76, 76, 78, 79, 81
    };
    private static final int[] DAMAGED = {1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0};

    private static final double COLDEST = 30;
    private static final double WARMEST = 85;
    private static final int POINTS = 111;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("slope", "weight per °F", -1, 0.5, 0.01, -0.1),
                new Control.Slider("middle", "°F with probability 1/2", 45, 85, 0.5, 70));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        double slope = controlValues.number("slope");
        double middle = controlValues.number("middle");
        double intercept = -slope * middle;
        var model = new LogisticRegression.Model(List.of(0, 1), Vector.of(slope), intercept, Vector.of());

        double[] temperatures = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            temperatures[i] = COLDEST + (WARMEST - COLDEST) * i / (POINTS - 1);
        }
        double[] curve = damage(model, temperatures);
        double loss = LogisticLoss.of(column(TEMPERATURES), DAMAGED, 0).value(Vector.of(slope, intercept));

        Plot plot = Plot.of(COLDEST, WARMEST, -0.1, 1.1).axes("temperature (°F)", "probability of damage");
        plot.line(temperatures, curve, "s1");
        for (int i = 0; i < TEMPERATURES.length; i++) {
            plot.dot(TEMPERATURES[i], DAMAGED[i], 4, DAMAGED[i] == 1 ? "s2" : "s3");
        }
        String mean = String.format(Locale.ROOT, "%.3f", loss);
        plot.text(COLDEST, -0.1, 10, -10, "start", "mean loss " + mean, "ink");
        return plot.picture(String.format(
                Locale.ROOT,
                "With a weight of %.2f per °F and probability 1/2 at %.1f °F, the probability of damage is %.2f at 31 °F"
                        + " and %.2f at 81 °F. The mean loss is %s.",
                slope,
                middle,
                damage(model, 31)[0],
                damage(model, 81)[0],
                mean));
    }

    private static double[] damage(LogisticRegression.Model model, double... temperatures) {
        return model.probabilities(column(temperatures)).column(1).toArray();
    }

    private static Matrix column(double... values) {
        return Matrix.of(values.length, 1, values);
    }
}
