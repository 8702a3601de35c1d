package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Data for the tests of this package: scikit-learn's results (`fixtures.txt`), iris, and random samples.
final class Fixture {

    private static final Map<String, Matrix> RECORDED = read();

    /// The 150 flowers with four features each; 50 per species, one species after the other.
    static final Matrix IRIS = iris();

    /// 0, 1 and 2 for setosa, versicolor and virginica.
    static final int[] SPECIES = IntStream.range(0, 150).map(i -> i / 50).toArray();

    private Fixture() {}

    static Matrix recorded(String name) {
        if (!RECORDED.containsKey(name)) {
            throw new IllegalArgumentException("no fixture is called " + name);
        }
        return RECORDED.get(name);
    }

    static Vector recordedRow(String name) {
        return recorded(name).row(0);
    }

    /// A matrix of standard normal random numbers.
    static Matrix cloud(Rng rng, int rows, int columns) {
        return Matrix.from(rows, columns, (_, _) -> rng.gaussian());
    }

    /// `x·weights + intercept`, and normal noise.
    static Vector targets(Rng rng, Matrix x, Vector weights, double intercept, double noise) {
        double[] y = x.times(weights).toArray();
        Arrays.setAll(y, i -> y[i] + intercept + noise * rng.gaussian());
        return Vector.of(y);
    }

    /// Each column with mean 0 and standard deviation 1.
    static Matrix standardised(Matrix x) {
        Centred centred = Centred.of(x);
        double[] scales = new double[x.columns()];
        Arrays.setAll(scales, j -> centred.x().column(j).norm() / Math.sqrt(x.rows()));
        return Matrix.from(x.rows(), x.columns(), (i, j) -> centred.x().get(i, j) / scales[j]);
    }

    /// R², the coefficient of determination.
    static double determination(Vector y, Vector predictions) {
        double left = y.minus(predictions).norm();
        double all = Centred.of(y).norm();
        return 1 - left * left / (all * all);
    }

    static double accuracy(int[] labels, int[] predictions) {
        return (double) IntStream.range(0, labels.length)
                        .filter(i -> labels[i] == predictions[i])
                        .count()
                / labels.length;
    }

    /// Whether shapes are equal and every entry of `actual` is within `within·max(1, |e|)` of its expected
    /// value e.
    static boolean agree(Matrix actual, Matrix expected, double within) {
        if (!actual.shape().equals(expected.shape())) {
            return false;
        }
        return IntStream.range(0, actual.rows())
                .allMatch(i -> IntStream.range(0, actual.columns())
                        .allMatch(j -> Math.abs(actual.get(i, j) - expected.get(i, j))
                                <= within * Math.max(1, Math.abs(expected.get(i, j)))));
    }

    private static Matrix iris() {
        try {
            List<String> lines = Files.readAllLines(Path.of(System.getProperty("gradus.root"), "data/iris/iris.csv"));
            return Matrix.of(lines.stream()
                    .skip(1)
                    .map(line -> Arrays.stream(line.split(","))
                            .limit(4)
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Matrix> read() {
        try (InputStream in = Fixture.class.getResourceAsStream("fixtures.txt")) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            var matrices = new HashMap<String, Matrix>();
            for (int at = 0; at < lines.size(); ) {
                String[] words = lines.get(at).split(" ");
                int rows = Integer.parseInt(words[words.length - 2]);
                String name = String.join(" ", Arrays.copyOf(words, words.length - 2));
                matrices.put(
                        name,
                        Matrix.of(lines.subList(at + 1, at + 1 + rows).stream()
                                .map(line -> Arrays.stream(line.split(" "))
                                        .mapToDouble(Double::parseDouble)
                                        .toArray())
                                .toArray(double[][]::new)));
                at += 1 + rows;
            }
            return matrices;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
