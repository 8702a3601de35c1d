package gradus.ml.linalg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// Reference results computed by other software, from a file next to a test: a line holds a name, the number
/// of rows, the number of columns, and the entries in row-major order. Lines that start with `#` say how they
/// were computed.
public record Recorded(Map<String, Matrix> matrices) {

    /// The matrices in `file`, next to the class `test`.
    public static Recorded of(Class<?> test, String file) {
        try (var stream = test.getResourceAsStream(file)) {
            return new Recorded(new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .collect(Collectors.toMap(words -> words[0], Recorded::read)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The matrix of this name.
    public Matrix matrix(String name) {
        return matrices.get(name);
    }

    /// The one row of the matrix of this name.
    public Vector vector(String name) {
        return matrix(name).row(0);
    }

    private static Matrix read(String[] words) {
        return Matrix.of(
                Integer.parseInt(words[1]),
                Integer.parseInt(words[2]),
                Arrays.stream(words, 3, words.length)
                        .mapToDouble(Double::parseDouble)
                        .toArray());
    }
}
