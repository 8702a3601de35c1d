package gradus.figures.random_reproducibility;

import gradus.ml.numbers.Rng;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The digits of two generators, one row each. With the same seed, the rows are equal.
public final class SeedStreams implements Figure {

    private static final int DIGITS = 20;
    private static final String ONCE = "once";
    private static final String EACH = "for each digit";

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("first", "seed of the first row", 0, 99, 1, 7),
                new Control.Slider("second", "seed of the second row", 0, 99, 1, 8),
                new Control.Select("when", "the second row makes its generator", List.of(ONCE, EACH), ONCE));
    }

    @Override
    public Picture draw(ControlValues values) {
        int first = (int) values.number("first");
        int second = (int) values.number("second");
        boolean each = values.selected("when").equals(EACH);
        int[] above = digits(first, false);
        int[] below = digits(second, each);
        Plot plot = Plot.of(0, DIGITS, 0, 5).size(572, 190);
        int equal = 0;
        for (int i = 0; i < DIGITS; i++) {
            if (above[i] == below[i]) {
                plot.rectangle(i + 0.08, 0.2, i + 0.92, 4, "r1");
                equal++;
            }
            plot.text(i + 0.5, 3, 0, 5, "middle", Integer.toString(above[i]), "ink");
            plot.text(i + 0.5, 1, 0, 5, "middle", Integer.toString(below[i]), "ink");
        }
        plot.text(0, 4, 0, -12, "start", "seed " + first, "muted");
        plot.text(0, 0, 0, 28, "start", "seed " + second + (each ? ", a new generator for each digit" : ""), "muted");
        plot.text(DIGITS, 4, 0, -12, "end", equal + " of " + DIGITS + " digits are equal", "muted");
        return plot.picture("Seed " + first + " gives the digits " + said(above) + ". Seed " + second
                + (each ? ", with a new generator for each digit," : "") + " gives " + said(below) + ". " + equal
                + " of " + DIGITS + " are equal.");
    }

    private static int[] digits(int seed, boolean each) {
        int[] digits = new int[DIGITS];
        var rng = Rng.of(seed);
        for (int i = 0; i < DIGITS; i++) {
            digits[i] = (each ? Rng.of(seed) : rng).nextInt(10);
        }
        return digits;
    }

    private static String said(int[] digits) {
        return Arrays.stream(digits).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }
}
