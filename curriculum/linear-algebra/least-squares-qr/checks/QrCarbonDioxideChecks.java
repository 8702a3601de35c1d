package gradus.checks.least_squares_qr;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Qr;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import gradus.proctor.assertions.Metric;
import gradus.proctor.data.CsvTable;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Real air: carbon dioxide on Mauna Loa in 741 months, with calendar years as they are.
class QrCarbonDioxideChecks {

    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    @Test
    @DisplayName("62 years of carbon dioxide on Mauna Loa: the trend, the season, and what is left")
    @Clause({"accurate", "least"})
    void trendAndSeason() {
        CsvTable table = CsvTable.read("mauna-loa-co2");
        List<String> dates = table.stringColumn("date");
        double[][] ppm = table.numericColumns("co2_ppm");
        double[][] a = new double[dates.size()][];
        double[] b = new double[dates.size()];
        for (int i = 0; i < b.length; i++) {
            int year = Integer.parseInt(dates.get(i).substring(0, 4));
            int month = Integer.parseInt(dates.get(i).substring(5, 7));
            a[i] = row(year + (month - 0.5) / 12);
            b[i] = ppm[i][0];
        }
        double[] x = calling(
                        "Qr.of(a).leastSquares(b) for 741 months and 9 columns",
                        () -> Qr.of(Matrix.of(a)).leastSquares(Vector.of(b)).toArray())
                .result();

        double[] residual = QrLeastSquaresChecks.residual(a, x, b);
        Metric.of(
                        "by how many ppm your curve misses a month (root mean square)",
                        () -> QrLeastSquaresChecks.length(residual) / Math.sqrt(b.length))
                .atMost(0.65, "the least is 0.58; the normal equations leave 0.74");
        calling("the month in which your curve is highest above the trend", () -> MONTHS.get(extreme(x, 1)))
                .gives("May", "in the north, the plants begin to grow in May, and take carbon dioxide from the air");
        calling("the month in which it is lowest", () -> MONTHS.get(extreme(x, -1)))
                .gives("October", "plants have grown all summer, and begin to decay");
        calling("the rise in 2019, in ppm, by your curve", () -> trend(x, 2020) - trend(x, 2019))
                .within(0, 0.01)
                .gives(2.828, "in 1960 it was 0.6 ppm a year; in 2019 it's almost five times that");
    }

    private static double[] row(double year) {
        double turn = 2 * Math.PI * year;
        return new double[] {
            1,
            year,
            year * year,
            year * year * year,
            year * year * year * year,
            Math.cos(turn),
            Math.sin(turn),
            Math.cos(2 * turn),
            Math.sin(2 * turn)
        };
    }

    private static double trend(double[] x, double year) {
        double sum = 0;
        for (int k = 4; k >= 0; k--) {
            sum = sum * year + x[k];
        }
        return sum;
    }

    /// The month with the largest seasonal part times `sign`.
    private static int extreme(double[] x, int sign) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int month = 0; month < 12; month++) {
            double[] row = row(2000 + (month + 0.5) / 12);
            double season = 0;
            for (int c = 5; c < 9; c++) {
                season += row[c] * x[c];
            }
            if (sign * season > most) {
                most = sign * season;
                best = month;
            }
        }
        return best;
    }
}
