package gradus.figures.vectors;

import gradus.ml.linalg.Vector;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;

/// An arrow, its two legs, and its length: by the formula as on paper, and by [Vector#norm].
public final class LengthOfAnArrow implements Figure {

    private static final double WIDE = 10;
    private static final double HIGH = 6;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Handle("x", "tip of the arrow", 4, 3, 0.5),
                new Control.Slider("power", "components times 10 to the power of", -200, 200, 20, 0));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        double[] tip = controlValues.point("x");
        double across = halves(tip[0], WIDE);
        double up = halves(tip[1], HIGH);
        int power = (int) Math.rint(controlValues.number("power"));
        String unit = power == 0 ? "" : "e" + power;
        Vector x = Vector.of(Double.parseDouble(across + "e" + power), Double.parseDouble(up + "e" + power));
        Plot plot = Plot.of(0, WIDE, 0, HIGH)
                .size(572, 360)
                .axes("first component" + times(power), "second component" + times(power));
        plot.segment(0, 0, across, 0, "s2");
        plot.segment(across, 0, across, up, "s3");
        plot.arrow(0, 0, across, up, "s1");
        plot.text(across / 2, 0, 0, -8, "middle", number(across, 1) + unit, "ink");
        plot.text(across, up / 2, 8, 4, "start", number(up, 1) + unit, "ink");
        plot.handle("x", "tip of the arrow", across, up, "s1");
        double squares = x.get(0) * x.get(0) + x.get(1) * x.get(1);
        List<String> said = List.of(
                "sum of the squares: " + show(squares),
                "its root: " + show(Math.sqrt(squares)),
                "x.norm(): " + show(x.norm()));
        for (int i = 0; i < said.size(); i++) {
            plot.text(0, HIGH, 10, 22 + 20 * i, "start", said.get(i), "ink");
        }
        return plot.picture("x = (" + show(x.get(0)) + ", " + show(x.get(1)) + "): " + String.join(", ", said) + ".");
    }

    private static String times(int power) {
        return power == 0 ? "" : ", times 1e" + power;
    }

    private static String show(double value) {
        double size = Math.abs(value);
        if (size == 0 || Double.isInfinite(size) || (size >= 1e-3 && size < 1e6)) {
            return Double.isInfinite(size) ? "Infinity" : number(value, 3);
        }
        return String.format(Locale.ROOT, "%.2e", value).replaceAll("\\.?0*e\\+?", "e");
    }

    private static double halves(double value, double limit) {
        return Math.rint(2 * Math.clamp(value, 0, limit)) / 2;
    }

    private static String number(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }
}
