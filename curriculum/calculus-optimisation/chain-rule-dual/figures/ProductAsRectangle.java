package gradus.figures.chain_rule_dual;

import gradus.ml.calculus.Dual;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Locale;

/// A product as a rectangle whose sides grow with h: two strips, which the product rule counts, and a corner.
public final class ProductAsRectangle implements Figure {

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("h", "h, by how much the rate rises", 0.02, 1, 0.02, 0.4),
                new Control.Slider("slope", "derivative of f", 0, 200, 20, 100));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        double h = controlValues.number("h");
        Dual f = new Dual(210, controlValues.number("slope"));
        Dual g = new Dual(1.1, 1);
        Dual product = f.times(g);
        double wide = f.value() + h * f.derivative();
        double high = g.value() + h * g.derivative();
        Plot plot = Plot.of(0, 450, 0, 3).size(560, 400).axes("f", "g");
        plot.rectangle(0, 0, f.value(), g.value(), "r1");
        plot.rectangle(f.value(), 0, wide, g.value(), "s2");
        plot.rectangle(0, g.value(), f.value(), high, "s3");
        plot.rectangle(f.value(), g.value(), wide, high, "muted");
        double gain = wide * high - product.value();
        double strips = h * product.derivative();
        double corner = gain - strips;
        plot.text(8, 2.85, 0, 4, "start", show(f) + " · " + show(g) + " = " + show(product), "ink");
        List<String> said = List.of(
                "f′ · h · g: " + number(h * f.derivative() * g.value()),
                "f · g′ · h: " + number(h * f.value() * g.derivative()),
                "corner: " + number(corner) + ", " + number(100 * corner / gain) + " % of the growth");
        String[] styles = {"s2", "s3", "muted"};
        for (int i = 0; i < said.size(); i++) {
            double y = 2.65 - 0.19 * i;
            plot.rectangle(8, y - 0.05, 24, y + 0.05, styles[i]).text(30, y, 0, 4, "start", said.get(i), "ink");
        }
        return plot.picture("A rectangle of " + number(f.value()) + " by " + number(g.value()) + " grows to "
                + number(wide) + " by " + number(high) + ". Two strips: " + said.get(0) + "; " + said.get(1) + "; "
                + said.get(2) + ". The product of the dual numbers is " + show(product) + ".");
    }

    private static String show(Dual dual) {
        return "(" + number(dual.value()) + ", " + number(dual.derivative()) + ")";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replaceAll("\\.0$", "").replace("-", "−");
    }
}
