package gradus.ml.score;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The values that `fixtures.py` wrote, by name.
final class Fixture {

    private static final Map<String, double[]> NUMBERS = read();

    private Fixture() {}

    private static Map<String, double[]> read() {
        var numbers = new HashMap<String, double[]>();
        try (var reader = new BufferedReader(
                new InputStreamReader(Fixture.class.getResourceAsStream("scores.txt"), StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .forEach(words -> numbers.put(
                            words[0],
                            Arrays.stream(words)
                                    .skip(1)
                                    .mapToDouble(Double::parseDouble)
                                    .toArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return numbers;
    }

    static double[] all(String name) {
        return NUMBERS.get(name);
    }

    static double one(String name) {
        return all(name)[0];
    }

    static Vector vector(String name) {
        return Vector.of(all(name));
    }

    static int[] labels(String name) {
        return Arrays.stream(all(name)).mapToInt(value -> (int) value).toArray();
    }

    static boolean[] positive(String name) {
        return ClassificationMetrics.oneVsRest(labels(name), 1);
    }

    static Matrix matrix(String name, int columns) {
        return Matrix.of(all(name).length / columns, columns, all(name));
    }
}
