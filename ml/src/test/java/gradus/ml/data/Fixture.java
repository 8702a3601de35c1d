package gradus.ml.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Test data that `fixtures.py` computed with NumPy and scikit-learn.
public final class Fixture {

    private Fixture() {}

    public static Path file(String name) {
        try {
            return Path.of(Fixture.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The numbers in the lines whose first field is `name`.
    public static double[][] rows(String file, String name) {
        try (var lines = Files.lines(file(file))) {
            return lines.filter(line -> line.startsWith(name + ","))
                    .map(line -> Arrays.stream(line.split(","))
                            .skip(1)
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
