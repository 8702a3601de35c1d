package gradus.checks.framing_baselines;

import gradus.lab.framing_baselines.Baselines;
import gradus.ml.linalg.Vector;
import gradus.ml.score.RegressionMetrics;
import gradus.proctor.assertions.Clause;
import gradus.proctor.assertions.Metric;
import gradus.proctor.data.CsvTable;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Real numbers: all births in the United States from 2000 to 2014, day by day.
class FramingBirthsChecks {

    private static final int WEEK = 7;

    /// The gate, on fixed data. The library has 435.8, −0.0331 and 4.04; yesterday's births instead of last week's
    /// have 1,642.8.
    @Test
    @DisplayName(
            "a week ahead, last week's births are off by at most 450 a day in 2014; the mean of the past has R² < 0")
    @Clause({"seasonal", "mae", "r2", "constants"})
    void lastWeekBeatsTheMean() {
        double[][] rows = CsvTable.read("us-births").numericColumns("year", "births");
        Vector births = Vector.of(Arrays.stream(rows).mapToDouble(row -> row[1]).toArray());
        int from = (int) Arrays.stream(rows).filter(row -> row[0] < 2014).count();
        Vector actual = Vector.of(Arrays.copyOfRange(births.toArray(), from, births.size()));

        Vector lastWeek = Baselines.seasonal(births, from, WEEK, WEEK);
        Vector mean = Baselines.mean(births, from);
        double weekOff = Metric.of(
                        "births a day that last week's births are off by (MAE)",
                        () -> RegressionMetrics.meanAbsoluteError(actual, lastWeek))
                .atMost(450, "the same weekday a week before is off by 436 a day");
        double meanOff = RegressionMetrics.meanAbsoluteError(actual, mean);
        Metric.of("how many times as far off the mean of 2000 to 2013 is", () -> meanOff / weekOff)
                .atLeast(3.5, "it's off by 1,759 births a day, 4 times as much");
        Metric.of("R² of the mean of 2000 to 2013", () -> RegressionMetrics.r2(actual, mean))
                .atMost(-0.02, "it's −0.033, below 0: the mean of another year isn't the mean of 2014");
        IO.println("Last week's births are off by " + Math.round(weekOff)
                + " a day. The mean of the 14 years before is off by " + Math.round(meanOff)
                + ": any model for 2014 has to beat the first number, not the second.");
    }
}
