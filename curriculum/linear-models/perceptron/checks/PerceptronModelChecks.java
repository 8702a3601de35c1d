package gradus.checks.perceptron;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.classic.Perceptron;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import gradus.proctor.format.JavaLiterals;
import gradus.proctor.probes.Argument;
import gradus.proctor.probes.MemberProbes;
import gradus.proctor.probes.Probe;
import gradus.proctor.property.Gen;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is true of every model that was fitted. All features are whole numbers, so that rounding decides nothing.
class PerceptronModelChecks {

    @Test
    @DisplayName("predict keeps to its definition for any number of rows")
    @Clause({"score", "shapes", "refusals", "unchanged"})
    void predictProbes() {
        var model = new Perceptron.Model(List.of(2, 5), Vector.of(2, -3), 1, 0, 1, true);
        MemberProbes.of(
                        "predict of a model with classes 2 and 5, w = (2, -3) and b = 1",
                        Argument.rows(2),
                        rows -> model.predict(Matrix.of(rows)),
                        rows -> Arrays.stream(rows)
                                .mapToInt(row -> PerceptronLawChecks.score(
                                                        new double[] {2, -3, 1}, PerceptronLawChecks.finite(row))
                                                > 0
                                        ? 5
                                        : 2)
                                .toArray())
                .without(Probe.EMPTY, "a matrix made of no rows has no columns; a check of its own has no rows")
                .elements(Gen.ints(-9, 9).map(Integer::doubleValue))
                .upTo(20)
                .hold("the second class, 5, where 2·x₀ − 3·x₁ + 1 is above 0, else the first, 2");
    }

    @Test
    @DisplayName("the intercept is the mistakes of the second class minus those of the first")
    @Clause({"update", "counts"})
    void interceptCountsMistakes() {
        forAll(PerceptronLawChecks.TABLES).cases(50).check(table -> {
            double[][] rows = table.first();
            int[] labels = table.second();
            Supplier<String> call = () -> PerceptronLawChecks.call(5, false, rows, labels);
            long mistakes = calling(
                            () -> call.get() + ".mistakes()",
                            () -> PerceptronLawChecks.fit(5, false, rows, labels)
                                    .mistakes())
                    .result();
            calling(
                            () -> call.get() + ".intercept()",
                            () -> PerceptronLawChecks.fit(5, false, rows, labels)
                                    .intercept())
                    .satisfies(
                            b -> Math.abs(b) <= mistakes && (mistakes - Math.abs(b)) % 2 == 0,
                            "at most " + mistakes + " in absolute value, and "
                                    + (mistakes % 2 == 0 ? "an even number" : "an odd number"),
                            "each of the " + mistakes + " mistakes has added 1 to it, or subtracted 1");
        });
    }

    @Test
    @DisplayName("predict names a row by itself as it does among others")
    @Clause({"score", "shapes"})
    void rowsByThemselves() {
        forAll(Gen.pairs(Gen.matrices(PerceptronLawChecks.WHOLE, 1, 6, 2, 2), Gen.array(PerceptronLawChecks.WHOLE, 3)))
                .cases(50)
                .check(drawn -> {
                    double[][] rows = drawn.first();
                    double[] w = drawn.second();
                    var model = new Perceptron.Model(List.of(3, 8), Vector.of(w[0], w[1]), w[2], 0, 1, true);
                    String of = " of a model with classes 3 and 8, w = (" + w[0] + ", " + w[1] + ") and b = " + w[2];
                    int[] alone = new int[rows.length];
                    for (int i = 0; i < rows.length; i++) {
                        double[] row = rows[i];
                        alone[i] = calling(
                                        () -> "predict({{" + JavaLiterals.elements(row) + "}})" + of,
                                        () -> model.predict(Matrix.of(row))[0])
                                .result();
                    }
                    calling(
                                    () -> "predict({" + JavaLiterals.rows(rows) + "})" + of,
                                    () -> model.predict(Matrix.of(rows)))
                            .gives(alone, "each row has a score of its own");
                });
    }

    @Test
    @DisplayName("a model that has converged predicts the label of every row it was trained on")
    @Clause({"stop", "score", "labels"})
    void convergedMeansRight() {
        forAll(PerceptronLawChecks.TABLES).cases(50).check(table -> {
            double[][] rows = table.first();
            int[] labels =
                    Arrays.stream(table.second()).map(label -> 10 - 7 * label).toArray();
            Supplier<String> call = () -> PerceptronLawChecks.call(60, false, rows, labels);
            boolean converged = calling(
                            () -> call.get() + ".converged()",
                            () -> PerceptronLawChecks.fit(60, false, rows, labels)
                                    .converged())
                    .result();
            if (converged) {
                calling(
                                () -> call.get() + ".predict(…) of the same rows",
                                () -> PerceptronLawChecks.fit(60, false, rows, labels)
                                        .predict(Matrix.of(rows)))
                        .gives(labels, "the last epoch visited every row without a mistake");
            }
        });
    }
}
