package gradus.ml.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every estimator does, whatever it learns. A new one is tested by being listed.
class EstimatorsTest {

    /// A model, and its predictions with one row for each row.
    record Fitted(Object model, Function<Matrix, Matrix> predict) {}

    interface Fit {
        Fitted to(Matrix x, int[] labels);
    }

    enum Need {
        LABELS,
        TARGETS,
        ROWS_ALONE
    }

    record Estimator(String name, Need need, Fit fit, boolean orderMatters, int leastRows, int leastClasses) {

        static Estimator regressor(Regressor<?> settings) {
            return new Estimator(
                    settings.toString(),
                    Need.TARGETS,
                    (x, labels) -> {
                        Regressor.Fitted model = settings.fit(x, numbers(labels));
                        return new Fitted(model, rows -> column(model.predict(rows)));
                    },
                    false,
                    1,
                    1);
        }

        static Estimator classifier(Classifier<?> settings, int leastClasses) {
            return new Estimator(
                    settings.toString(),
                    Need.LABELS,
                    (x, labels) -> {
                        Classifier.Fitted model = settings.fit(x, labels);
                        return new Fitted(model, rows -> column(numbers(model.predict(rows))));
                    },
                    false,
                    leastClasses,
                    leastClasses);
        }

        static Estimator clusterer(Clusterer<?> settings) {
            return new Estimator(
                    settings.toString(),
                    Need.ROWS_ALONE,
                    (x, _) -> {
                        Clusterer.Fitted model = settings.fit(x);
                        return new Fitted(model, rows -> column(numbers(model.predict(rows))));
                    },
                    false,
                    1,
                    0);
        }

        static Estimator projector(DimensionalityReducer<?> settings, int leastRows) {
            return new Estimator(
                    settings.toString(),
                    Need.ROWS_ALONE,
                    (x, _) -> {
                        DimensionalityReducer.Fitted model = settings.fit(x);
                        return new Fitted(model, model::transform);
                    },
                    false,
                    leastRows,
                    0);
        }

