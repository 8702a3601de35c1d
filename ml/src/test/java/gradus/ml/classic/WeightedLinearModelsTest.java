package gradus.ml.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.linalg.Cholesky;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import gradus.ml.numbers.Sigmoid;
import gradus.ml.optimise.OptimisationResult;
import gradus.ml.optimise.StoppingCriterion;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Linear models of weighted rows minimise the objective that scikit-learn defines: each row's part of the
/// loss is multiplied by its weight, and the penalty is not. List a new one here.
class WeightedLinearModelsTest {

    private static final int N = 60;
    private static final Matrix X = Fixture.cloud(Rng.of(1), N, 3);
    private static final Vector Y = Fixture.targets(Rng.of(2), X, Vector.of(2, -1, 0.1), 3, 0.8);
    private static final int[] LABELS =
            IntStream.range(0, N).map(i -> Y.get(i) > 3 != (i % 5 == 0) ? 1 : 0).toArray();
    private static final Vector WEIGHTS = Vector.from(N, i -> 0.25 + i % 7);
    private static final double TOTAL = sum(WEIGHTS);

    private interface Fit {

        /// The coefficients of a fit to these rows of the data, one row per feature.
        Matrix coefficients(double penalty, Matrix x, Vector y, int[] labels, Vector weights);
    }

    /// @param sumsOverRows whether the loss is a sum over the rows rather than a mean
    private record Member(String name, boolean sumsOverRows, Fit fit) {

