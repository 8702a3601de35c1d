package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.judge.LearnerParts;
import gradus.judge.SnippetRunner;
import gradus.judge.SnippetRunner.Result;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSnippetRunnerTest {

    @TempDir
    static Path folder;

    private static SnippetRunner snippetRunner;

    @BeforeAll
    static void open() {
        snippetRunner = new LocalSnippetRunner(ToyLibrary.judgePaths(folder));
    }

    @AfterAll
    static void close() {
        snippetRunner.close();
    }

    @Test
    void aCompactSourceFileRunsWithTheLibrary() {
        assertThat(snippetRunner.run("""
                import gradus.ml.toy.Numbers;

                void main() {
                    IO.println(Numbers.sum(new double[] {1, 2}));
                    var words = List.of("no", "import");
                    System.out.print(words);
                }
                """, Optional.empty(), LearnerParts.NONE))
                .isEqualTo(new Result.Through("3.0" + System.lineSeparator() + "[no, import]"));
    }

    @Test
    void aSnippetThatDoesNotCompileSaysWhere() {
        assertThat(snippetRunner.run("void main() {\n    int x = 0.5;\n}\n", Optional.empty(), LearnerParts.NONE))
                .isInstanceOfSatisfying(Result.DidNotCompile.class, rejected -> {
                    assertThat(rejected.line()).isEqualTo(2);
                    assertThat(rejected.message()).contains("lossy");
                });
    }

    @Test
    void aSnippetThatThrowsOrExitsHasFailedAfterWhatItPrinted() {
        assertThat(snippetRunner.run(
                        "void main() { IO.println(\"a\"); throw new IllegalStateException(\"b\"); }",
                        Optional.empty(),
                        LearnerParts.NONE))
                .isEqualTo(new Result.Failed("it threw IllegalStateException: b", "a" + System.lineSeparator()));
        assertThat(snippetRunner.run("void main() { System.exit(4); }", Optional.empty(), LearnerParts.NONE))
                .isEqualTo(new Result.Failed("it ended the JVM, exit code 4", ""));
    }
}
