package gradus.ml.firstweek;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.ml.classic.Ridge;
import gradus.ml.data.Table;
import gradus.ml.data.io.Csv;
import gradus.ml.data.io.CsvFormat;
import gradus.ml.data.preprocess.Imputer;
import gradus.ml.data.preprocess.OneHotEncoder;
import gradus.ml.data.preprocess.Pipeline;
import gradus.ml.data.preprocess.StandardScaler;
import gradus.ml.data.split.Folds;
import gradus.ml.data.split.TrainTestSplit;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import gradus.ml.score.CrossValidation;
import gradus.ml.score.RegressionMetric;
import gradus.ml.score.RegressionMetrics;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Ridge regression on a table with categories and gaps, its penalty chosen by cross-validation.
class PenguinMassTest {

    @Test
    void ridgeRegressionPredictsTheMassOfAPenguin() {
        Path file = Path.of(System.getProperty("gradus.root"), "data/penguins/penguins.csv");
        Table penguins =
                Csv.read(file, CsvFormat.DEFAULT.withMissingValues(".")).dropMissing("body_mass_g");
        TrainTestSplit split = TrainTestSplit.holdout(penguins.rows(), 0.25, Rng.of(1));
        Table training = penguins.selectRows(split.train());
        Table test = penguins.selectRows(split.test());
        Table features = training.drop("body_mass_g");
        Vector mass = training.vector("body_mass_g");

        var pipeline = Pipeline.of(Imputer.mostFrequent("sex"), new OneHotEncoder(), new StandardScaler());
        var validation = new CrossValidation(Folds.of(training.rows(), 5, Rng.of(2)));
        RegressionMetric metric = RegressionMetric.ROOT_MEAN_SQUARED_ERROR;
        double[] penalties = {0.01, 0.1, 1, 10, 100, 1000};
        double[] scores = Arrays.stream(penalties)
                .map(penalty -> validation
                        .evaluate(pipeline, new Ridge(penalty), features, mass, metric)
                        .mean())
                .toArray();
        double penalty = penalties[metric.direction().bestIndex(scores)];

        Pipeline.Fitted fitted = pipeline.fit(features);
        Ridge.Model model = new Ridge(penalty).fit(fitted.transformToMatrix(features), mass);
        Vector actual = test.vector("body_mass_g");
        Vector predicted = model.predict(fitted.transformToMatrix(test));
        double rmse = RegressionMetrics.rootMeanSquaredError(actual, predicted);
        double r2 = RegressionMetrics.r2(actual, predicted);

        assertThat(penalty).isLessThan(1000);
        assertThat(rmse).isLessThan(340);
        assertThat(r2).isGreaterThan(0.8);
    }
}
