package gradus.figures.linear_regression;

import gradus.ml.classic.LinearRegression;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.score.RegressionMetrics;
import gradus.proctor.data.CsvTable;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The mass of 342 penguins by the depth of the beak, and models with more and more columns.
public final class PenguinBeaks implements Figure {

    private static final List<String> MODELS =
            List.of("depth", "depth, gentoo", "depth, gentoo, depth · gentoo", "gentoo");
    private static final String[] NAMES = {"depth", "gentoo", "depth · gentoo"};

    @Override
    public List<Control> controls() {
        return List.of(new Control.Select("columns", "columns", MODELS, MODELS.getFirst()));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        int chosen = MODELS.indexOf(controlValues.selected("columns"));
        int[][] uses = {{0}, {0, 1}, {0, 1, 2}, {1}};
        int[] columns = uses[chosen];
        List<double[]> rows = new ArrayList<>();
        List<Double> masses = new ArrayList<>();
        for (List<String> row : CsvTable.read("penguins").rows()) {
            if (!row.get(3).isEmpty() && !row.get(5).isEmpty()) {
                rows.add(all(Double.parseDouble(row.get(3)), row.get(0).equals("Gentoo")));
                masses.add(Double.parseDouble(row.get(5)));
            }
        }
        Matrix x = Matrix.of(rows.toArray(double[][]::new)).selectColumns(columns);
        Vector grams = Vector.from(masses.size(), masses::get);
        var model = new LinearRegression().fit(x, grams);
        double r2 = RegressionMetrics.r2(grams, model.predict(x));

        Plot plot = Plot.of(13, 22, 2500, 6800).size(572, 420).axes("depth of the beak in mm", "mass in grams");
        for (int i = 0; i < rows.size(); i++) {
            plot.dot(rows.get(i)[0], masses.get(i), 2.5, rows.get(i)[1] == 1 ? "s2" : "s1");
        }
        line(plot, model, columns, false, 15.2, 21.7, "s4");
        line(plot, model, columns, true, 13, 17.6, "s3");
        List<String> said = new ArrayList<>();
        for (int j = 0; j < columns.length; j++) {
            said.add(NAMES[columns[j]] + ": " + number(model.coefficients().get(j)) + ", give or take "
                    + number(model.standardErrors().get(j)));
        }
        said.add("intercept " + number(model.intercept()) + String.format(Locale.ROOT, ", R² %.2f", r2));
        for (int i = 0; i < said.size(); i++) {
            plot.text(22, 6800, -6, 18 + 18 * i, "end", said.get(i), "ink");
        }
        plot.text(13, 2500, 10, -26, "start", "gentoos", "s2").text(13, 2500, 10, -8, "start", "other species", "s1");
        return plot.picture("The mass of 342 penguins by " + controlValues.selected("columns") + ": "
                + String.join("; ", said) + ".");
    }

    /// The line of the gentoos or of the others; without the column they are the same.
    private static void line(
            Plot plot,
            LinearRegression.Model model,
            int[] columns,
            boolean gentoo,
            double from,
            double to,
            String style) {
        Matrix ends = Matrix.of(all(from, gentoo), all(to, gentoo)).selectColumns(columns);
        Vector heights = model.predict(ends);
        plot.line(new double[] {from, to}, heights.toArray(), style);
    }

    private static double[] all(double depth, boolean gentoo) {
        return new double[] {depth, gentoo ? 1 : 0, gentoo ? depth : 0};
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.0f", value).replace("-", "−");
    }
}
