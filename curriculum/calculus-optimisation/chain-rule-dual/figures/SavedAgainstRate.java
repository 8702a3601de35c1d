package gradus.figures.chain_rule_dual;

import gradus.ml.calculus.Dual;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;

/// The savings against the rate, with the tangent at a point: value and derivative of one dual number.
public final class SavedAgainstRate implements Figure {

    private static final double LEFT = -1.2;
    private static final double RIGHT = 0.6;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Handle("rate", "rate", 0.1, 364.1, 0.02), new Control.Slider("years", "years", 1, 8, 1, 3));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        int years = (int) Math.rint(controlValues.number("years"));
        double rate = Math.rint(50 * Math.clamp(controlValues.point("rate")[0], LEFT, RIGHT)) / 50;
        double high = 1.15 * saved(Dual.variable(RIGHT), years).value();
        double low = -0.15 * high;
        Plot plot = Plot.of(LEFT, RIGHT, low, high).size(560, 380).axes("rate", "saved, in euros");
        double[] rates = new double[121];
        double[] euros = new double[121];
        for (int i = 0; i <= 120; i++) {
            rates[i] = LEFT + (RIGHT - LEFT) * i / 120;
            euros[i] = saved(Dual.variable(rates[i]), years).value();
        }
        Dual here = saved(Dual.variable(rate), years);
        double reach = Math.min(0.45, 0.28 * high / Math.max(1e-9, Math.abs(here.derivative())));
        plot.segment(
                rate - reach,
                here.value() - reach * here.derivative(),
                rate + reach,
                here.value() + reach * here.derivative(),
                "s2");
        plot.line(rates, euros, "s1").handle("rate", "rate", rate, here.value(), "s1");
        plot.text(LEFT, high, 12, 24, "start", "the input: " + show(Dual.variable(rate)), "ink");
        plot.text(LEFT, high, 12, 46, "start", "saved: " + show(here), "ink");
        return plot.picture("After " + years + " years at the rate " + number(rate) + ", the savings are the pair "
                + show(here) + ": value and slope.");
    }

    private static Dual saved(Dual rate, int years) {
        Dual growth = rate.plus(Dual.constant(1));
        Dual balance = Dual.constant(0);
        for (int year = 1; year <= years; year++) {
            balance = balance.plus(Dual.constant(100)).times(growth);
        }
        return balance;
    }

    private static String show(Dual dual) {
        return "(" + number(dual.value()) + ", " + number(dual.derivative()) + ")";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value)
                .replaceAll("(\\.\\d*?)0+$", "$1")
                .replaceAll("\\.$", "")
                .replaceAll("^-0$", "0")
                .replace("-", "−");
    }
}
