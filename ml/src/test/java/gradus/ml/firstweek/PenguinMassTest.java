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
import gradus.ml.score.RegressionMetric;
import gradus.ml.score.RegressionMetrics;
import gradus.ml.selection.CrossValidation;
import gradus.ml.selection.PipelineRegressor;
import java.nio.file.Path;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/// Ridge regression on a table with categories and gaps, its penalty chosen by cross-validation.
class PenguinMassTest {

    @Test
    void ridgeRegressionPredictsTheMassOfAPenguin() {
        Path file = Path.of(System.getProperty("gradus.root"), "data/penguins/penguins.csv");
        Table penguins =
                Csv.read(file, CsvFormat.DEFAULT.withMissingValues(".")).dropMissing("body_mass_g");
        TrainTestSplit split = TrainTestSplit.holdout(penguins.rows(), 0.25, Rng.of(1));
        Table training = penguins.selectRows(split.train()).drop("body_mass_g");
        Table test = penguins.selectRows(split.test()).drop("body_mass_g");
        Vector mass = penguins.vector("body_mass_g").selectRows(split.train());
        Vector actual = penguins.vector("body_mass_g").selectRows(split.test());

        var pipeline = Pipeline.of(Imputer.mostFrequent("sex"), new OneHotEncoder(), new StandardScaler());
        var candidates = DoubleStream.of(0.01, 0.1, 1, 10, 100, 1000)
                .mapToObj(penalty -> new PipelineRegressor<>(pipeline, new Ridge(penalty)))
                .toList();
        var best = new CrossValidation(Folds.of(training.rows(), 5, Rng.of(2)))
                .search(candidates, training, mass, RegressionMetric.ROOT_MEAN_SQUARED_ERROR)
                .best();
        Vector predicted = best.fit(training, mass).predict(test);

        assertThat(best).isNotEqualTo(candidates.getLast());
        assertThat(RegressionMetrics.rootMeanSquaredError(actual, predicted)).isLessThan(340);
        assertThat(RegressionMetrics.r2(actual, predicted)).isGreaterThan(0.8);
    }
}
