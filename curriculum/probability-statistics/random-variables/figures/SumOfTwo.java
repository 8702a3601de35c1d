package gradus.figures.random_variables;

import gradus.ml.stats.RunningMoments;
import gradus.proctor.data.CsvTable;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Births on two days as points, and the variances of both, of their sum, and of independent days.
public final class SumOfTwo implements Figure {

    private static final String WEEKEND = "a Saturday and the Sunday after it";
    private static final String OTHER_WEEK = "a Saturday and the Sunday of another week";
    private static final String TWICE = "a Saturday, counted twice";
    private static final int SATURDAY = 6;
    private static final double LEAST = 5;
    private static final double MOST = 12;

    @Override
    public List<Control> controls() {
        return List.of(new Control.Select("pair", "two days", List.of(WEEKEND, OTHER_WEEK, TWICE), WEEKEND));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        String pair = controlValues.selected("pair");
        double[][] days = pairs(pair);
        RunningMoments first = RunningMoments.empty();
        RunningMoments second = RunningMoments.empty();
        RunningMoments sum = RunningMoments.empty();
        Plot plot = Plot.of(LEAST, MOST, LEAST, MOST)
                .size(520, 460)
                .axes("births on the first day, in thousands", "births on the second day");
        for (double[] day : days) {
            first = first.update(day[0]);
            second = second.update(day[1]);
            sum = sum.update(day[0] + day[1]);
            plot.dot(day[0], day[1], 2, "s1");
        }
        List<String> said = List.of(
                "variance of the first day: " + number(first.variance()),
                "of the second day: " + number(second.variance()),
                "both added: " + number(first.variance() + second.variance()),
                "variance of the sum: " + number(sum.variance()));
        for (int i = 0; i < said.size(); i++) {
            plot.text(LEAST, MOST, 10, 20 + 19 * i, "start", said.get(i), "ink");
        }
        return plot.picture(
                days.length + " pairs, " + pair + ", in squared thousands: " + String.join(", ", said) + ".");
    }

    private static double[][] pairs(String pair) {
        double[][] rows = CsvTable.read("us-births").numericColumns("day_of_week", "births");
        double[][] pairs = new double[rows.length / 7 + 1][];
        int n = 0;
        for (int i = 0; i + 1 < rows.length; i++) {
            if (rows[i][0] == SATURDAY) {
                pairs[n++] = new double[] {rows[i][1] / 1000, rows[pair.equals(TWICE) ? i : i + 1][1] / 1000};
            }
        }
        pairs = Arrays.copyOf(pairs, n);
        if (pair.equals(OTHER_WEEK)) {
            var random = new Random(1);
            for (int i = n - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                double kept = pairs[i][1];
                pairs[i][1] = pairs[j][1];
                pairs[j][1] = kept;
            }
        }
        return pairs;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
