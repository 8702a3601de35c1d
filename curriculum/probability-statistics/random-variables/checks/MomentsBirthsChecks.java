package gradus.checks.random_variables;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.numbers.SampleStatistics;
import gradus.ml.stats.RunningMoments;
import gradus.proctor.assertions.Clause;
import gradus.proctor.data.CsvTable;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// All births in the United States, day by day, from 2000 to 2014.
class MomentsBirthsChecks {

    private static final int TUESDAY = 2;
    private static final int SUNDAY = 7;

    @Test
    @DisplayName("births of 5,479 days: the parts of the seven weekdays, merged, are the whole")
    @Clause({"merge", "update", "standard-deviation", "quantile"})
    void sevenPartsAreTheWhole() {
        double[][] rows = CsvTable.read("us-births").numericColumns("day_of_week", "births");
        RunningMoments[] parts = new RunningMoments[SUNDAY + 1];
        Arrays.fill(parts, RunningMoments.empty());
        calling("the moments of the births on each day of the week", () -> {
                    for (double[] row : rows) {
                        parts[(int) row[0]] = parts[(int) row[0]].update(row[1]);
                    }
                    return parts[SUNDAY].count();
                })
                .gives(783L, "there were 783 Sundays");
        calling("children born on a Tuesday, on average", () -> parts[TUESDAY].mean())
                .within(0, 0.005)
                .gives(13_122.44, "the mean of the 783 Tuesdays");
        calling("children born on a Sunday, on average", () -> parts[SUNDAY].mean())
                .within(0, 0.005)
                .gives(7_518.38, "the mean of the 783 Sundays");
        RunningMoments all = calling("the moments of all days, merged from those of the seven weekdays", () -> {
                    RunningMoments merged = RunningMoments.empty();
                    for (int day = 1; day <= SUNDAY; day++) {
                        merged = merged.merge(parts[day]);
                    }
                    return merged;
                })
                .result();
        calling("their mean", all::mean).within(0, 0.005).gives(11_350.07, "62,187,024 children in 5,479 days");
        calling("their standard deviation", all::standardDeviation)
                .within(0, 0.005)
                .gives(2_325.82, "within the weekdays and between them");
        double[] sorted =
                Arrays.stream(rows).mapToDouble(row -> row[1]).sorted().toArray();
        double median = calling("the median of all days", () -> SampleStatistics.quantile(sorted, 0.5))
                .gives(12_343.0, "2,738 days had fewer children, and 2,738 had more");
        IO.println(String.format(
                Locale.ROOT,
                "%,.0f children are born in the US on a Tuesday, %,.0f on a Sunday; seven part results merged give "
                        + "%,.2f ± %,.2f a day, as one pass does. Half of the days have more than %,.0f.",
                parts[TUESDAY].mean(),
                parts[SUNDAY].mean(),
                all.mean(),
                all.standardDeviation(),
                median));
    }
}
