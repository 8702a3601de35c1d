package gradus.checks.linear_regression;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.classic.LinearRegression;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The visible checks: run them in your IDE as often as you like.
class LinearRegressionTest {

    private static final Matrix DEPTH = Matrix.of(new double[][] {{15}, {16}, {17}, {18}, {19}, {20}});

    /// The depth of the beak in mm, and 1 for a gentoo.
    private static final Matrix WITH_GENTOO =
            Matrix.of(new double[][] {{15, 1}, {16, 1}, {17, 1}, {18, 0}, {19, 0}, {20, 0}});

    private static final Vector GRAMS = Vector.of(4950, 5700, 5550, 3950, 4100, 4550);

    @Test
    @DisplayName("predict adds up coefficients times features, and the intercept")
    @Clause("predict")
    void predictsByHand() {
        Vector none = Vector.of(0, 0);
        var model = new LinearRegression.Model(Vector.of(300, 2100), -1500, none, 0, none, List.of());
        calling(
                        "predict({{15, 1}, {20, 0}}) of a model with w = (300, 2100) and b = -1500",
                        () -> model.predict(Matrix.of(new double[][] {{15, 1}, {20, 0}}))
                                .toArray())
                .gives(new double[] {5100, 4500}, "300 · 15 + 2100 · 1 − 1500, and 300 · 20 + 2100 · 0 − 1500");
    }

    @Test
    @DisplayName("six penguins by the depth of the beak: the coefficient and the intercept of the least-squares line")
    @Clause({"least", "intercept"})
    void oneColumn() {
        calling(
                        "fit(depth, grams).coefficients()",
                        () -> new LinearRegression()
                                .fit(DEPTH, GRAMS)
                                .coefficients()
                                .toArray())
                .gives(new double[] {-240}, "the line falls by 240 g for each millimetre");
        calling(
                        "fit(depth, grams).intercept()",
                        () -> new LinearRegression().fit(DEPTH, GRAMS).intercept())
                .gives(9000.0, "the line goes through the means, 17.5 mm and 4800 g: 4800 + 240 · 17.5");
    }

    @Test
    @DisplayName("six penguins by depth and species: both coefficients, the intercept and the residuals")
    @Clause({"least", "residuals"})
    void twoColumns() {
        calling(
                        "fit(depth and gentoo, grams).coefficients()",
                        () -> new LinearRegression()
                                .fit(WITH_GENTOO, GRAMS)
                                .coefficients()
                                .toArray())
                .gives(new double[] {300, 2100}, "300 g for each millimetre, and 2100 g more for a gentoo");
        calling(
                        "fit(depth and gentoo, grams).intercept()",
                        () -> new LinearRegression().fit(WITH_GENTOO, GRAMS).intercept())
                .gives(-1500.0, "the mean of those that aren't gentoos is 4200 g at 19 mm: 4200 − 300 · 19");
        calling(
                        "fit(depth and gentoo, grams).residuals()",
                        () -> new LinearRegression()
                                .fit(WITH_GENTOO, GRAMS)
                                .residuals()
                                .toArray())
                .within(0, 1e-6)
                .gives(
                        new double[] {-150, 300, -150, 50, -100, 50},
                        "target minus prediction: the first penguin has 4950 g, and 5100 g are predicted");
    }

    @Test
    @DisplayName("six penguins: the standard errors, with six rows minus three unknowns")
    @Clause({"standard-errors", "intercept-error"})
    void standardErrors() {
        double s = Math.sqrt(150_000 / 3.0);
        calling(
                        "fit(depth and gentoo, grams).standardErrors()",
                        () -> new LinearRegression()
                                .fit(WITH_GENTOO, GRAMS)
                                .standardErrors()
                                .toArray())
                .gives(
                        new double[] {s / 2, s * Math.sqrt(35.0 / 12)},
                        "s is √(150000 / 3) = 223.6; of depth, (−1, 0, 1, −1, 0, 1) is left, whose norm is 2, and of"
                                + " gentoo a column whose squares add up to 12/35");
        calling(
                        "fit(depth and gentoo, grams).interceptStandardError()",
                        () -> new LinearRegression().fit(WITH_GENTOO, GRAMS).interceptStandardError())
                .gives(s * Math.sqrt(1 / 3.0 + 19 * 19 / 4.0), "s divided by the norm of what is left of the ones");
    }

    @Test
    @DisplayName("a weight of 0 leaves a penguin out of the fit, and it still has a residual")
    @Clause({"weights", "residuals"})
    void weightZero() {
        Vector weights = Vector.of(0, 1, 1, 1, 1, 1);
        calling(
                        "fit(depth, grams, {0, 1, 1, 1, 1, 1}).coefficients()",
                        () -> new LinearRegression()
                                .fit(DEPTH, GRAMS, weights)
                                .coefficients()
                                .toArray())
                .gives(new double[] {-375}, "the five other penguins alone have this slope");
        calling(
                        "fit(depth, grams, {0, 1, 1, 1, 1, 1}).residuals()",
                        () -> new LinearRegression()
                                .fit(DEPTH, GRAMS, weights)
                                .residuals()
                                .toArray())
                .within(0, 1e-6)
                .gives(
                        new double[] {-945, 180, 405, -820, -295, 530},
                        "the line of the five others predicts 5895 g for the first, which has 4950 g");
    }
}