        Estimator whoseRowsHaveAnOrder() {
            return new Estimator(name, need, fit, true, leastRows, leastClasses);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Estimator> ALL = List.of(
            Estimator.regressor(new LinearRegression()),
            Estimator.regressor(new Ridge(0.5)),
            Estimator.regressor(new Lasso(0.01)),
            Estimator.regressor(new ElasticNet(0.01, 0.4)),
            Estimator.regressor(new GradientDescentRegression(0.05, 50)),
            Estimator.regressor(new GradientDescentRegression(0.05, 50, 4, 3)).whoseRowsHaveAnOrder(),
            Estimator.regressor(new KNearestNeighbours(1)),
            Estimator.classifier(new KNearestNeighbours(1), 1),
            Estimator.classifier(new GaussianNaiveBayes(), 1),
            Estimator.classifier(new MultinomialNaiveBayes(), 1),
            Estimator.classifier(new LogisticRegression(1), 2),
            Estimator.classifier(new SoftmaxRegression(1), 2),
            Estimator.classifier(new Perceptron(50), 2).whoseRowsHaveAnOrder(),
            Estimator.classifier(new Perceptron(50, true), 2).whoseRowsHaveAnOrder(),
            Estimator.clusterer(new KMeans(1, 7)),
            Estimator.clusterer(new KMeans(1, 2, 10, 0, 7)),
            Estimator.projector(new Pca(1), 2));

    private static final List<Estimator> ORDERLESS =
            ALL.stream().filter(estimator -> !estimator.orderMatters).toList();

    private static final List<Estimator> TAUGHT =
            ALL.stream().filter(estimator -> estimator.need != Need.ROWS_ALONE).toList();

    private static final List<Estimator> CLASSIFIERS =
            ALL.stream().filter(estimator -> estimator.need == Need.LABELS).toList();

    private static final int[] LABELS = {5, -2, 5, -2, 5, -2, 5, -2, 5, -2, 5, -2};

    private static final Matrix X = data(Rng.of(4));

    /// Rows above 0, those with label 5 farther away.
    private static Matrix data(Rng rng) {
        return Matrix.from(12, 3, (i, _) -> rng.nextDouble() + (LABELS[i] == 5 ? 0.7 : 0));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void theSameSettingsAndDataGiveTheSameModel(Estimator estimator) {
        assertThat(estimator.fit.to(X, LABELS).model).isEqualTo(estimator.fit.to(X, LABELS).model);
    }

    @ParameterizedTest
    @FieldSource("ORDERLESS")
    void theOrderOfTheRowsDoesNotMatter(Estimator estimator) {
        int[] order = Rng.of(8).permutation(12);
        int[] labels = Arrays.stream(order).map(i -> LABELS[i]).toArray();

        Matrix predictions = estimator.fit.to(X, LABELS).predict.apply(X);
        Matrix ofPermuted =
                estimator.fit.to(X.selectRows(order), labels).predict.apply(X);
        assertThat(ofPermuted.minus(predictions).norm()).isLessThan(1e-7);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void aPredictionDependsOnItsOwnRowOnly(Estimator estimator) {
        Fitted fitted = estimator.fit.to(X, LABELS);
        Matrix together = fitted.predict.apply(X);
        Matrix alone = fitted.predict.apply(X.selectRows(3));
        assertThat(alone.minus(together.selectRows(3)).norm()).isLessThan(1e-14);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void noRowsGiveNoPredictions(Estimator estimator) {
        assertThat(estimator.fit.to(X, LABELS).predict.apply(Matrix.zeros(0, 3)).rows())
                .isZero();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void aModelKeepsWhatItLearnedWhenTheCallersLabelsChange(Estimator estimator) {
        int[] labels = LABELS.clone();
        Fitted fitted = estimator.fit.to(X, labels);
        Matrix before = fitted.predict.apply(X);
        Arrays.fill(labels, 77);
        assertThat(fitted.predict.apply(X)).isEqualTo(before);
    }

    @ParameterizedTest
    @FieldSource("TAUGHT")
    void anotherNumberOfLabelsIsRefusedWithBothCounts(Estimator estimator) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimator.fit.to(X, Arrays.copyOf(LABELS, 11)))
                .withMessageContainingAll("(12, 3)", "11");
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void anotherNumberOfColumnsIsRefusedWithBoth(Estimator estimator) {
        Fitted fitted = estimator.fit.to(X, LABELS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fitted.predict.apply(X.selectColumns(0, 1)))
                .withMessageContainingAll("3 columns", "(12, 2)");
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void aNumberThatIsNoneIsRefusedWithItsPlace(Estimator estimator) {
        Fitted fitted = estimator.fit.to(X, LABELS);
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            Matrix spoilt = Matrix.from(12, 3, (i, j) -> i == 7 && j == 1 ? bad : X.get(i, j));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> estimator.fit.to(spoilt, LABELS))
                    .withMessageContainingAll("" + bad, "row 7", "column 1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> fitted.predict.apply(spoilt))
                    .withMessageContainingAll("" + bad, "row 7", "column 1");
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void noDataIsRefusedWithItsShape(Estimator estimator) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimator.fit.to(Matrix.zeros(0, 3), new int[0]))
                .withMessageContaining("(0, 3)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimator.fit.to(Matrix.zeros(12, 0), LABELS))
                .withMessageContaining("(12, 0)");
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void oneRowIsLearnedOrRefused(Estimator estimator) {
        Matrix row = X.selectRows(0);
        int[] label = {5};
        if (estimator.leastRows > 1) {
            assertThatIllegalArgumentException().isThrownBy(() -> estimator.fit.to(row, label));
            return;
        }
        Matrix prediction = estimator.fit.to(row, label).predict.apply(row);
        assertThat(Double.isFinite(prediction.get(0, 0))).isTrue();
        if (estimator.need == Need.LABELS) {
            assertThat(prediction.get(0, 0)).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @FieldSource("CLASSIFIERS")
    void oneClassIsPredictedAlwaysOrRefusedWithItsLabel(Estimator estimator) {
        int[] labels = new int[12];
        Arrays.fill(labels, 8);
        if (estimator.leastClasses > 1) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> estimator.fit.to(X, labels))
                    .withMessageContaining("every label is 8");
            return;
        }
        assertThat(estimator.fit.to(X, labels).predict.apply(X).column(0).toArray())
                .containsOnly(8);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void aConstantColumnDoesNoHarm(Estimator estimator) {
        for (double constant : new double[] {0, 0.1, 3}) {
            Matrix x = Matrix.from(12, 3, (i, j) -> j == 1 ? constant : X.get(i, j));
            for (double number : estimator.fit.to(x, LABELS).predict.apply(x).flatten()) {
                assertThat(number).isFinite();
            }
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void repeatedRowsDoNoHarm(Estimator estimator) {
        Matrix x = X.selectRows(IntStream.range(0, 12).map(i -> i % 2).toArray());
        for (double number : estimator.fit.to(x, LABELS).predict.apply(x).flatten()) {
            assertThat(number).isFinite();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY})
    void aTargetThatIsNoNumberIsRefusedWithItsRow(double bad) {
        Vector y = Vector.of(1, 2, 3, bad);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearRegression().fit(X.selectRows(0, 1, 2, 3), y))
                .withMessageContainingAll("" + bad, "row 3");
    }

    @Test
    void aLineBetweenTwoClassesRefusesThreeWithTheirLabels() {
        int[] labels = {1, 4, 9, 1, 4, 9, 1, 4, 9, 1, 4, 9};
        for (Classifier<?> settings : List.of(new Perceptron(5), new LogisticRegression(1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> settings.fit(X, labels))
                    .withMessageContaining("[1, 4, 9]");
        }
    }

    private static Vector numbers(int[] labels) {
        return Vector.of(Arrays.stream(labels).asDoubleStream().toArray());
    }

    private static Matrix column(Vector y) {
        return Matrix.of(y.size(), 1, y.toArray());
    }
}
