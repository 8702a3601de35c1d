package gradus.judge.validate;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.LibraryUse;
import gradus.judge.javac.Compilation;
import gradus.judge.javac.CompileError;
import gradus.judge.javac.Javac;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Names of classes that lack an import, and which import is offered.
class MissingImportsTest {

    private static final Map<String, byte[]> LIBRARY = Javac.forLearners(Map.of())
            .compileOrThrow(
                    Map.of(
                            "gradus/ml/linalg/Vector.java",
                            "package gradus.ml.linalg;"
                                    + " public final class Vector { public static Vector of(double... x) { return null; } }",
                            "gradus/ml/deep/Tape.java",
                            "package gradus.ml.deep; public final class Tape { public static int of() { return 1; } }",
                            "gradus/ml/linalg/Blocks.java",
                            "package gradus.ml.linalg; final class Blocks { }",
                            "gradus/ml/a/A.java",
                            "package gradus.ml.a; public final class A { }"),
                    Map.of());

    private static final String OFFER =
            "`Vector` is in gradus.ml.linalg: write `import gradus.ml.linalg.Vector;` below the package line.";

    @ParameterizedTest
    @ValueSource(strings = {"var x = Vector.of(1);", "Vector x = null;", "Object x = new Vector();"})
    void aTaughtClassOfTheLibraryIsOffered(String statement) {
        assertThat(explanation(statement, "gradus.ml.linalg.Vector")).isEqualTo(OFFER);
        assertThat(explanation(statement, "*")).isEqualTo(OFFER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"var x = Vector.of(1);", "Vector x = null;", "var x = Tape.of();", "Tape x = null;"})
    void aClassThatHasNotBeenTaughtIsNotOfferedNorAnotherOfItsName(String statement) {
        assertThat(explanation(statement, "gradus.ml.linalg.Matrix"))
                .isEqualTo("There's no class with this name here. Check its spelling and imports.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            List<String> x = null;               | java.util.List
            var x = Arrays.asList(1);            | java.util.Arrays
            var x = new Random(1);               | java.util.Random
            var x = Files.exists(null);          | java.nio.file.Files
            var x = StandardCharsets.UTF_8;      | java.nio.charset.StandardCharsets
            var x = RandomGenerator.of("");      | java.util.random.RandomGenerator
            """)
    void aClassOfTheJdkIsOffered(String statement, String type) {
        assertThat(explanation(statement, "gradus.ml.linalg.Vector"))
                .endsWith(": write `import " + type + ";` below the package line.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Blocks x = null;    | There's no class with this name
            int x = count;      | There's no variable with this name
            int x = Count;      | There's no variable with this name
            int x = Vector();   | There's no method with this name
            """)
    void anyOtherNameIsExplainedAsBefore(String statement, String says) {
        assertThat(explanation(statement, "*")).startsWith(says);
    }

    private static String explanation(String statement, String taught) {
        String text =
                "package gradus.ml.a;\n\npublic final class A {\n    void f() {\n        " + statement + "\n    }\n}\n";
        Compilation result = Javac.forLearners(LIBRARY).compile(Map.of("gradus/ml/a/A.java", text), Map.of());
        List<CompileError> errors = ((Compilation.Rejected) result).errors();
        var untaughtCalls = new UntaughtCalls(LibraryUse.declaring(Set.of(taught)), Set.of("gradus.ml.a.A"), LIBRARY);
        return MissingImports.explained(errors, untaughtCalls).getFirst().explanation();
    }
}
