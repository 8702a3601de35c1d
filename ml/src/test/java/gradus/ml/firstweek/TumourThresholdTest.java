package gradus.ml.firstweek;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.ml.classic.LogisticRegression;
import gradus.ml.data.Table;
import gradus.ml.data.io.Csv;
import gradus.ml.data.preprocess.EncodedLabels;
import gradus.ml.data.preprocess.Pipeline;
import gradus.ml.data.preprocess.StandardScaler;
import gradus.ml.data.split.Folds;
import gradus.ml.data.split.TrainTestSplit;
import gradus.ml.numbers.Rng;
import gradus.ml.score.ConfusionMatrix;
import gradus.ml.selection.CrossValidation;
import gradus.ml.selection.PipelineClassifier;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// A decision threshold chosen by cost: to miss a malignant tumour is ten times as bad as a false alarm.
class TumourThresholdTest {

    private static final double FALSE_ALARM = 1;
    private static final double MISS = 10;

    @Test
    void aThresholdChosenByCostSavesMoreThanHalfOfTheCost() {
        Table table = Csv.read(Path.of(System.getProperty("gradus.root"), "data/breast-cancer/breast-cancer.csv"));
        Table tumours = table.select(name -> name.startsWith("mean_"));
        EncodedLabels diagnoses = EncodedLabels.of(table.column("diagnosis"));
        int malignant = diagnoses.classIndex("malignant");
        TrainTestSplit split = TrainTestSplit.stratified(diagnoses.classIndices(), 0.4, Rng.of(1));
        Table training = tumours.selectRows(split.train());
        Table test = tumours.selectRows(split.test());
        int[] labels = diagnoses.selectRows(split.train()).classIndices();

        var classifier = new PipelineClassifier<>(Pipeline.of(new StandardScaler()), new LogisticRegression(1));
        double threshold = new CrossValidation(Folds.stratified(labels, 5, Rng.of(2)))
                .predictProbabilities(classifier, training, labels)
                .rocCurve(malignant)
                .minimumCostThreshold(FALSE_ALARM, MISS);
        int[] predicted = classifier.fit(training, labels).predictAt(threshold, test);

        assertThat(threshold).isBetween(0.0, 0.5);
        int[] actual = diagnoses.selectRows(split.test()).classIndices();
        int[] usual = classifier.fit(training, labels).predict(test);
        assertThat(cost(actual, predicted)).isLessThan(cost(actual, usual) / 2);
    }

    private static double cost(int[] actual, int[] predicted) {
        ConfusionMatrix matrix = ConfusionMatrix.of(actual, predicted);
        return MISS * matrix.count(1, 0) + FALSE_ALARM * matrix.count(0, 1);
    }
}
