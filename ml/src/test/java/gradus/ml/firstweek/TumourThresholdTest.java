package gradus.ml.firstweek;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.ml.classic.LogisticRegression;
import gradus.ml.data.Table;
import gradus.ml.data.io.Csv;
import gradus.ml.data.preprocess.EncodedLabels;
import gradus.ml.data.preprocess.Pipeline;
import gradus.ml.data.preprocess.StandardScaler;
import gradus.ml.data.split.TrainTestSplit;
import gradus.ml.numbers.Rng;
import gradus.ml.score.ClassificationMetrics;
import gradus.ml.score.RocCurve;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A decision threshold chosen by cost: to miss a malignant tumour is ten times as bad as a false alarm.
class TumourThresholdTest {

    private static final double FALSE_ALARM = 1;
    private static final double MISS = 10;

    @Test
    void aThresholdChosenByCostSavesMoreThanHalfOfTheCost() {
        Path file = Path.of(System.getProperty("gradus.root"), "data/breast-cancer/breast-cancer.csv");
        Table table = Csv.read(file);
        Table tumours = table.select(table.columnNames().stream()
                .filter(name -> name.startsWith("mean_") || name.equals("diagnosis"))
                .toArray(String[]::new));
        TrainTestSplit outer = TrainTestSplit.stratified(diagnoses(tumours), 0.4, Rng.of(1));
        Table rest = tumours.selectRows(outer.train());
        TrainTestSplit inner = TrainTestSplit.stratified(diagnoses(rest), 0.5, Rng.of(2));
        Table training = rest.selectRows(inner.train());
        Table validation = rest.selectRows(inner.test());
        Table test = tumours.selectRows(outer.test());

        Pipeline.Fitted pipeline = Pipeline.of(new StandardScaler()).fit(training.drop("diagnosis"));
        LogisticRegression.Model model =
                new LogisticRegression(1).fit(pipeline.transformToMatrix(training), diagnoses(training));
        double threshold = rocCurve(model, pipeline, validation).minimumCostThreshold(FALSE_ALARM, MISS);
        RocCurve onTest = rocCurve(model, pipeline, test);
        double usualCost = onTest.cost(0.5, FALSE_ALARM, MISS);
        double cost = onTest.cost(threshold, FALSE_ALARM, MISS);

        assertThat(threshold).isBetween(0.0, 0.5);
        assertThat(cost).isLessThan(usualCost / 2);
        assertThat(onTest.auc()).isGreaterThan(0.97);
    }

    private static RocCurve rocCurve(LogisticRegression.Model model, Pipeline.Fitted pipeline, Table table) {
        return RocCurve.of(
                ClassificationMetrics.oneVsRest(diagnoses(table), 1),
                model.probabilities(pipeline.transformToMatrix(table)).column(1));
    }

    private static int[] diagnoses(Table table) {
        return EncodedLabels.of(table.column("diagnosis"), List.of("benign", "malignant"))
                .classIndices();
    }
}
