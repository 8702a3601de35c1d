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
import org.junit.jupiter.params.provider.CsvSource;
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
        int first = source.indexOf("    static void multiply(FloatView");
        int second = source.indexOf("    // ---- the same for double ----");
        String floats = source.substring(first, second);
        String doubles = source.substring(source.indexOf("    static void multiply(DoubleView"));

        assertThat(doubles)
                .isEqualToIgnoringWhitespace(floats.replace("Float", "Double")
                                .replace("float", "double")
                                .replace("0f", "0.0")
                        + "}");
    }

    @ParameterizedTest
    @CsvSource({"FastFunctions, FloatVector", "PlainFunctions, float"})
    void theCoefficientsAreThoseOfTheFit(String name, String type) throws IOException {
        String source = Files.readString(SOURCES.resolve(name + ".java"));
        assertThat(coefficients(source, type, "log", "p")).isEqualTo(fitted("log"));
        assertThat(coefficients(source, type, "tanh", "above")).isEqualTo(fitted("tanh above"));
        assertThat(coefficients(source, type, "tanh", "below")).isEqualTo(fitted("tanh below"));
        assertThat(coefficients(source, type, "geluDerivative", "p")).isEqualTo(fitted("slope"));
        assertThat(coefficients(source, type, "normalCdf", "p")).isEqualTo(fitted("normal"));
    }

    /// The numbers of the statements that begin with a variable, from the highest power down.
    private static List<Float> coefficients(String source, String type, String function, String variable) {
        int from = source.indexOf(" static " + type + " " + function + "(");
        String body = source.substring(from, source.indexOf("\n    }", from));
        return Pattern.compile("(?s)^ +(?:" + type + " )?" + variable + " = (.*?);", Pattern.MULTILINE)
                .matcher(body)
                .results()
                .flatMap(statement -> Pattern.compile("[ (]([-+]?[0-9][-+.0-9eE]*)f")
                        .matcher(statement.group(1))
                        .results())
                .map((MatchResult number) -> Float.valueOf(number.group(1)))
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
