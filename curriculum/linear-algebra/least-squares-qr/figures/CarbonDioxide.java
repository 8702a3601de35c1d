package gradus.figures.least_squares_qr;

import gradus.ml.linalg.Lu;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Qr;
import gradus.ml.linalg.Vector;
import gradus.proctor.data.CsvTable;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Carbon dioxide on Mauna Loa, and a curve with a trend and a season that is fitted up to a chosen year.
public final class CarbonDioxide implements Figure {

    private static final String QR = "your Qr";
    private static final String NORMAL = "normal equations";
    private static final String ZERO = "year 0";
    private static final String MIDDLE = "1990";
    private static final double LOW = 300;
    private static final double HIGH = 440;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("degree", "degree of the trend", 1, 6, 1, 4),
                new Control.Slider("until", "fit up to the year", 1965, 2020, 5, 2020),
                new Control.Select("zero", "years count from", List.of(ZERO, MIDDLE), ZERO),
                new Control.Select("method", "method", List.of(QR, NORMAL), QR));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        int degree = (int) Math.rint(controlValues.number("degree"));
        double until = controlValues.number("until") + (controlValues.number("until") > 2019 ? 1 : 0);
        double zero = controlValues.selected("zero").equals(MIDDLE) ? 1990 : 0;
        boolean normal = controlValues.selected("method").equals(NORMAL);

        CsvTable table = CsvTable.read("mauna-loa-co2");
        double[] years = table.stringColumn("date").stream()
                .mapToDouble(date ->
                        Integer.parseInt(date.substring(0, 4)) + (Integer.parseInt(date.substring(5, 7)) - 0.5) / 12)
                .toArray();
        double[] ppm = Arrays.stream(table.numericColumns("co2_ppm"))
                .mapToDouble(row -> row[0])
                .toArray();
        int known = (int) Arrays.stream(years).filter(year -> year < until).count();

        Plot plot = Plot.of(1956, 2032, LOW, HIGH).size(572, 420).axes("year", "carbon dioxide, in ppm");
        plot.line(years, ppm, "muted");
        String said;
        try {
            Matrix a = Matrix.from(known, degree + 5, (r, c) -> entry(years[r], c, degree, zero));
            Vector b = Vector.from(known, i -> ppm[i]);
            Vector x = normal
                    ? Lu.of(a.transposeTimes(a)).solve(a.transposeTimes(b))
                    : Qr.of(a).leastSquares(b);
            double miss = b.minus(a.times(x)).norm() / Math.sqrt(known);
            double[] at = new double[870];
            double[] curve = new double[870];
            for (int i = 0; i < at.length; i++) {
                at[i] = 1958 + (i + 0.5) / 12;
                double height = value(x, at[i], degree, zero);
                curve[i] = height >= LOW && height <= HIGH ? height : Double.NaN;
            }
            plot.line(at, curve, "s1");
            double april = years[years.length - 1];
            said = String.format(
                    Locale.ROOT,
                    "typical miss up to %.0f: %.4f ppm; April 2020: %s ppm by the curve, %.2f measured",
                    Math.min(until, 2020),
                    miss,
                    number(value(x, april, degree, zero)),
                    ppm[ppm.length - 1]);
        } catch (IllegalArgumentException _) {
            said = "refused: in doubles, the columns are dependent";
        }
        plot.segment(Math.min(until, 2020.3), LOW, Math.min(until, 2020.3), HIGH, "grid");
        String[] parts = said.split("; ");
        for (int i = 0; i < parts.length; i++) {
            plot.text(1956, HIGH, 12, 20 + 19 * i, "start", parts[i], "ink");
        }
        return plot.picture("Carbon dioxide on Mauna Loa from 1958, and a curve of degree " + degree
                + " with a season, years from " + controlValues.selected("zero") + ", by "
                + (normal ? NORMAL : QR) + ": " + said + ".");
    }

    private static double value(Vector x, double year, int degree, double zero) {
        double sum = 0;
        for (int c = 0; c < x.size(); c++) {
            sum += x.get(c) * entry(year, c, degree, zero);
        }
        return sum;
    }

    /// The columns are the powers of the year, then two waves for the season.
    private static double entry(double year, int column, int degree, double zero) {
        if (column <= degree) {
            return Math.pow(year - zero, column);
        }
        int wave = column - degree - 1;
        double turn = 2 * Math.PI * year * (1 + wave / 2);
        return wave % 2 == 0 ? Math.cos(turn) : Math.sin(turn);
    }

    private static String number(double value) {
        return Math.abs(value) < 1e5
                ? String.format(Locale.ROOT, "%.2f", value).replace("-", "−")
                : String.format(Locale.ROOT, "%.0e", value).replace("-", "−");
    }
}
