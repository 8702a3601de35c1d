package gradus.ml.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.ml.classic.LogisticRegression;
import gradus.ml.classic.Perceptron;
import gradus.ml.classic.Ridge;
import gradus.ml.classic.SoftmaxRegression;
import gradus.ml.data.NumberColumn;
import gradus.ml.data.StringColumn;
import gradus.ml.data.Table;
import gradus.ml.data.preprocess.OneHotEncoder;
import gradus.ml.data.preprocess.Pipeline;
import gradus.ml.data.preprocess.StandardScaler;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PipelineModelsTest {

    private static final Table TABLE = Table.of("size", NumberColumn.of(1, 2, 3, 4, 5, 6))
            .withColumn("town", StringColumn.of("Ulm", "Bonn", "Ulm", "Bonn", "Ulm", "Bonn"));
    private static final Vector PRICES = Vector.of(1, 4, 3, 7, 5, 9);
    private static final int[] LABELS = {3, 3, 3, 8, 8, 8};

    private final Pipeline pipeline = Pipeline.of(new OneHotEncoder(), new StandardScaler());

    @Test
    void aPipelineWithAModelIsTheModelOnTheTransformedTable() {
        Pipeline.Fitted fitted = pipeline.fit(TABLE);
        Matrix x = fitted.transformToMatrix(TABLE);

        var regressor = new PipelineRegressor<>(pipeline, new Ridge(1)).fit(TABLE, PRICES);
        assertThat(regressor.model()).isEqualTo(new Ridge(1).fit(x, PRICES));
        assertThat(regressor.predict(TABLE))
                .isEqualTo(new Ridge(1).fit(x, PRICES).predict(x));
        assertThat(regressor.pipeline().featureNames()).isEqualTo(fitted.featureNames());

        var classifier = new PipelineClassifier<>(pipeline, new LogisticRegression(1)).fit(TABLE, LABELS);
        var alone = new LogisticRegression(1).fit(x, LABELS);
        assertThat(classifier.classes()).containsExactly(3, 8);
        assertThat(classifier.predict(TABLE)).isEqualTo(alone.predict(x));
        assertThat(classifier.probabilities(TABLE)).isEqualTo(alone.probabilities(x));
    }

    @Test
    void otherColumnsOfATestSetAreIgnored() {
        var model = new PipelineRegressor<>(pipeline, new Ridge(1)).fit(TABLE, PRICES);

        assertThat(model.predict(TABLE.withColumn("price", NumberColumn.of(PRICES.toArray()))))
                .isEqualTo(model.predict(TABLE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.predict(TABLE.drop("town")))
                .withMessageContaining("no column \"town\"");
    }

    @Test
    void theLowerTheThresholdTheMoreRowsAreOfTheSecondClass() {
        var model = new PipelineClassifier<>(pipeline, new LogisticRegression(1)).fit(TABLE, LABELS);
        double[] second = model.probabilities(TABLE).column(1).toArray();

        assertThat(model.predictAt(0, TABLE)).containsOnly(8);
        assertThat(model.predictAt(Double.POSITIVE_INFINITY, TABLE)).containsOnly(3);
        for (double threshold : second) {
            assertThat(model.predictAt(threshold, TABLE))
                    .containsExactly(Arrays.stream(second)
                            .mapToInt(p -> p >= threshold ? 8 : 3)
                            .toArray());
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.predictAt(Double.NaN, TABLE))
                .withMessage("threshold must be a number, got NaN");
    }

    @Test
    void aThresholdNeedsTwoClassesAndProbabilities() {
        var three =
                new PipelineClassifier<>(pipeline, new SoftmaxRegression(1)).fit(TABLE, new int[] {1, 1, 2, 2, 3, 3});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> three.predictAt(0.5, TABLE))
                .withMessage("a decision threshold is for two classes, got 3, [1, 2, 3]; predict the most probable "
                        + "class instead");
        var labelsOnly = new PipelineClassifier<>(pipeline, new Perceptron(9)).fit(TABLE, LABELS);
        assertThat(labelsOnly.predict(TABLE)).containsExactly(LABELS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> labelsOnly.predictAt(0.5, TABLE))
                .withMessageContaining("predicts labels only; for probabilities, use a probabilistic classifier");
    }

    @Test
    void rowsWithoutATargetAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PipelineRegressor<>(pipeline, new Ridge(1)).fit(TABLE, Vector.of(1, 2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new PipelineClassifier<>(pipeline, new LogisticRegression(1)).fit(TABLE.head(0), new int[0]))
                .withMessage("a pipeline must be fitted to at least 1 row, got 0");
    }
}
