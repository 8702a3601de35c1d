package gradus.checks.perceptron;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.classic.Perceptron;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import gradus.proctor.format.JavaLiterals;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The contract at its edges, in numbers small enough for a pencil.
class PerceptronChecks {

    @Test
    @DisplayName("a row of the second class is added, a row of the first class is subtracted")
    @Clause({"update", "start"})
    void bothSigns() {
        double[][] rows = {{3, 1}, {-4, -2}};
        Training.of(1, rows, 0, 1)
                .gives(
                        new double[] {-3, -1},
                        -1,
                        "row 0 is of the first class and has score 0, a mistake; then row 1 has score 13 and is"
                                + " right");
        Training.of(1, rows, 1, 0)
                .gives(
                        new double[] {3, 1},
                        1,
                        "row 0 is of the second class and has score 0, a mistake; then row 1 has score −13 and is"
                                + " right");
    }

    @Test
    @DisplayName("a row that is right changes nothing")
    @Clause({"update", "mistake", "counts"})
    void rightRowsChangeNothing() {
        double[][] rows = {{1, 2}, {-3, -5}, {4, 4}, {-2, -7}};
        Training training = Training.of(1, rows, 1, 0, 1, 0);
        training.gives(new double[] {1, 2}, 1, "row 0 is the only mistake: the other scores are −12, 13 and −15");
        training.counts(1, 1, false, "row 0 is the only mistake, and the only epoch isn't free of mistakes");
    }

    @Test
    @DisplayName("an update is as large as the row, however wrong the score is")
    @Clause("update")
    void updatesIgnoreTheSizeOfTheScore() {
        double[][] rows = {{1}, {100}};
        Training.of(1, rows, 1, 0)
                .gives(
                        new double[] {-99},
                        0,
                        "after row 0, w = (1) and b = 1; row 1 has score 101, a mistake, so it is subtracted once");
    }

    @Test
    @DisplayName("a score of exactly 0 is a mistake for a row of the second class")
    @Clause("mistake")
    void tieOfTheSecondClass() {
        double[][] rows = {{1}, {-1}, {-9}};
        Training training = Training.of(1, rows, 1, 1, 0);
        training.gives(
                new double[] {9},
                1,
                "after row 0, w = (1) and b = 1, so row 1 has score 0: a mistake, w = (0) and b = 2; then row 2 has"
                        + " score 2, a mistake again");
        training.counts(3, 1, false, "row 1 lies on the boundary, which is a mistake");
    }

    @Test
    @DisplayName("a score of exactly 0 is a mistake for a row of the first class")
    @Clause("mistake")
    void tieOfTheFirstClass() {
        double[][] rows = {{1}, {-1}, {5}};
        Training training = Training.of(1, rows, 1, 0, 1);
        training.gives(
                new double[] {2},
                0,
                "after row 0, w = (1) and b = 1, so row 1 has score 0: a mistake, and it is subtracted");
        training.counts(2, 1, false, "row 1 lies on the boundary, which is a mistake");
    }

    @Test
    @DisplayName("the weights change at once, before the next row is looked at")
    @Clause({"update", "start"})
    void updatesAreImmediate() {
        double[][] rows = {{1, 0}, {2, 1}, {0, -3}};
        Training training = Training.of(1, rows, 1, 1, 0);
        training.gives(
                new double[] {1, 3},
                0,
                "row 0 is a mistake; with the new weights row 1 has score 3 and is right, and row 2 has score 1, a"
                        + " mistake");
        training.counts(2, 1, false, "rows 0 and 2 are mistakes, and row 1 is right once row 0 has been added");
    }

    @Test
    @DisplayName("the rows are visited in the given order")
    @Clause("start")
    void givenOrder() {
        double[][] rows = {{4, 1}, {1, 2}, {-1, 1}};
        double[][] reversed = {{-1, 1}, {1, 2}, {4, 1}};
        Training.of(1, rows, 0, 1, 1)
                .gives(
                        new double[] {-3, 1},
                        0,
                        "row 0 is subtracted: (−4, −1), −1; row 1 has score −7, so it is added: (−3, 1), 0; row 2 has"
                                + " score 4");
        Training.of(1, reversed, 1, 1, 0)
                .gives(
                        new double[] {-1, 1},
                        1,
                        "row 0 is added: (−1, 1), 1; then rows 1 and 2 have the scores 2 and −2, and are right");
    }

    @Test
    @DisplayName("training stops after the first epoch without a mistake")
    @Clause({"stop", "counts"})
    void stopsWhenThereIsNoMistake() {
        double[][] rows = {{1}, {-3}};
        for (int most : new int[] {2, 3, 50}) {
            Training.of(most, rows, 1, 0).counts(1, 2, true, "row 0 is a mistake in epoch 1, and epoch 2 has none");
        }
    }

    @Test
    @DisplayName("training stops after maxEpochs, and has converged only if the last of them had no mistake")
    @Clause({"stop", "counts"})
    void stopsAfterMaxEpochs() {
        double[][] petals = {{1.4, 0.2}, {4.7, 1.4}, {1.3, 0.2}, {3.0, 1.1}};
        Training.of(1, petals, 1, 0, 1, 0).counts(3, 1, false, "rows 0, 1 and 2 are mistakes in epoch 1");
        Training.of(2, petals, 1, 0, 1, 0)
                .counts(4, 2, false, "row 0 is a mistake in epoch 2, although no row would be one in epoch 3");
        Training.of(3, petals, 1, 0, 1, 0).counts(4, 3, true, "epoch 3, the last one allowed, is free of mistakes");
    }

