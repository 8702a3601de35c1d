package gradus.ml.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Properties of every estimator. Add a new estimator to [Estimator#ALL] to test it.
class EstimatorsTest {

    private static final List<Estimator> ROW_ORDER_INVARIANT = Estimator.ALL.stream()
            .filter(estimator -> !estimator.dependsOnRowOrder())
            .toList();

    private static final List<Estimator> SUPERVISED = Estimator.ALL.stream()
            .filter(estimator -> estimator.need() != Estimator.Need.FEATURES_ONLY)
            .toList();

    private static final List<Estimator> CLASSIFIERS = Estimator.ALL.stream()
            .filter(estimator -> estimator.need() == Estimator.Need.LABELS)
            .toList();

    private static final int[] LABELS = {5, -2, 5, -2, 5, -2, 5, -2, 5, -2, 5, -2};

    private static final Matrix X = data(Rng.of(4));

    /// Positive rows; those with label 5 are shifted by 0.7.
    private static Matrix data(Rng rng) {
        return Matrix.from(12, 3, (i, _) -> rng.nextDouble() + (LABELS[i] == 5 ? 0.7 : 0));
    }

    @ParameterizedTest
    @FieldSource("gradus.ml.classic.Estimator#ALL")
    void sameHyperparametersAndDataGiveTheSameModel(Estimator estimator) {
        assertThat(estimator.fit().to(X, LABELS).model())
                .isEqualTo(estimator.fit().to(X, LABELS).model());
    }

    @ParameterizedTest
    @FieldSource("ROW_ORDER_INVARIANT")
    void rowOrderDoesNotMatter(Estimator estimator) {
        int[] order = Rng.of(8).permutation(12);
        int[] labels = Arrays.stream(order).map(i -> LABELS[i]).toArray();

        Matrix predictions = estimator.fit().to(X, LABELS).predict().apply(X);
        Matrix ofPermuted =
                estimator.fit().to(X.selectRows(order), labels).predict().apply(X);
        assertThat(ofPermuted.minus(predictions).norm()).isLessThan(1e-7);
    }

    @ParameterizedTest
    @FieldSource("gradus.ml.classic.Estimator#ALL")
    void eachPredictionDependsOnItsRowOnly(Estimator estimator) {
        Estimator.Fitted fitted = estimator.fit().to(X, LABELS);
        Matrix together = fitted.predict().apply(X);
        Matrix alone = fitted.predict().apply(X.selectRows(3));
        assertThat(alone.minus(together.selectRows(3)).norm()).isLessThan(1e-14);
    }

    @ParameterizedTest
    @FieldSource("gradus.ml.classic.Estimator#ALL")
    void noRowsGiveNoPredictions(Estimator estimator) {
        assertThat(estimator
                        .fit()
                        .to(X, LABELS)
                        .predict()
                        .apply(Matrix.zeros(0, 3))
                        .rows())
                .isZero();
    }

    @ParameterizedTest
    @FieldSource("gradus.ml.classic.Estimator#ALL")
    void modelCopiesTheLabels(Estimator estimator) {
        int[] labels = LABELS.clone();
        Estimator.Fitted fitted = estimator.fit().to(X, labels);
        Matrix before = fitted.predict().apply(X);
        Arrays.fill(labels, 77);
        assertThat(fitted.predict().apply(X)).isEqualTo(before);
    }

    @ParameterizedTest
    @FieldSource("gradus.ml.classic.Estimator#ALL")
    void listsOfAModelCannotBeChanged(Estimator estimator) throws ReflectiveOperationException {
        Object model = estimator.fit().to(X, LABELS).model();
        for (RecordComponent component : model.getClass().getRecordComponents()) {
            if (component.getAccessor().invoke(model) instanceof List<?> list) {
                assertThatThrownBy(list::clear).isInstanceOf(UnsupportedOperationException.class);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("SUPERVISED")
    void wrongNumberOfLabelsThrowsWithBothCounts(Estimator estimator) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimator.fit().to(X, Arrays.copyOf(LABELS, 11)))
                .withMessageContainingAll("(12, 3)", "11");
    }

    @ParameterizedTest
    @FieldSource("gradus.ml.classic.Estimator#ALL")
    void wrongNumberOfColumnsThrowsWithBothCounts(Estimator estimator) {
        Estimator.Fitted fitted = estimator.fit().to(X, LABELS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fitted.predict().apply(X.selectColumns(0, 1)))
                .withMessageContainingAll("3 columns", "(12, 2)");
    }

    @ParameterizedTest
    @FieldSource("gradus.ml.classic.Estimator#ALL")
    void nonFiniteFeatureThrowsWithRowAndColumn(Estimator estimator) {
        Estimator.Fitted fitted = estimator.fit().to(X, LABELS);
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            Matrix invalid = Matrix.from(12, 3, (i, j) -> i == 7 && j == 1 ? bad : X.get(i, j));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> estimator.fit().to(invalid, LABELS))
                    .withMessageContainingAll("" + bad, "row 7", "column 1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> fitted.predict().apply(invalid))
                    .withMessageContainingAll("" + bad, "row 7", "column 1");
        }
    }

    @ParameterizedTest
    @FieldSource("gradus.ml.classic.Estimator#ALL")
    void emptyTrainingSetThrowsWithItsShape(Estimator estimator) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimator.fit().to(Matrix.zeros(0, 3), new int[0]))
                .withMessageContaining("(0, 3)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimator.fit().to(Matrix.zeros(12, 0), LABELS))
                .withMessageContaining("(12, 0)");
    }

    @ParameterizedTest
    @FieldSource("gradus.ml.classic.Estimator#ALL")
    void singleRowIsFittedOrThrows(Estimator estimator) {
        Matrix row = X.selectRows(0);
        int[] label = {5};
        if (estimator.minRows() > 1) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> estimator.fit().to(row, label));
            return;
        }
        Matrix prediction = estimator.fit().to(row, label).predict().apply(row);
        assertThat(Double.isFinite(prediction.get(0, 0))).isTrue();
        if (estimator.need() == Estimator.Need.LABELS) {
            assertThat(prediction.get(0, 0)).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @FieldSource("CLASSIFIERS")
    void singleClassIsAlwaysPredictedOrThrowsWithItsLabel(Estimator estimator) {
        int[] labels = new int[12];
        Arrays.fill(labels, 8);
        if (estimator.minClasses() > 1) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> estimator.fit().to(X, labels))
                    .withMessageContaining("every label is 8");
            return;
        }
        assertThat(estimator.fit().to(X, labels).predict().apply(X).column(0).toArray())
                .containsOnly(8);
    }

    @ParameterizedTest
    @FieldSource("gradus.ml.classic.Estimator#ALL")
    void constantColumnsAreHandled(Estimator estimator) {
        for (double constant : new double[] {0, 0.1, 3}) {
            Matrix x = Matrix.from(12, 3, (i, j) -> j == 1 ? constant : X.get(i, j));
            for (double number :
                    estimator.fit().to(x, LABELS).predict().apply(x).flatten()) {
                assertThat(number).isFinite();
            }
        }
    }

    @ParameterizedTest
    @FieldSource("gradus.ml.classic.Estimator#ALL")
    void duplicateRowsAreHandled(Estimator estimator) {
        Matrix x = X.selectRows(IntStream.range(0, 12).map(i -> i % 2).toArray());
        for (double number : estimator.fit().to(x, LABELS).predict().apply(x).flatten()) {
            assertThat(number).isFinite();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY})
    void nonFiniteTargetThrowsWithItsRow(double bad) {
        Vector y = Vector.of(1, 2, 3, bad);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearRegression().fit(X.selectRows(0, 1, 2, 3), y))
                .withMessageContainingAll("" + bad, "row 3");
    }

    @Test
    void binaryClassifiersRejectThreeClasses() {
        int[] labels = {1, 4, 9, 1, 4, 9, 1, 4, 9, 1, 4, 9};
        for (Classifier<?> estimator : List.of(new Perceptron(5), new LogisticRegression(1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> estimator.fit(X, labels))
                    .withMessageContaining("[1, 4, 9]");
        }
    }
}
