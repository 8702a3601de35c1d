package gradus.checks.vectors;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import gradus.proctor.data.CsvTable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Real word embeddings: 437 words with 100 components each.
class VectorWordsChecks {

    @Test
    @DisplayName("the five nearest words by cosine similarity are right for 6 words")
    @Clause("cosine")
    void nearestByCosineAgrees() {
        CsvTable csvTable = CsvTable.read("words");
        List<String> words = csvTable.stringColumn("word");
        double[][] rows = csvTable.numericColumns(
                IntStream.rangeClosed(1, 100).mapToObj(i -> "d" + i).toArray(String[]::new));
        List<Vector> vectors = Arrays.stream(rows).map(Vector::of).toList();
        for (String query : List.of("dog", "france", "paris", "queen", "rain", "mother")) {
            int q = words.indexOf(query);
            List<String> expected = nearest(words, q, i -> plainCosine(rows[q], rows[i]));
            calling(
                            "the five words nearest to \"" + query + "\" by Vector.cosine",
                            () -> nearest(words, q, i -> vectors.get(q).cosine(vectors.get(i))))
                    .gives(expected, "the largest cosines come first");
        }
    }

    private static List<String> nearest(List<String> words, int query, IntToDoubleFunction score) {
        double[] scores = IntStream.range(0, words.size()).mapToDouble(score).toArray();
        return IntStream.range(0, words.size())
                .filter(i -> i != query)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
                .limit(5)
                .map(words::get)
                .toList();
    }

    private static double plainCosine(double[] x, double[] y) {
        double dot = 0;
        double squaresOfX = 0;
        double squaresOfY = 0;
        for (int i = 0; i < x.length; i++) {
            dot += x[i] * y[i];
            squaresOfX += x[i] * x[i];
            squaresOfY += y[i] * y[i];
        }
        return dot / Math.sqrt(squaresOfX * squaresOfY);
    }
}
