package gradus.checks.perceptron;

import static gradus.proctor.assertions.Expect.calling;

import gradus.lab.perceptron.Table;
import gradus.ml.classic.Perceptron;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The visible checks: run them in your IDE as often as you like.
class PerceptronTest {

    /// Petal length and width, in cm, of four irises; 1 is setosa.
    private static final double[][] PETALS = {{1.4, 0.2}, {4.7, 1.4}, {1.3, 0.2}, {3.0, 1.1}};

    private static final int[] SETOSA = {1, 0, 1, 0};

    @Test
    @DisplayName("predict gives the second class where the score is above 0, else the first")
    @Clause("score")
    void predictsBySign() {
        var model = new Perceptron.Model(List.of(0, 1), Vector.of(-0.6, -0.8), 2, 4, 3, true);
        calling(
                        "predict({{1.4, 0.2}, {4.7, 1.4}}) of a model with w = (-0.6, -0.8) and b = 2",
                        () -> model.predict(Table.of(new double[][] {{1.4, 0.2}, {4.7, 1.4}})))
                .gives(new int[] {1, 0}, "the scores are 1.0 and −1.94");
    }

    @Test
    @DisplayName("the first mistake adds the row to the weights, the second subtracts one")
    @Clause({"update", "start", "counts"})
    void twoMistakes() {
        var x = Table.of(new double[][] {{2, 1}, {1, 3}});
        int[] labels = {1, 0};
        String call = "new Perceptron(1).fit({{2, 1}, {1, 3}}, {1, 0})";
        calling(
                        call + ".coefficients()",
                        () -> new Perceptron(1).fit(x, labels).coefficients().toArray())
                .gives(
                        new double[] {1, -2},
                        "row 0 has score 0, a mistake, so w = (2, 1) and b = 1; row 1 has score 6, a mistake as well,"
                                + " so w = (2, 1) − (1, 3)");
        calling(call + ".intercept()", () -> new Perceptron(1).fit(x, labels).intercept())
                .gives(0.0, "plus 1 for row 0 and minus 1 for row 1");
        calling(call + ".mistakes()", () -> new Perceptron(1).fit(x, labels).mistakes())
                .gives(2L, "both rows were mistakes");
    }

    @Test
    @DisplayName("four irises are separated after 4 mistakes")
    @Clause({"update", "stop", "counts"})
    void fourIrises() {
        String call = "new Perceptron(100).fit(petals, {1, 0, 1, 0})";
        var learner = new Perceptron(100);
        calling(
                        call + ".coefficients()",
                        () -> learner.fit(Table.of(PETALS), SETOSA)
                                .coefficients()
                                .toArray())
                .gives(new double[] {-0.6, -0.8}, "mistakes: rows 0, 1 and 2 in epoch 1, and row 0 in epoch 2");
        calling(
                        call + ".intercept()",
                        () -> learner.fit(Table.of(PETALS), SETOSA).intercept())
                .gives(2.0, "three times plus 1, once minus 1");
        calling(
                        call + ".mistakes()",
                        () -> learner.fit(Table.of(PETALS), SETOSA).mistakes())
                .gives(4L, "3 in epoch 1, 1 in epoch 2, none in epoch 3");
        calling(call + ".epochs()", () -> learner.fit(Table.of(PETALS), SETOSA).epochs())
                .gives(3, "epoch 3 is the first without a mistake");
        calling(
                        call + ".converged()",
                        () -> learner.fit(Table.of(PETALS), SETOSA).converged())
                .gives(true, "epoch 3 was free of mistakes");
    }

    @Test
    @DisplayName("the averaged perceptron takes the mean of the weights after every visited row")
    @Clause("averaged")
    void meanOfAllVisits() {
        var x = Table.of(new double[][] {{2}, {-1}, {-0.25}});
        int[] labels = {1, 0, 0};
        String call = "new Perceptron(2, true).fit({{2}, {-1}, {-0.25}}, {1, 0, 0})";
        String why = "after the six visits of two epochs, (w, b) was (2, 1), (2, 1), (2.25, 0) and three more times"
                + " (2.25, 0)";
        calling(
                        call + ".coefficients()",
                        () -> new Perceptron(2, true)
                                .fit(x, labels)
                                .coefficients()
                                .toArray())
                .gives(new double[] {(2 + 2 + 4 * 2.25) / 6}, why);
        calling(
                        call + ".intercept()",
                        () -> new Perceptron(2, true).fit(x, labels).intercept())
                .gives(2 / 6.0, why);
    }
}
