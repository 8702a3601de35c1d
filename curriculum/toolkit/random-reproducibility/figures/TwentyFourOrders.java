package gradus.figures.random_reproducibility;

import gradus.ml.numbers.Rng;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The 24 orders of four items filling up, for the learner's shuffle and for three that aren't fair.
public final class TwentyFourOrders implements Figure {

    private static final String YOURS = "rng.shuffle (Fisher–Yates)";
    private static final String ANY = "every place with any place";
    private static final String MOVED = "nobody may stay";
    private static final String NEW = "a new generator each time";
    private static final double MOST = 3;

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Select("shuffle", "shuffle", List.of(YOURS, ANY, MOVED, NEW), YOURS),
                new Control.Slider("power", "shuffles: 24 times 2 to the power of", 0, 11, 1, 4),
                new Control.Slider("seed", "seed", 1, 50, 1, 7));
    }

    @Override
    public Picture draw(ControlValues values) {
        String shuffle = values.selected("shuffle");
        int draws = 24 << (int) values.number("power");
        int seed = (int) values.number("seed");
        Map<String, Integer> counts = counts(shuffle, draws, seed);
        double expected = draws / 24.0;
        double error = 3 * Math.sqrt(expected * 23 / 24) / expected;
        Plot plot =
                Plot.of(0, 24, 0, MOST).size(592, 350).axes("the 24 orders of A, B, C, D", "count / expected count");
        int bar = 0;
        double chi = 0;
        String most = "ABCD";
        String least = "ABCD";
        for (var entry : counts.entrySet()) {
            double ratio = entry.getValue() / expected;
            plot.rectangle(
                    bar + 0.1, 0, bar + 0.9, Math.min(MOST - 0.4, ratio), Math.abs(ratio - 1) > error ? "s2" : "s1");
            chi += (entry.getValue() - expected) * (entry.getValue() - expected) / expected;
            most = entry.getValue() > counts.get(most) ? entry.getKey() : most;
            least = entry.getValue() < counts.get(least) ? entry.getKey() : least;
            bar++;
        }
        plot.segment(0, 1, 24, 1, "ink");
        if (error < 1) {
            plot.segment(0, 1 + error, 24, 1 + error, "soft").segment(0, 1 - error, 24, 1 - error, "soft");
        }
        String said = most + ": " + counts.get(most) + ", " + least + ": " + counts.get(least) + ", expected "
                + Math.round(expected) + "; χ² " + Math.round(chi);
        plot.text(0, MOST, 8, 14, "start", draws + " shuffles. " + said, "ink");
        return plot.picture("After " + draws + " shuffles by " + shuffle + " with seed " + seed
                + ", the most and the least frequent order: " + said
                + ". Orange bars are more than three standard deviations off.");
    }

    private static Map<String, Integer> counts(String shuffle, int draws, int seed) {
        var counts = new TreeMap<String, Integer>();
        fill(counts, "", "ABCD");
        var rng = Rng.of(seed);
        for (int draw = 0; draw < draws; draw++) {
            int[] items = {'A', 'B', 'C', 'D'};
            switch (shuffle) {
                case ANY -> swaps(rng, items, false);
                case MOVED -> swaps(rng, items, true);
                case NEW -> Rng.of(seed).shuffle(items);
                default -> rng.shuffle(items);
            }
            counts.merge(new String(items, 0, 4), 1, Integer::sum);
        }
        return counts;
    }

    private static void swaps(Rng rng, int[] items, boolean moved) {
        for (int i = 3; i >= (moved ? 1 : 0); i--) {
            int j = rng.nextInt(moved ? i : 4);
            int held = items[i];
            items[i] = items[j];
            items[j] = held;
        }
    }

    private static void fill(Map<String, Integer> counts, String start, String rest) {
        if (rest.isEmpty()) {
            counts.put(start, 0);
        }
        for (int i = 0; i < rest.length(); i++) {
            fill(counts, start + rest.charAt(i), rest.substring(0, i) + rest.substring(i + 1));
        }
    }
}
