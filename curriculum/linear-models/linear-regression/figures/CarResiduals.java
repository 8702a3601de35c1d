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

/// Cars by horsepower and fuel economy, the residual plot, and a car that may be outside the data.
public final class CarResiduals implements Figure {

    private static final List<String> MODELS =
            List.of("horsepower", "horsepower, horsepower²", "horsepower, its square and cube");

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Select("columns", "columns", MODELS, MODELS.getFirst()),
                new Control.Slider("car", "a car with how much horsepower?", 40, 320, 10, 150));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        int degree = 1 + MODELS.indexOf(controlValues.selected("columns"));
        double car = controlValues.number("car");
        List<double[]> cars = new ArrayList<>();
        for (List<String> row : CsvTable.read("auto-mpg").rows()) {
            if (!row.get(1).isEmpty() && !row.get(4).isEmpty()) {
                cars.add(new double[] {Double.parseDouble(row.get(4)), Double.parseDouble(row.get(1))});
            }
        }
        Matrix x = columns(degree, cars.stream().mapToDouble(row -> row[0]).toArray());
        Vector miles = Vector.from(cars.size(), i -> cars.get(i)[1]);
        var model = new LinearRegression().fit(x, miles);
        Vector predicted = model.predict(x);

        Plot fit = Plot.of(40, 330, 0, 50).size(380, 380).axes("horsepower", "miles per gallon");
        Plot residuals = Plot.of(0, 42, -20, 20).size(380, 380).axes("prediction", "residual");
        residuals.segment(0, 0, 42, 0, "muted");
        for (int i = 0; i < cars.size(); i++) {
            fit.dot(cars.get(i)[0], cars.get(i)[1], 2, "s1");
            residuals.dot(predicted.get(i), model.residuals().get(i), 2, "s1");
        }
        double[] at = new double[117];
        for (int i = 0; i < at.length; i++) {
            at[i] = 40 + 2.5 * i;
        }
        double[] curve = model.predict(columns(degree, at)).toArray();
        for (int i = 0; i < curve.length; i++) {
            curve[i] = curve[i] >= 0 && curve[i] <= 50 ? curve[i] : Double.NaN;
        }
        fit.line(at, curve, "s3");
        double answer = model.predict(columns(degree, car)).get(0);
        fit.segment(car, 0, car, 50, "muted");
        if (answer >= 0 && answer <= 50) {
            fit.dot(car, answer, 6, "s2");
        }
        String said = number(car) + " horsepower: " + number(answer) + " miles per gallon"
                + (car < 46 || car > 230 ? ", outside the data" : "");
        String r2 = String.format(Locale.ROOT, "R² %.2f", RegressionMetrics.r2(miles, predicted));
        fit.text(330, 50, -4, 16, "end", r2, "ink");
        fit.text(330, 50, -4, 34, "end", said.replaceAll(":.*", ":"), "ink");
        fit.text(330, 50, -4, 52, "end", said.replaceAll(".*: ", ""), "ink");
        return Plot.sideBySide(
                "392 cars by " + controlValues.selected("columns") + ": " + r2 + ". " + said
                        + ". Right: the residuals against the predictions.",
                fit,
                residuals);
    }

    private static Matrix columns(int degree, double... horsepower) {
        return Matrix.from(horsepower.length, degree, (i, j) -> Math.pow(horsepower[i], j + 1));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.0f", value).replace("-", "−");
    }
}