        Matrix coefficients(double penalty, Matrix x, Vector weights) {
            return fit.coefficients(penalty, x, Y, LABELS, weights);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Member> MEMBERS = List.of(
            new Member(
                    "linear regression",
                    true,
                    (_, x, y, _, weights) -> Estimator.column(
                            new LinearRegression().fit(x, y, weights).coefficients())),
            new Member(
                    "ridge",
                    true,
                    (penalty, x, y, _, weights) -> Estimator.column(
                            new Ridge(penalty).fit(x, y, weights).coefficients())),
            new Member(
                    "lasso",
                    false,
                    (penalty, x, y, _, weights) -> Estimator.column(new Lasso(penalty / 10, 1e-13, 10_000)
                            .fit(x, y, weights)
                            .coefficients())),
            new Member(
                    "elastic net",
                    false,
                    (penalty, x, y, _, weights) -> Estimator.column(new ElasticNet(penalty / 10, 0.4, 1e-13, 10_000)
                            .fit(x, y, weights)
                            .coefficients())),
            new Member(
                    "logistic regression",
                    true,
                    (penalty, x, _, labels, weights) -> Estimator.column(new LogisticRegression(penalty, 1e-14, 100)
                            .fit(x, labels, weights)
                            .coefficients())),
            new Member(
                    "softmax regression",
                    true,
                    (penalty, x, _, labels, weights) -> new SoftmaxRegression(
                                    penalty, new StoppingCriterion(1e-12, 10_000))
                            .fit(x, labels, weights)
                            .coefficients()));

    @ParameterizedTest
    @FieldSource("MEMBERS")
    void aCommonFactorOfWeightsAndPenaltyChangesNothing(Member member) {
        for (double factor : new double[] {0.3, 1e-20, 1e20}) {
            Matrix expected = member.coefficients(2, X, WeightedRows.ones(N));
            Matrix found = member.coefficients(member.sumsOverRows ? 2 * factor : 2, X, Vector.from(N, _ -> factor));
            assertThat(found.minus(expected).norm()).isLessThan(1e-9);
        }
    }

    @ParameterizedTest
    @FieldSource("MEMBERS")
    void weightsMatterAsRepeatedRowsDoFarFromZeroAndInMoreColumnsThanRows(Member member) {
        Vector counts = Vector.from(N, i -> 1 + i % 3);
        int[] repeated = IntStream.range(0, N)
                .flatMap(i -> IntStream.generate(() -> i).limit(1 + i % 3))
                .toArray();
        Matrix far = Matrix.from(N, 3, (i, j) -> Math.rint(X.get(i, j) * 1024) / 1024 + 0x1p30 * (j + 1));
        Matrix wide = Fixture.cloud(Rng.of(3), N, 90);
        for (Matrix x : List.of(far, wide)) {
            if (x == wide && member.name.equals("linear regression")) {
                // Any of many coefficients fit.
                continue;
            }
            Matrix expected = member.fit.coefficients(
                    2,
                    x.selectRows(repeated),
                    Vector.from(repeated.length, i -> Y.get(repeated[i])),
                    Arrays.stream(repeated).map(i -> LABELS[i]).toArray(),
                    WeightedRows.ones(repeated.length));
            assertThat(member.coefficients(2, x, counts).minus(expected).norm()).isLessThan(1e-7 * expected.norm());
        }
    }

    @ParameterizedTest
    @FieldSource("MEMBERS")
    void aRowOfNearlyNoWeightIsNearlyLeftOut(Member member) {
        for (double little : new double[] {1e-30, 1e-300, Double.MIN_VALUE}) {
            Vector without = Vector.from(N, i -> i % 4 == 0 ? 0 : WEIGHTS.get(i));
            Vector with = Vector.from(N, i -> i % 4 == 0 ? little : WEIGHTS.get(i));
            assertThat(member.coefficients(1, X, with)
                            .minus(member.coefficients(1, X, without))
                            .norm())
                    .isLessThan(1e-10);
        }
    }

    @Test
    void ridgeSolvesTheWeightedNormalEquations() {
        Matrix all = X.hstack(Matrix.from(N, 1, (_, _) -> 1));
        Matrix weighted = Matrix.from(N, 4, (i, j) -> WEIGHTS.get(i) * all.get(i, j));
        for (double penalty : new double[] {0, 5}) {
            Matrix gram = all.transposeTimes(weighted);
            Matrix system = Matrix.from(4, 4, (i, j) -> gram.get(i, j) + (i == j && i < 3 ? penalty : 0));
            Vector expected = Cholesky.of(system).solve(weighted.transposeTimes(Y));
            var model = new Ridge(penalty).fit(X, Y, WEIGHTS);
            for (int j = 0; j < 3; j++) {
                assertThat(model.coefficients().get(j)).isCloseTo(expected.get(j), within(1e-12));
            }
            assertThat(model.intercept()).isCloseTo(expected.get(3), within(1e-12));
        }
    }

    @Test
    void lassoMeetsTheOptimalityConditionsOfTheWeightedMean() {
        double penalty = 0.3;
        var model = new Lasso(penalty, 1e-13, 10_000).fit(X, Y, WEIGHTS);
        Vector errors = weighted(Y.minus(model.predict(X)));
        assertThat(sum(errors)).isCloseTo(0, within(1e-10));
        Vector gradient = X.transposeTimes(errors).times(1 / TOTAL);
        assertThat(model.selectedFeatures()).containsExactly(0, 1);
        assertThat(gradient.get(0)).isCloseTo(penalty, within(1e-11));
        assertThat(gradient.get(1)).isCloseTo(-penalty, within(1e-11));
        assertThat(Math.abs(gradient.get(2))).isLessThan(penalty);
        double objective = errors.dot(Y.minus(model.predict(X))) / (2 * TOTAL)
                + penalty
                        * (Math.abs(model.coefficients().get(0))
                                + Math.abs(model.coefficients().get(1)));
        assertThat(model.objectiveValues().get(model.objectiveValues().size() - 1))
                .isCloseTo(objective, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 3})
    void logisticAndSoftmaxRegressionHaveNoGradientOfTheWeightedLikelihood(double penalty) {
        var logistic = new LogisticRegression(penalty, 1e-14, 100).fit(X, LABELS, WEIGHTS);
        Vector logOdds = logistic.logOdds(X);
        Vector errors = weighted(Vector.from(N, i -> Sigmoid.of(logOdds.get(i)) - LABELS[i]));
        assertThat(sum(errors)).isCloseTo(0, within(1e-9));
        assertThat(X.transposeTimes(errors)
                        .plus(logistic.coefficients().times(penalty))
                        .norm())
                .isLessThan(1e-9);

        var softmax = new SoftmaxRegression(penalty, new StoppingCriterion(1e-12, 10_000)).fit(X, LABELS, WEIGHTS);
        Matrix probabilities = softmax.probabilities(X);
        for (int k = 0; k < 2; k++) {
            int own = k;
            Vector ofClass = weighted(Vector.from(N, i -> probabilities.get(i, own) - (LABELS[i] == own ? 1 : 0)));
            assertThat(sum(ofClass)).isCloseTo(0, within(1e-9));
            assertThat(X.transposeTimes(ofClass)
                            .plus(softmax.coefficients().column(k).times(penalty))
                            .norm())
                    .isLessThan(1e-9);
        }
    }

    @Test
    void withoutAPenaltyWeightsDecideNotWhetherThereIsAnOptimumButWhere() {
        Vector uneven = Vector.from(N, i -> LABELS[i] == 1 ? 1000 : 1);
        assertThat(new LogisticRegression(0).fit(X, LABELS, uneven).intercept()
                        - new LogisticRegression(0).fit(X, LABELS).intercept())
                .isBetween(5.0, 9.0);
        assertThat(new SoftmaxRegression(0).fit(X, LABELS, uneven).stopReason())
                .isEqualTo(OptimisationResult.StopReason.CONVERGED);

        int[] separated =
                IntStream.range(0, N).map(i -> X.get(i, 0) > 0 ? 1 : 0).toArray();
        Matrix boundary = Matrix.from(N, 3, (i, j) -> i < 8 && j == 0 ? 0 : X.get(i, j));
        int[] both =
                IntStream.range(0, N).map(i -> i < 8 ? i % 2 : separated[i]).toArray();
        for (Classifier.Weighted<?> estimator : List.of(new LogisticRegression(0), new SoftmaxRegression(0))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> estimator.fit(X, separated, WEIGHTS))
                    .withMessageContaining("separa");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> estimator.fit(boundary, both, WEIGHTS))
                    .withMessageContaining("separa");
        }
    }

