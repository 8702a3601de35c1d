package gradus.ml.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import gradus.ml.optimise.StoppingCriterion;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The contract of the linear models and of PCA on data at the edges. List a new one here.
class LinearFamilyTest {

    /// A fitted model: its coefficients, and its predictions, one row per row.
    record Fitted(Matrix coefficients, Function<Matrix, Matrix> predict) {}

    interface Fit {
        Fitted to(Matrix x, Vector y);
    }

    /// @param accuracy of the coefficients: iterative methods stop earlier than direct ones. 1 for a method
    ///     that does not claim to find the same model at any distance from 0
    record Member(String name, double accuracy, Fit fit) {

        static Member regressor(Regressor<? extends LinearModel> estimator, double accuracy) {
            return new Member(estimator.toString(), accuracy, (x, y) -> {
                LinearModel model = estimator.fit(x, y);
                return new Fitted(column(model.coefficients()), rows -> column(model.predict(rows)));
            });
        }

        static Member weighted(Regressor.Weighted<? extends LinearModel> estimator, double accuracy) {
            return new Member("weighted " + estimator, accuracy, (x, y) -> {
                LinearModel model = estimator.fit(x, y, unevenWeights(x));
                return new Fitted(column(model.coefficients()), rows -> column(model.predict(rows)));
            });
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Member> MEMBERS = List.of(
            Member.weighted(new LinearRegression(), 1e-11),
            Member.weighted(new Ridge(0.5), 1e-11),
            Member.weighted(new Ridge(1e-300), 1e-11),
            Member.weighted(new ElasticNet(0.01, 0.4), 1e-7),
            new Member("weighted logistic regression", 1e-7, (x, y) -> {
                var model = new LogisticRegression(0.5).fit(x, halves(y), unevenWeights(x));
                return new Fitted(column(model.coefficients()), model::probabilities);
            }),
            new Member("weighted softmax regression", 1e-6, (x, y) -> {
                var model = new SoftmaxRegression(0.5, new StoppingCriterion(1e-10, 5000))
                        .fit(x, halves(y), unevenWeights(x));
                return new Fitted(model.coefficients(), model::probabilities);
            }),
            Member.regressor(new LinearRegression(), 1e-12),
            Member.regressor(new Ridge(0.5), 1e-12),
            Member.regressor(new Ridge(1e-300), 1e-12),
            Member.regressor(new Lasso(0.01), 1e-7),
            Member.regressor(new ElasticNet(0.01, 0.4), 1e-7),
            Member.regressor(new ElasticNet(0.01, 0), 1e-7),
            new Member("logistic regression", 1e-7, (x, y) -> {
                var model = new LogisticRegression(0.5).fit(x, halves(y));
                return new Fitted(column(model.coefficients()), model::probabilities);
            }),
            new Member("softmax regression", 1e-6, (x, y) -> {
                var model = new SoftmaxRegression(0.5, new StoppingCriterion(1e-10, 5000)).fit(x, halves(y));
                return new Fitted(model.coefficients(), model::probabilities);
            }),
            new Member("perceptron", 1, (x, y) -> {
                var model = new Perceptron(20).fit(x, halves(y));
                return new Fitted(column(model.coefficients()), rows -> labels(model.predict(rows)));
            }),
            new Member("averaged perceptron", 1, (x, y) -> {
                var model = new Perceptron(20, true).fit(x, halves(y));
                return new Fitted(column(model.coefficients()), rows -> labels(model.predict(rows)));
            }),
            new Member("PCA", 1e-12, (x, _) -> {
                var model = new Pca(1).fit(x);
                return new Fitted(model.components(), model::transform);
            }));

    private static final List<Member> CENTRING =
            MEMBERS.stream().filter(member -> member.accuracy < 1).toList();

    private static final Matrix X = onGrid(Fixture.cloud(Rng.of(1), 40, 3));
    private static final Vector Y = Fixture.targets(Rng.of(2), X, Vector.of(2, -1, 0.5), 3, 0.5);

    /// Rounded to multiples of 2⁻¹⁰, so that adding a large number is exact.
    private static Matrix onGrid(Matrix x) {
        return x.map(value -> Math.rint(value * 1024) / 1024);
    }

    @ParameterizedTest
    @FieldSource("CENTRING")
    void coefficientsDoNotDependOnTheDistanceFromZero(Member member) {
        Matrix near = member.fit.to(X, Y).coefficients;
        for (double distance : new double[] {0x1p20, -0x1p30, 0x1p40}) {
            Matrix far = Matrix.from(40, 3, (i, j) -> X.get(i, j) + distance * (j + 1));
            Matrix found = member.fit.to(far, Y).coefficients;
            assertThat(found.minus(near).norm()).as("at " + distance).isLessThan(member.accuracy * near.norm());
        }
    }

    @ParameterizedTest
    @FieldSource("CENTRING")
    void predictionsKeepTheDigitsThatTheDistanceFromZeroLeaves(Member member) {
        Matrix near = member.fit.to(X, Y).predict.apply(X);
        Matrix far = Matrix.from(40, 3, (i, j) -> X.get(i, j) + 0x1p30 * (j + 1));
        assertThat(member.fit.to(far, Y).predict.apply(far).minus(near).norm()).isLessThan(1e-5);
    }

    @ParameterizedTest
    @FieldSource("MEMBERS")
    void aRepeatedAndAConstantColumnDoNoHarm(Member member) {
        Matrix x = Matrix.from(40, 6, (i, j) -> j < 3 ? X.get(i, j) : j == 3 ? X.get(i, 0) : j == 4 ? 0.1 : 1e15);
        assertFinite(member.fit.to(x, Y), x);
        assertFinite(member.fit.to(x.selectColumns(4, 0, 0, 0), Y), x.selectColumns(4, 0, 0, 0));
    }

    @ParameterizedTest
    @FieldSource("MEMBERS")
    void everyShapeIsFittedOrRefusedInASentence(Member member) {
        for (int[] shape : new int[][] {{1, 1}, {1, 5}, {2, 1}, {2, 2}, {2, 9}, {3, 3}, {3, 40}, {9, 2}, {9, 9}}) {
            Matrix x = Fixture.cloud(Rng.of(3), shape[0], shape[1]);
            assertFittedOrRefused(member, x, Y);
            assertFittedOrRefused(member, Matrix.zeros(shape[0], shape[1]), Y);
            assertFittedOrRefused(member, x.map(value -> 7), Y);
            assertFittedOrRefused(member, x, Vector.from(40, i -> 5));
            assertFittedOrRefused(member, x.selectColumns(new int[shape[1] + 2]), Y);
        }
    }

    @ParameterizedTest
    @FieldSource("MEMBERS")
    void numbersNearTheEndsOfTheTypeAreFittedOrRefusedInASentence(Member member) {
        double[] sizes = {Double.MIN_VALUE, 1e-310, 1e-200, 1e-100, 1e100, 1e200, 1e307};
        for (double size : sizes) {
            Matrix x = X.times(size);
            assertFittedOrRefused(member, x, Y);
            assertFittedOrRefused(member, X, Y.times(size));
            assertFittedOrRefused(member, x, Y.times(size));
            assertFittedOrRefused(member, Matrix.from(40, 3, (i, j) -> j == 1 ? x.get(i, j) : X.get(i, j)), Y);
        }
        Matrix opposite = Matrix.from(40, 1, (i, _) -> i % 2 == 0 ? Double.MAX_VALUE : -Double.MAX_VALUE);
        assertFittedOrRefused(member, opposite, Y);
    }

    @ParameterizedTest
    @FieldSource("MEMBERS")
    void aValueThatIsNotFiniteIsRefusedInAnyPlace(Member member) {
        for (int i : new int[] {0, 20, 39}) {
            for (int j = 0; j < 3; j++) {
                int row = i;
                int column = j;
                Matrix x = Matrix.from(40, 3, (r, c) -> r == row && c == column ? Double.NaN : X.get(r, c));
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> member.fit.to(x, Y))
                        .withMessageContainingAll("NaN at row " + row, "column " + column);
            }
        }
    }

