package gradus.figures.toy;

import gradus.ml.toy.Numbers;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import gradus.proctor.figure.ControlValues;
import java.util.List;

public final class Template implements Figure {

    @Override
    public List<Control> controls() {
        return List.of(new Control.Slider("k", "the second number", 0, 10, 1, 3));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        double k = controlValues.number("k");
        return Plot.of(0, 10, 0, 10).axes("x", "y").dot(k, k, 3, "s1").picture("TEXT");
    }

    private static String forEver() {
        while (true) {
            Thread.onSpinWait();
        }
    }

    private static String exit() {
        System.exit(7);
        return "";
    }
}
