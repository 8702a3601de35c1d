package gradus.figures.splits_leakage;

import gradus.ml.data.split.TrainTestSplit;
import gradus.ml.numbers.Rng;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// How many rows of a rare class are in the test set, over 300 splits.
public final class RareClass implements Figure {

    private static final int ROWS = 60;
    private static final int SPLITS = 300;
    private static final int MOST = 9;
    private static final String RANDOM = "at random";
    private static final String STRATIFIED = "stratified";

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Select("split", "split", List.of(RANDOM, STRATIFIED), RANDOM),
                new Control.Slider("ill", "ill patients among the 60", 2, 18, 1, 6),
                new Control.Slider("fraction", "test fraction", 0.1, 0.4, 0.05, 0.2));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        String method = controlValues.selected("split");
        int ill = (int) Math.rint(controlValues.number("ill"));
        double fraction = controlValues.number("fraction");
        int[] labels = IntStream.range(0, ROWS).map(row -> row < ill ? 1 : 0).toArray();
        int[] counts = new int[MOST + 1];
        Rng rng = Rng.of(4);
        for (int i = 0; i < SPLITS; i++) {
            TrainTestSplit split = method.equals(STRATIFIED)
                    ? TrainTestSplit.stratified(labels, fraction, rng)
                    : TrainTestSplit.holdout(ROWS, fraction, rng);
            long tested =
                    Arrays.stream(split.test()).filter(row -> labels[row] == 1).count();
            counts[(int) Math.min(tested, MOST)]++;
        }
        int most = Arrays.stream(counts).max().orElseThrow();
        Plot plot = Plot.of(-0.6, MOST + 0.6, 0, 1.12 * most).axes("ill patients in the test set", "splits");
        for (int count = 0; count <= MOST; count++) {
            if (counts[count] > 0) {
                plot.rectangle(count - 0.4, 0, count + 0.4, counts[count], count == 0 ? "s2" : "s1");
                plot.text(count, counts[count], 0, -6, "middle", Integer.toString(counts[count]), "ink");
            }
        }
        return plot.picture(SPLITS + " splits of 60 rows, " + method + ", with " + ill + " ill patients: "
                + counts[0] + " of the test sets have no ill patient. In exact proportion, there would be "
                + Math.round(100 * fraction * ill) / 100.0
                + (ill * fraction > MOST ? "; the last bar is 9 or more." : "."));
    }
}