    @Test
    @DisplayName("mistakes are counted over all epochs")
    @Clause("counts")
    void mistakesOfAllEpochs() {
        double[][] corners = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
        for (int most : new int[] {1, 2, 7}) {
            Training.of(most, corners, 0, 1, 1, 0)
                    .counts(4 * most, most, false, "every row is a mistake in every epoch");
        }
    }

    @Test
    @DisplayName("if no line separates the rows, fit gives the last weights, not the best ones")
    @Clause({"stop", "update"})
    void lastWeights() {
        double[][] rows = {{1}, {2}, {3}};
        Training.of(5, rows, 1, 0, 1)
                .gives(
                        new double[] {3},
                        0,
                        "after the five epochs, w and b were 2 and 1, 3 and 1, 1 and 0, 2 and 0, 3 and 0; the third of"
                                + " these had the fewest mistakes, yet the last ones count");
    }

    @Test
    @DisplayName("scores are computed in double precision")
    @Clause("accuracy")
    void scoresInDouble() {
        double[][] rows = {{16777217, -16777218}, {1, 1}};
        Training.of(1, rows, 1, 0)
                .counts(2, 1, false, "after row 0, row 1 has score 16777217 − 16777218 + 1 = 0, a mistake");
        var model = new Perceptron.Model(List.of(0, 1), Vector.of(1, -1), 0, 0, 1, true);
        calling(
                        "predict({{16777217, 16777216}}) of a model with w = (1, -1) and b = 0",
                        () -> model.predict(Matrix.of(new double[][] {{16777217, 16777216}})))
                .gives(new int[] {1}, "the score is 1; a float can't tell the two numbers apart");
    }

    @Test
    @DisplayName("the two labels may be any two ints; the larger one is the second class")
    @Clause({"labels", "update"})
    void anyTwoLabels() {
        double[][] rows = {{2, 1}, {1, 3}};
        int[][] pairs = {{1, -1}, {2, 1}, {3, -7}, {1000, 0}, {-1, -2}, {Integer.MAX_VALUE, Integer.MIN_VALUE}};
        for (int[] pair : pairs) {
            Training training = Training.of(1, rows, pair);
            training.gives(new double[] {1, -2}, 0, "row 0 has the larger label: it is added, and row 1 subtracted");
            calling(training.call() + ".classes()", () -> training.fit().classes())
                    .gives(List.of(pair[1], pair[0]), "the two labels in ascending order");
        }
        Training.of(1, rows, 4, 9)
                .gives(new double[] {-1, 2}, 0, "row 0 has the smaller label: it is subtracted, and row 1 added");
    }

    @Test
    @DisplayName("predict gives labels, not indices of classes, and the first class at a score of 0")
    @Clause({"score", "labels"})
    void predictsLabels() {
        var model = new Perceptron.Model(List.of(-7, 1000), Vector.of(1, -2), -3, 0, 1, true);
        calling(
                        "predict({{8, 2}, {5, 1}, {0, 0}, {3, 0.5}}) of a model with classes -7 and 1000, w = (1, -2)"
                                + " and b = -3",
                        () -> model.predict(Matrix.of(new double[][] {{8, 2}, {5, 1}, {0, 0}, {3, 0.5}})))
                .gives(new int[] {1000, -7, -7, -7}, "the scores are 1, 0, −3 and −1");
    }

    @Test
    @DisplayName("predict of no rows gives no labels")
    @Clause("shapes")
    void noRows() {
        var model = new Perceptron.Model(List.of(0, 1), Vector.of(1, -2), -3, 0, 1, true);
        calling("predict of a matrix of shape (0, 2)", () -> model.predict(Matrix.zeros(0, 2)))
                .gives(new int[0], "one label for each row");
    }

    @Test
    @DisplayName("averaging changes the weights and nothing else")
    @Clause({"averaged", "counts"})
    void averagingOnlyChangesWeights() {
        double[][] petals = {{1.4, 0.2}, {4.7, 1.4}, {1.3, 0.2}, {3.0, 1.1}};
        Training training = Training.averaged(100, petals, 1, 0, 1, 0);
        training.counts(4, 3, true, "training is the same with and without averaging");
        training.gives(
                new double[] {-10.7 / 12, -9.4 / 12},
                19.0 / 12,
                "the mean of the weights after the 12 visits of three epochs");
    }

    /// A call of `fit`, and how it is written.
    private record Training(Perceptron learner, double[][] rows, int[] labels) {

        static Training of(int maxEpochs, double[][] rows, int... labels) {
            return new Training(new Perceptron(maxEpochs), rows, labels);
        }

        static Training averaged(int maxEpochs, double[][] rows, int... labels) {
            return new Training(new Perceptron(maxEpochs, true), rows, labels);
        }

        Perceptron.Model fit() {
            return learner.fit(Matrix.of(rows), labels.clone());
        }

        String call() {
            return "new Perceptron(" + learner.maxEpochs() + (learner.averaged() ? ", true" : "") + ").fit({"
                    + JavaLiterals.rows(rows) + "}, {" + JavaLiterals.elements(labels) + "})";
        }

        void gives(double[] weights, double intercept, String why) {
            calling(call() + ".coefficients()", () -> fit().coefficients().toArray())
                    .within(1e-9, 1e-9)
                    .gives(weights, why);
            calling(call() + ".intercept()", () -> fit().intercept())
                    .within(1e-9, 1e-9)
                    .gives(intercept, why);
        }

        void counts(long mistakes, int epochs, boolean converged, String why) {
            calling(call() + ".mistakes()", () -> fit().mistakes()).gives(mistakes, why);
            calling(call() + ".epochs()", () -> fit().epochs()).gives(epochs, why);
            calling(call() + ".converged()", () -> fit().converged()).gives(converged, why);
        }
    }
}
