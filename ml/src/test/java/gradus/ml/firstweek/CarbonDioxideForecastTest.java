package gradus.ml.firstweek;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.ml.classic.Ridge;
import gradus.ml.data.NumberColumn;
import gradus.ml.data.Table;
import gradus.ml.data.io.Csv;
import gradus.ml.data.preprocess.OneHotEncoder;
import gradus.ml.data.preprocess.Pipeline;
import gradus.ml.data.preprocess.StandardScaler;
import gradus.ml.data.split.Folds;
import gradus.ml.linalg.Vector;
import gradus.ml.score.RegressionMetric;
import gradus.ml.score.RegressionMetrics;
import gradus.ml.selection.CrossValidation;
import gradus.ml.selection.PipelineRegressor;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// Forecasts of the carbon dioxide in the air a year ahead, validated on years that come after those of the
/// training set.
class CarbonDioxideForecastTest {

    @Test
    void lagsAndTheMonthForecastBetterThanTheSameMonthOfLastYear() {
        Path file = Path.of(System.getProperty("gradus.root"), "data/mauna-loa-co2/mauna-loa-co2.csv");
        // From May 1964 on, no month is missing, so 12 rows are a year.
        LocalDate begin = LocalDate.of(1964, 5, 1);
        Table months = Csv.read(file).filter(row -> !row.getDate("date").isBefore(begin));
        NumberColumn co2 = months.numberColumn("co2_ppm");
        Table table = months.deriveString(
                        "month", row -> row.getDate("date").getMonth().name())
                .withColumn("12 months ago", co2.shift(12))
                .withColumn("24 months ago", co2.shift(24))
                .withColumn("36 months ago", co2.shift(36))
                .dropMissing();
        Table features = table.select(name -> name.contains("month"));
        Vector target = table.vector("co2_ppm");
        Vector lastYear = table.vector("12 months ago");

        var forecaster =
                new PipelineRegressor<>(Pipeline.of(new OneHotEncoder(), new StandardScaler()), new Ridge(0.1));
        // With a gap of a year, no target is trained on that is unknown when the forecast is made.
        var splits = Folds.byTime(table.dateColumn("date").epochDays(), 5, 365);
        var forecast = new CrossValidation(splits).predict(forecaster, features, target);
        double seasonalNaive =
                RegressionMetrics.rootMeanSquaredError(forecast.actual(), lastYear.selectRows(forecast.rows()));

        assertThat(forecast.score(RegressionMetric.ROOT_MEAN_SQUARED_ERROR)).isLessThan(0.7 * seasonalNaive);
    }
}
