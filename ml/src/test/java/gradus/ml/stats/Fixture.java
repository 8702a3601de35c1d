package gradus.ml.stats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Rows of the reference files next to `fixtures.py`, computed by other programs.
final class Fixture {

    private Fixture() {}

    /// The cells of the rows whose first cell is `kind`.
    static List<String[]> rows(String file, String kind) {
        try (var stream = Fixture.class.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(kind + ","))
                    .map(line -> line.split(","))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Numbers separated by spaces.
    static double[] numbers(String cell) {
        return Arrays.stream(cell.split(" ")).mapToDouble(Fixture::number).toArray();
    }

    static double number(String cell) {
        return switch (cell) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> Double.parseDouble(cell);
        };
    }

    static Distribution distribution(String family, String parameters) {
        double[] p = numbers(parameters);
        return switch (family) {
            case "Normal" -> new Normal(p[0], p[1]);
            case "Uniform" -> new Uniform(p[0], p[1]);
            case "Exponential" -> new Exponential(p[0]);
            case "Laplace" -> new Laplace(p[0], p[1]);
            case "Gamma" -> new Gamma(p[0], p[1]);
            case "Beta" -> new Beta(p[0], p[1]);
            case "StudentT" -> new StudentT(p[0]);
            case "ChiSquared" -> new ChiSquared(p[0]);
            case "Bernoulli" -> new Bernoulli(p[0]);
            case "Binomial" -> new Binomial((int) p[0], p[1]);
            case "Poisson" -> new Poisson(p[0]);
            case "Categorical" -> Categorical.of(p);
            default -> throw new IllegalArgumentException("no distribution is called " + family);
        };
    }
}
