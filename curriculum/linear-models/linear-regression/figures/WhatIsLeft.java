package gradus.figures.linear_regression;

import gradus.ml.classic.LinearRegression;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;

/// What a column of six penguins has left beside the other one, and the coefficient as a slope over it.
public final class WhatIsLeft implements Figure {

    private static final Vector GRAMS = Vector.of(4950, 5700, 5550, 3950, 4100, 4550);
    private static final double[] WITHIN = {-1, 0, 1, -1, 0, 1};

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("spread", "how much depth varies within a species (mm)", 0, 2, 0.1, 1),
                new Control.Select("column", "what is left of", List.of("depth", "gentoo"), "depth"));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        double spread = controlValues.number("spread");
        int shown = controlValues.selected("column").equals("depth") ? 1 : 0;
        Matrix x = Matrix.from(6, 2, (i, j) -> {
            double gentoo = i < 3 ? 1 : 0;
            return j == 0 ? gentoo : 19 - 3 * gentoo + spread * WITHIN[i];
        });
        // The other column as the only one: its residuals are what is left of this column.
        Vector left = new LinearRegression()
                .fit(x.selectColumns(1 - shown), x.column(shown))
                .residuals();
        var model = new LinearRegression().fit(x, GRAMS);
        double slope = model.coefficients().get(shown);

        Plot plot = Plot.of(-2.2, 2.2, 3200, 6800)
                .size(572, 400)
                .axes("what the other column leaves of " + controlValues.selected("column"), "mass in grams");
        for (int i = 0; i < 6; i++) {
            plot.dot(left.get(i), GRAMS.get(i), 6, i < 3 ? "s2" : "s1");
        }
        double[] at = new double[89];
        double[] heights = new double[89];
        for (int i = 0; i < at.length; i++) {
            at[i] = -2.2 + 4.4 * i / 88;
            double height = 4800 + slope * at[i];
            heights[i] = height >= 3200 && height <= 6800 ? height : Double.NaN;
        }
        plot.line(at, heights, "s3");
        List<String> said = List.of(
                "norm of what is left: " + number(left.norm(), 2),
                "coefficient of " + controlValues.selected("column") + ": " + number(slope, 0) + ", give or take "
                        + number(model.standardErrors().get(shown), 0),
                "dependent columns: " + model.dependentColumns());
        for (int i = 0; i < said.size(); i++) {
            plot.text(-2.2, 6800, 10, 18 + 18 * i, "start", said.get(i), "ink");
        }
        plot.text(2.2, 3200, -8, -26, "end", "gentoos", "s2").text(2.2, 3200, -8, -8, "end", "other species", "s1");
        return plot.picture(
                "Depth varies by " + number(spread, 1) + " mm within each species. " + String.join("; ", said) + ".");
    }

    private static String number(double value, int digits) {
        String text = Double.isNaN(value) ? "NaN" : String.format(Locale.ROOT, "%." + digits + "f", value);
        return text.replaceAll("^-(0(\\.0*)?)$", "$1").replace("-", "−");
    }
}
