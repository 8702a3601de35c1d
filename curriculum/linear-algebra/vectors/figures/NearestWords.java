package gradus.figures.vectors;

import gradus.ml.linalg.Vector;
import gradus.proctor.data.CsvTable;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/// The ten words nearest to a chosen one, by three measures.
public final class NearestWords implements Figure {

    private static final int SHOWN = 10;
    private static final String COSINE = "cosine similarity";
    private static final String DOT = "dot product";
    private static final String DISTANCE = "Euclidean distance";

    private record Scored(String word, double score) {}

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Select(
                        "word",
                        "word",
                        CsvTable.read("words").stringColumn("word").stream()
                                .sorted()
                                .toList(),
                        "king"),
                new Control.Select("measure", "measure", List.of(COSINE, DOT, DISTANCE), COSINE));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        String word = controlValues.selected("word");
        String measure = controlValues.selected("measure");
        List<Scored> nearest = nearest(word, measure);
        double longest = nearest.stream().mapToDouble(Scored::score).max().orElseThrow();
        Plot plot = Plot.of(0, 1.05 * longest, 0, SHOWN).size(572, 380);
        for (int i = 0; i < SHOWN; i++) {
            Scored scored = nearest.get(i);
            double top = SHOWN - i - 0.15;
            plot.rectangle(0, top - 0.7, scored.score(), top, "soft");
            plot.text(0, top - 0.35, 10, 5, "start", scored.word(), "ink");
            plot.text(scored.score(), top - 0.35, -8, 5, "end", number(scored.score(), 2), "muted");
        }
        String order = measure.equals(DISTANCE) ? ": smallest first" : ": largest first";
        plot.text(longest / 2, 0, 0, 28, "middle", measure + order, "muted");
        return plot.picture("Nearest to \"" + word + "\" by " + measure + ": "
                + String.join(", ", nearest.stream().map(Scored::word).toList()) + ".");
    }

    private static List<Scored> nearest(String word, String measure) {
        CsvTable table = CsvTable.read("words");
        List<String> words = table.stringColumn("word");
        double[][] rows = table.numericColumns(
                IntStream.rangeClosed(1, 100).mapToObj(i -> "d" + i).toArray(String[]::new));
        ToDoubleBiFunction<Vector, Vector> score = switch (measure) {
            case COSINE -> Vector::cosine;
            case DOT -> Vector::dot;
            default -> (x, y) -> x.distance(y, 2);
        };
        Vector query = Vector.of(rows[words.indexOf(word)]);
        Comparator<Scored> bySize = Comparator.comparingDouble(Scored::score);
        return IntStream.range(0, rows.length)
                .filter(i -> !words.get(i).equals(word))
                .mapToObj(i -> new Scored(words.get(i), score.applyAsDouble(query, Vector.of(rows[i]))))
                .sorted(measure.equals(DISTANCE) ? bySize : bySize.reversed())
                .limit(SHOWN)
                .toList();
    }

    private static String number(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }
}