    @Test
    void standardErrorsCountWeightsAsRows() {
        Vector counts = Vector.from(N, i -> i % 4);
        int[] repeated = IntStream.range(0, N)
                .flatMap(i -> IntStream.generate(() -> i).limit(i % 4))
                .toArray();
        var expected = new LinearRegression()
                .fit(X.selectRows(repeated), Vector.from(repeated.length, i -> Y.get(repeated[i])));
        var model = new LinearRegression().fit(X, Y, counts);
        assertThat(model.standardErrors().minus(expected.standardErrors()).norm())
                .isLessThan(1e-13);
        assertThat(model.interceptStandardError()).isCloseTo(expected.interceptStandardError(), within(1e-13));
    }

    @Test
    void reciprocalVariancesDividedByTheirMeanGiveTheTextbookStandardErrors() {
        Matrix all = X.hstack(Matrix.from(N, 1, (_, _) -> 1));
        Matrix gram = all.transposeTimes(Matrix.from(N, 4, (i, j) -> WEIGHTS.get(i) * all.get(i, j)));
        var model = new LinearRegression().fit(X, Y, WEIGHTS.times(N / TOTAL));
        double variance = weighted(model.residuals()).dot(model.residuals()) / (N - 4);
        for (int j = 0; j < 4; j++) {
            int own = j;
            double inverse = Cholesky.of(gram)
                    .solve(Vector.from(4, i -> i == own ? 1 : 0))
                    .get(j);
            double found = j < 3 ? model.standardErrors().get(j) : model.interceptStandardError();
            assertThat(found).isCloseTo(Math.sqrt(variance * inverse), within(1e-13));
        }
    }

    @Test
    void everyRowHasAResidualWhateverItsWeight() {
        Vector weights = Vector.from(
                N, i -> i % 4 == 0 ? 0 : i % 4 == 1 ? 1e-40 : i % 4 == 2 ? Double.MIN_VALUE : WEIGHTS.get(i));
        Matrix far = Matrix.from(N, 3, (i, j) -> Math.rint(X.get(i, j) * 1024) / 1024 + 0x1p30);
        Matrix near = far.map(value -> value - 0x1p30);
        var model = new LinearRegression().fit(far, Y, weights);
        assertThat(model.residuals()
                        .minus(Y.minus(
                                new LinearRegression().fit(near, Y, weights).predict(near)))
                        .norm())
                .isLessThan(1e-12);
    }

    @Test
    void theSizeOfTheWeightsDoesNotDecideWhichColumnsAreDependent() {
        Matrix x = Matrix.from(N, 4, (i, j) -> j < 3 ? X.get(i, j) + 1e6 : X.get(i, 0) / 3 - X.get(i, 2) / 7 + 1e6);
        for (double factor : new double[] {1e-20, 1, 1e20}) {
            assertThat(new LinearRegression().fit(x, Y, WEIGHTS.times(factor)).dependentColumns())
                    .containsExactly(3);
        }
    }

    @Test
    void asManyDegreesOfFreedomAsWeightIsLeft() {
        Matrix x = X.selectRows(0, 1, 2, 3, 4, 5);
        Vector y = Vector.from(6, Y::get);
        for (double weight : new double[] {0.5, 4 / 6.0}) {
            assertThat(new LinearRegression()
                            .fit(x, y, Vector.from(6, _ -> weight))
                            .interceptStandardError())
                    .isNaN();
        }
        assertThat(new LinearRegression().fit(x, y).interceptStandardError()).isPositive();
    }

    private static Vector weighted(Vector ofRows) {
        return Vector.from(N, i -> WEIGHTS.get(i) * ofRows.get(i));
    }

    private static double sum(Vector numbers) {
        return Arrays.stream(numbers.toArray()).sum();
    }
}
