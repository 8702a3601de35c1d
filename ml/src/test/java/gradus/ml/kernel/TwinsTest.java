package gradus.ml.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Code that exists twice stays the same.
class TwinsTest {

    private static final Path SOURCES = Path.of(System.getProperty("gradus.root"), "ml/src/main/java/gradus/ml/kernel");

    /// Java has no type that stands for `float` or `double`, and the formatter may break lines elsewhere.
    @ParameterizedTest
    @ValueSource(strings = {"Gemm", "Tile", "Gemv", "View", "Lanes"})
    void theDoubleKernelIsTheFloatKernelWithTheTypesExchanged(String name) throws IOException {
        String floats = Files.readString(SOURCES.resolve("Float" + name + ".java"));
        String doubles = Files.readString(SOURCES.resolve("Double" + name + ".java"));
        String exchanged = floats.replace("Float", "Double")
                .replace("float", "double")
                .replace("FLOATS", "DOUBLES")
                .replaceAll("\\b0f\\b", "0.0");

        assertThat(doubles).isEqualToIgnoringWhitespace(exchanged);
    }

    @Test
    void bothReferenceProductsAreTheSame() throws IOException {
        String source = Files.readString(SOURCES.resolve("PlainGemm.java"));
        int first = source.indexOf("static void multiply(FloatView");
        int second = source.indexOf("    /// The same for `double`.");
        String floats = source.substring(first, second);
        String doubles = source.substring(source.indexOf("static void multiply(DoubleView"));

        assertThat(doubles)
                .isEqualToIgnoringWhitespace(floats.replace("Float", "Double").replace("float", "double") + "}");
    }

    @Test
    void theCoefficientsAreThoseOfTheFit() throws IOException {
        String source = Files.readString(SOURCES.resolve("FastFunctions.java"));
        String log = source.substring(source.indexOf("FloatVector log("));
        String derivative = source.substring(source.indexOf("FloatVector geluDerivative("));
        String normal = source.substring(source.indexOf("FloatVector normalCdf("));
        assertThat(coefficients(log, "FloatVector p")).isEqualTo(fitted("log"));
        assertThat(coefficients(source, "FloatVector above")).isEqualTo(fitted("tanh above"));
        assertThat(coefficients(source, "FloatVector below")).isEqualTo(fitted("tanh below"));
        assertThat(coefficients(derivative, "FloatVector p")).isEqualTo(fitted("slope"));
        assertThat(coefficients(normal, "FloatVector p")).isEqualTo(fitted("normal"));
    }

    /// The numbers of a statement, from the highest power down.
    private static List<Float> coefficients(String source, String declaration) {
        int from = source.indexOf(declaration);
        return Pattern.compile("all\\(([-+.0-9eE]+)f\\)")
                .matcher(source.substring(from, source.indexOf(';', from)))
                .results()
                .map((MatchResult match) -> Float.valueOf(match.group(1)))
                .toList();
    }

    private static List<Float> fitted(String name) throws IOException {
        try (var stream = TwinsTest.class.getResourceAsStream("coefficients.csv")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(name + ","))
                    .map(line -> Float.valueOf(line.substring(line.lastIndexOf(',') + 1)))
                    .toList();
        }
    }
}
