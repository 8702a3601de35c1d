package gradus.figures.linear_regression;

import gradus.ml.classic.LinearRegression;
import gradus.ml.data.split.TrainTestSplit;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
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

/// A model of the mass of penguins with up to three columns, and R² on penguins that it has seen and has not seen.
public final class BuildModel implements Figure {

    private static final List<String> COLUMNS = List.of(
            "none", "beak depth", "beak length", "flipper length", "gentoo", "chinstrap", "male", "a random number");

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Select("first", "first column", COLUMNS, "beak depth"),
                new Control.Select("second", "second column", COLUMNS, "none"),
                new Control.Select("third", "third column", COLUMNS, "none"));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        List<String> chosen = new ArrayList<>();
        for (String control : List.of("first", "second", "third")) {
            String column = controlValues.selected(control);
            if (!column.equals("none")) {
                chosen.add(column);
            }
        }
        List<List<String>> penguins = CsvTable.read("penguins").rows().stream()
                .filter(row -> row.get(6).equals("MALE") || row.get(6).equals("FEMALE"))
                .toList();
        Rng rng = Rng.of(3);
        double[] noise = new double[penguins.size()];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = rng.gaussian();
        }
        Matrix x = Matrix.from(
                penguins.size(),
                Math.max(1, chosen.size()),
                (i, j) -> chosen.isEmpty() ? 1 : value(penguins.get(i), chosen.get(j), noise[i]));
        Vector grams = Vector.from(
                penguins.size(), i -> Double.parseDouble(penguins.get(i).get(5)));
        TrainTestSplit split = TrainTestSplit.holdout(penguins.size(), 0.3, Rng.of(1));
        Matrix known = x.selectRows(split.train());
        Matrix asked = x.selectRows(split.test());
        var model = new LinearRegression().fit(known, grams.selectRows(split.train()));
        double seen = RegressionMetrics.r2(grams.selectRows(split.train()), model.predict(known));
        Vector predicted = model.predict(asked);
        Vector actual = grams.selectRows(split.test());
        double unseen = RegressionMetrics.r2(actual, predicted);

        Plot plot = Plot.of(2500, 6500, 2500, 6500).size(572, 440).axes("predicted grams", "grams");
        plot.segment(2500, 2500, 6500, 6500, "muted");
        for (int i = 0; i < predicted.size(); i++) {
            plot.dot(Math.clamp(predicted.get(i), 2500, 6500), actual.get(i), 3, "s1");
        }
        List<String> said = new ArrayList<>();
        for (int j = 0; j < chosen.size(); j++) {
            said.add(chosen.get(j) + ": " + number(model.coefficients().get(j), 1) + ", give or take "
                    + number(model.standardErrors().get(j), 1));
        }
        said.add("intercept: " + number(model.intercept(), 0));
        said.add("R² on 233 penguins it has seen: " + number(seen, 2));
        said.add("R² on 100 penguins it hasn't seen: " + number(unseen, 2));
        for (int i = 0; i < said.size(); i++) {
            plot.text(2500, 6500, 10, 18 + 18 * i, "start", said.get(i), "ink");
        }
        return plot.picture("100 test penguins, their mass against the prediction. " + String.join("; ", said) + ".");
    }

    private static double value(List<String> row, String column, double noise) {
        return switch (column) {
            case "beak depth" -> Double.parseDouble(row.get(3));
            case "beak length" -> Double.parseDouble(row.get(2));
            case "flipper length" -> Double.parseDouble(row.get(4));
            case "gentoo" -> row.get(0).equals("Gentoo") ? 1 : 0;
            case "chinstrap" -> row.get(0).equals("Chinstrap") ? 1 : 0;
            case "male" -> row.get(6).equals("MALE") ? 1 : 0;
            default -> noise;
        };
    }

    private static String number(double value, int digits) {
        String text = Double.isNaN(value) ? "NaN" : String.format(Locale.ROOT, "%." + digits + "f", value);
        return text.replaceAll("^-(0(\\.0*)?)$", "$1").replace("-", "−");
    }
}
