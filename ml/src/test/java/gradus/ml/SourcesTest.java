package gradus.ml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The sources contain nothing whose bits depend on the machine, the JVM or the number of processors.
class SourcesTest {

    private static final Path SOURCES = Path.of(System.getProperty("gradus.root"), "ml/src/main/java");

    private static final String FUNCTIONS =
            "(exp|expm1|log|log10|log1p|pow|cbrt|hypot|sinh?|cosh?|tanh?|asin|acos|atan2?)";

    /// What is forbidden, an example of it, and the file in which it is allowed.
    private enum Rule {
        FUNCTIONS_OF_MATH(
                "\\bMath(\\.|::)" + FUNCTIONS + "\\b",
                "y = Math.exp(x);",
                "none",
                "the last digit may differ from machine to machine: use StrictMath, or a function of PlainFunctions"),
        STATIC_IMPORTS_OF_MATH(
                "import static java\\.lang\\.Math\\b",
                "import static java.lang.Math.log;",
                "none",
                "write Math or StrictMath before the name, so that one sees which of the two it is"),
        FUNCTIONS_OF_VECTORS(
                "VectorOperators\\.(EXP|EXPM1|LOG|LOG10|LOG1P|POW|CBRT|HYPOT|SINH?|COSH?|TANH?|ASIN|ACOS|ATAN2?)\\b",
                "x.lanewise(VectorOperators.EXP)",
                "none",
                "the last digit may differ from machine to machine: use a function of FastFunctions"),
        REDUCTIONS_OF_VECTORS(
                "reduceLanes\\(\\s*VectorOperators\\.(ADD|MUL)\\b",
                "v.reduceLanes(VectorOperators.ADD)",
                "none",
                "its order of additions is not specified: use FloatLanes or DoubleLanes"),
        VECTOR_LENGTHS(
                "SPECIES_PREFERRED",
                "VectorSpecies<Float> lanes = FloatVector.SPECIES_PREFERRED;",
                "FloatLanes.java DoubleLanes.java",
                "vectors may be longer than the partial sums: use the SPECIES of FloatLanes or DoubleLanes"),
        PARALLEL_STREAMS(
                "\\.parallel\\(\\)|\\bparallel(Stream|Prefix|SetAll|Sort)\\(",
                "numbers.parallelStream()",
                "Threads.java",
                "how the work is split depends on the number of processors: use Threads");

        private final Pattern forbidden;
        private final String example;
        private final String allowedIn;
        private final String advice;

        Rule(String forbidden, String example, String allowedIn, String advice) {
            this.forbidden = Pattern.compile(forbidden);
            this.example = example;
            this.allowedIn = allowedIn;
            this.advice = advice;
        }

        private boolean isBroken(String source) {
            return forbidden.matcher(source).find();
        }
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void noFileBreaksARule(Rule rule) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(SOURCES)) {
            files = walk.filter(file -> file.toString().endsWith(".java")).toList();
        }

        assertThat(files).hasSizeGreaterThan(200);
        assertThat(files.stream()
                        .filter(file ->
                                !rule.allowedIn.contains(file.getFileName().toString()))
                        .filter(file -> rule.isBroken(code(file)))
                        .map(SOURCES::relativize))
                .as(rule.advice)
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyRuleFindsItsExample(Rule rule) {
        assertThat(rule.isBroken(rule.example)).isTrue();
    }

    /// A file without its comments.
    private static String code(Path file) {
        try {
            return Files.readString(file).replaceAll("//.*", "");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
