package gradus.figures.chain_rule_dual;

import gradus.ml.calculus.Dual;
import gradus.ml.linalg.Vector;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;

/// The derivative of the savings, year by year, for inputs that start with chosen derivatives.
public final class SavingsByYear implements Figure {

    private static final String DEPOSIT = "the deposit: (1, 0)";
    private static final String RATE = "the rate: (0, 1)";
    private static final String POINT = "a euro and a percentage point: (1, 0.01)";
    private static final String BOTH = "both: (1, 1)";
    private static final int YEARS = 6;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Select("start", "what starts with a derivative", List.of(RATE, DEPOSIT, POINT, BOTH), RATE),
                new Control.Slider("rate", "rate", -0.2, 0.3, 0.02, 0.1));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        Vector at = Vector.of(100, controlValues.number("rate"));
        Vector start = switch (controlValues.selected("start")) {
            case DEPOSIT -> Vector.of(1, 0);
            case POINT -> Vector.of(1, 0.01);
            case BOTH -> Vector.of(1, 1);
            default -> Vector.of(0, 1);
        };
        double[] slopes = new double[YEARS + 1];
        double highest = 0;
        for (int years = 1; years <= YEARS; years++) {
            int n = years;
            slopes[years] = Dual.directionalDerivative(v -> saved(v[0], v[1], n), at, start);
            highest = Math.max(highest, slopes[years]);
        }
        Plot plot = Plot.of(0.4, YEARS + 0.6, 0, 1.45 * highest).size(560, 380).axes("year", "derivative");
        for (int years = 1; years <= YEARS; years++) {
            plot.rectangle(years - 0.3, 0, years + 0.3, slopes[years], years == 3 ? "s2" : "s1");
            plot.text(years, slopes[years], 0, -8, "middle", number(slopes[years]), "ink");
        }
        Vector gradient = Dual.gradient(v -> saved(v[0], v[1], 3), at);
        double value = saved(Dual.constant(100), Dual.constant(at.get(1)), 3).value();
        String first = "after 3 years: " + number(value) + " euros, derivative " + number(slopes[3]);
        String second = "gradient, by two runs: (" + number(gradient.get(0)) + ", " + number(gradient.get(1)) + ")";
        plot.text(0.4, 1.45 * highest, 12, 24, "start", first, "ink");
        plot.text(0.4, 1.45 * highest, 12, 46, "start", second, "ink");
        return plot.picture("Savings at the rate " + number(at.get(1)) + ", started with "
                + controlValues.selected("start") + ": " + first + "; " + second + ".");
    }

    private static Dual saved(Dual deposit, Dual rate, int years) {
        Dual growth = rate.plus(Dual.constant(1));
        Dual balance = Dual.constant(0);
        for (int year = 1; year <= years; year++) {
            balance = balance.plus(deposit).times(growth);
        }
        return balance;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value)
                .replaceAll("(\\.\\d*?)0+$", "$1")
                .replaceAll("\\.$", "")
                .replace("-", "−");
    }
}
