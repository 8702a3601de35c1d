package gradus.checks.logistic_regression;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.classic.LogisticLoss;
import gradus.ml.classic.LogisticRegression;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Numbers that you can check with a pencil.
class LogisticRegressionTest {

    private static final String LOSS = "LogisticLoss.of(Matrix.of({1}, {3}), {1, 0}, 0)";

    private final LogisticLoss loss = LogisticLoss.of(Matrix.of(new double[][] {{1}, {3}}), new int[] {1, 0}, 0);

    /// Odds of 3 to 1 at feature 1, and of 1 to 1 at feature 0.
    private final LogisticRegression.Model model =
            new LogisticRegression.Model(List.of(0, 1), Vector.of(Math.log(3)), 0, Vector.of());

    @Test
    @DisplayName("with all weights 0, the loss is log 2")
    @Clause("value")
    void lossAtZeroWeights() {
        calling(
                        LOSS + ".evaluate(Vector.of(0, 0)).value()",
                        () -> loss.evaluate(Vector.of(0, 0)).value())
                .gives(Math.log(2), "both probabilities are 1/2, and −log(1/2) = log 2");
    }

    @Test
    @DisplayName("with all weights 0, the gradient is (0.5, 0)")
    @Clause("gradient")
    void gradientAtZeroWeights() {
        calling(
                        LOSS + ".evaluate(Vector.of(0, 0)).gradient()",
                        () -> loss.evaluate(Vector.of(0, 0)).gradient().toArray())
                .gives(
                        new double[] {0.5, 0},
                        "p − y is −1/2 and 1/2; (−1/2·1 + 1/2·3)/2 = 0.5, and for the intercept (−1/2 + 1/2)/2 = 0");
    }

    @Test
    @DisplayName("log-odds of log 3 are the probabilities 1/4 and 3/4")
    @Clause("probabilities")
    void probabilitiesByHand() {
        calling(
                        "model.probabilities(Matrix.of({1}, {0})) with log-odds log 3 and 0",
                        () -> model.probabilities(Matrix.of(new double[][] {{1}, {0}}))
                                .toArray())
                .gives(
                        new double[][] {{0.25, 0.75}, {0.5, 0.5}},
                        "odds of 3 to 1 are a probability of 3/4, and odds of 1 to 1 are 1/2; class 1 is in column 1");
    }

    @Test
    @DisplayName("a row with two features is refused by a model of one")
    @Clause("columns")
    void wrongWidthIsRefused() {
        calling(
                        "model.probabilities(Matrix.of({1, 2})) for a model of one feature",
                        () -> model.probabilities(Matrix.of(new double[][] {{1, 2}})))
                .fails(IllegalArgumentException.class, "the model has a weight for one feature only");
    }
}
