package gradus.figures.linear_regression;

import gradus.ml.classic.LinearRegression;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.score.RegressionMetrics;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Six penguins that can be dragged: the line, the residuals, R² and the leverage of the sixth.
public final class DragPenguins implements Figure {

    private static final double LEFT = 13;
    private static final double RIGHT = 28;
    private static final double BOTTOM = 1000;
    private static final double TOP = 8000;
    private static final double[][] PENGUINS = {{15, 4950}, {16, 5700}, {17, 5550}, {18, 3950}, {19, 4100}, {20, 4550}};

    @Override
    public List<Control> controls() {
        var controls = new ArrayList<Control>();
        controls.add(new Control.Select("weight", "weight of penguin 6", List.of("1", "0"), "1"));
        for (int i = 0; i < 6; i++) {
            controls.add(new Control.Handle("p" + i, "penguin " + (i + 1), PENGUINS[i][0], PENGUINS[i][1], 1));
        }
        return controls;
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        double[] depth = new double[6];
        double[] grams = new double[6];
        for (int i = 0; i < 6; i++) {
            double[] point = controlValues.point("p" + i);
            depth[i] = Math.rint(2 * Math.clamp(point[0], LEFT, RIGHT)) / 2;
            grams[i] = 50 * Math.rint(Math.clamp(point[1], BOTTOM, TOP) / 50);
        }
        double last = Double.parseDouble(controlValues.selected("weight"));
        Matrix x = Matrix.from(6, 1, (i, _) -> depth[i]);
        Vector y = Vector.of(grams);
        Vector weights = Vector.of(1, 1, 1, 1, 1, last);
        var model = new LinearRegression().fit(x, y, weights);
        // One kilogram more for penguin 6: how far does its prediction follow?
        Vector raised = y.plus(Vector.of(0, 0, 0, 0, 0, 1000));
        double follows =
                new LinearRegression().fit(x, raised, weights).predict(x).get(5)
                        - model.predict(x).get(5);

        Plot fit = Plot.of(LEFT - 1, RIGHT + 1, BOTTOM - 200, TOP + 200).size(420, 400);
        fit.axes("depth of the beak in mm", "mass in grams");
        Plot residuals = Plot.of(LEFT - 1, RIGHT + 1, -4000, 4000).size(340, 400);
        residuals.axes("depth of the beak in mm", "residual").segment(LEFT - 1, 0, RIGHT + 1, 0, "muted");
        double[] at = new double[161];
        double[] heights = new double[161];
        for (int i = 0; i < at.length; i++) {
            at[i] = LEFT - 1 + (RIGHT - LEFT + 2) * i / 160;
            double height = model.intercept() + model.coefficients().get(0) * at[i];
            heights[i] = height >= BOTTOM - 200 && height <= TOP + 200 ? height : Double.NaN;
        }
        fit.line(at, heights, "s3");
        for (int i = 0; i < 6; i++) {
            double residual = model.residuals().get(i);
            String style = i == 5 ? "s2" : "s1";
            fit.segment(depth[i], grams[i], depth[i], Math.clamp(grams[i] - residual, BOTTOM, TOP), "muted");
            residuals.dot(depth[i], Math.clamp(residual, -4000, 4000), i == 5 ? 7 : 5, style);
        }
        for (int i = 0; i < 6; i++) {
            fit.handle("p" + i, "penguin " + (i + 1), depth[i], grams[i], i == 5 ? "s2" : "s1");
        }
        boolean flat = y.minus(Vector.from(6, _ -> grams[0])).norm() == 0;
        List<String> said = List.of(
                "slope " + number(model.coefficients().get(0), 0) + " g per mm, R² "
                        + (flat ? "undefined" : number(RegressionMetrics.r2(y, model.predict(x)), 2)),
                "penguin 6: residual " + number(model.residuals().get(5), 0) + " g, leverage "
                        + number(follows / 1000, 2));
        for (int i = 0; i < said.size(); i++) {
            fit.text(RIGHT + 1, TOP + 200, -4, 18 + 18 * i, "end", said.get(i), "ink");
        }
        return Plot.sideBySide(
                "Six penguins and their line, penguin 6 with weight " + controlValues.selected("weight") + ": "
                        + String.join("; ", said) + ". Right: the residuals.",
                fit,
                residuals);
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value)
                .replaceAll("^-(0(\\.0*)?)$", "$1")
                .replace("-", "−");
    }
}