    private static void assertFittedOrRefused(Member member, Matrix x, Vector y) {
        Vector targets = Vector.of(Arrays.copyOf(y.toArray(), x.rows()));
        try {
            assertFinite(member.fit.to(x, targets), x);
        } catch (IllegalArgumentException refusal) {
            assertThat(refusal).message().as(x.shape()).matches("(?s).+; .+");
        }
    }

    private static void assertFinite(Fitted fitted, Matrix x) {
        for (double number : fitted.coefficients.flatten()) {
            assertThat(number).as("coefficients " + fitted.coefficients).isFinite();
        }
        for (double number : fitted.predict.apply(x).flatten()) {
            assertThat(number).as("predictions").isFinite();
        }
    }

    /// Class 1 for targets above 3 and for every fifth row, else class 0.
    private static int[] halves(Vector y) {
        return IntStream.range(0, y.size())
                .map(i -> y.get(i) > 3 || i % 5 == 4 ? 1 : 0)
                .toArray();
    }

    /// From 0 to 1000.
    private static Vector unevenWeights(Matrix x) {
        return Vector.from(x.rows(), i -> i % 7 == 6 ? 0 : Math.pow(10, i % 7 - 2));
    }

    private static Matrix labels(int[] labels) {
        return column(Vector.from(labels.length, i -> labels[i]));
    }

    private static Matrix column(Vector y) {
        return Matrix.of(y.size(), 1, y.toArray());
    }
}
