package gradus.checks.perceptron;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.assertions.Expect.unchanged;

import gradus.ml.classic.Perceptron;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import gradus.proctor.format.JavaLiterals;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What the perceptron refuses, and what it leaves as it was.
class PerceptronRefusalChecks {

    @Test
    @DisplayName("fit refuses anything but two classes, and a wrong number of labels")
    @Clause("refusals")
    void fitRefusesLabels() {
        var learner = new Perceptron(5);
        Matrix x = Matrix.of(new double[][] {{1, 2}, {3, 4}, {5, 6}});
        int[][] refused = {{1, 1, 1}, {0, 1, 2}, {0, 1}, {0, 1, 0, 1}, {}};
        String[] reasons = {
            "every row has the same class",
            "there are three classes",
            "there are 3 rows and 2 labels",
            "there are 3 rows and 4 labels",
            "there are 3 rows and no labels"
        };
        for (int i = 0; i < refused.length; i++) {
            int[] labels = refused[i];
            calling(
                            "new Perceptron(5).fit({{1, 2}, {3, 4}, {5, 6}}, {" + JavaLiterals.elements(labels) + "})",
                            () -> learner.fit(x, labels))
                    .fails(IllegalArgumentException.class, reasons[i]);
        }
    }

    @Test
    @DisplayName("fit refuses a table without rows or columns, and a feature that isn't finite")
    @Clause("refusals")
    void fitRefusesTables() {
        var learner = new Perceptron(5);
        calling("fit of a matrix of shape (0, 2)", () -> learner.fit(Matrix.zeros(0, 2), new int[0]))
                .fails(IllegalArgumentException.class, "there are no rows");
        calling("fit of a matrix of shape (2, 0)", () -> learner.fit(Matrix.zeros(2, 0), new int[] {0, 1}))
                .fails(IllegalArgumentException.class, "there are no features");
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            calling(
                            "fit({{1, 2}, {3, " + bad + "}}, {0, 1})",
                            () -> learner.fit(Matrix.of(new double[][] {{1, 2}, {3, bad}}), new int[] {0, 1}))
                    .fails(IllegalArgumentException.class, "a feature must be a finite number");
        }
    }

    @Test
    @DisplayName("predict refuses another number of columns, a value that isn't finite, and a score that overflows")
    @Clause({"refusals", "overflow"})
    void predictRefuses() {
        var model = new Perceptron.Model(List.of(0, 1), Vector.of(1e10, -2), 1, 0, 1, true);
        double[][][] refused = {{{1}}, {{1, 2, 3}}, {{1, 2}, {1, Double.NaN}}, {{Double.POSITIVE_INFINITY, 1}}};
        String[] reasons = {
            "the row has 1 column, and the model has 2 features",
            "the row has 3 columns, and the model has 2 features",
            "a feature is NaN",
            "a feature is infinite"
        };
        for (int i = 0; i < refused.length; i++) {
            double[][] rows = refused[i];
            calling(
                            "predict({" + JavaLiterals.rows(rows) + "}) of a model with 2 features",
                            () -> model.predict(Matrix.of(rows)))
                    .fails(IllegalArgumentException.class, reasons[i]);
        }
        calling(
                        "predict({{1e300, 1}}) of a model with w = (1e10, -2)",
                        () -> model.predict(Matrix.of(new double[][] {{1e300, 1}})))
                .fails(IllegalArgumentException.class, "the score is 1e310, more than a double can hold");
    }

    @Test
    @DisplayName("fit doesn't change the labels, and gives the same model when it is called again")
    @Clause("unchanged")
    void labelsStay() {
        double[][] rows = {{1.4, 0.2}, {4.7, 1.4}, {1.3, 0.2}, {3.0, 1.1}};
        int[] labels = {5, 2, 5, 2};
        var learner = new Perceptron(100);
        String call = "new Perceptron(100).fit(petals, {5, 2, 5, 2})";
        double first = calling(call + ".mistakes()", () ->
                        (double) learner.fit(Matrix.of(rows), labels).mistakes())
                .result();
        unchanged("labels after " + call, new int[] {5, 2, 5, 2}, labels);
        calling(call + ".mistakes(), the second time", () ->
                        (double) learner.fit(Matrix.of(rows), labels).mistakes())
                .gives(first, "the first time, it was " + first);
    }
}
