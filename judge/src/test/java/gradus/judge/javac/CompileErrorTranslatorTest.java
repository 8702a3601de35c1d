package gradus.judge.javac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Common compile errors of beginners, each as the body of a method, with the explanation that they get.
class CompileErrorTranslatorTest {

    private static final Path TABLE =
            Path.of(System.getProperty("gradus.root"), "judge", "src", "test", "resources", "complaints.txt");

    private final Javac javac = Javac.forLearners(Map.of());

    @TestFactory
    Stream<DynamicTest> commonErrorsHaveAnExplanation() throws IOException {
        List<String> blocks = List.of(Files.readString(TABLE).strip().split("\n\n+"));
        assertThat(blocks).hasSizeGreaterThan(60).doesNotHaveDuplicates();
        return blocks.stream()
                .map(block -> DynamicTest.dynamicTest(block.lines().findFirst().orElseThrow(), () -> says(block)));
    }

    private void says(String block) {
        String body = marked(block, "+ ");
        Compilation compileResult = javac.compile(Map.of("a/Sum.java", """
                        package a;

                        public final class Sum {
                            record Pair(double low, double high) {}

                            static double sum(double[] values) {
                                %s
                            }
                        }
                        """.formatted(body)), Map.of());

        assertThat(compileResult).isInstanceOf(Compilation.Rejected.class);
        CompileError first = ((Compilation.Rejected) compileResult).errors().getFirst();
        assertThat(first.explanation()).as(first.message()).isEqualTo(marked(block, "= "));
    }

    private static String marked(String block, String mark) {
        return block.lines()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()))
                .findFirst()
                .orElseThrow();
    }
}
