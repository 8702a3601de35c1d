package gradus.judge;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.judge.Snippets.Ran;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnippetsTest {

    @TempDir
    static Path folder;

    private static Snippets snippets;

    @BeforeAll
    static void open() {
        snippets = new LocalSnippets(Toy.toolbox(folder));
    }

    @AfterAll
    static void close() {
        snippets.close();
    }

    @Test
    void aCompactSourceFileRunsUponTheLibrary() {
        assertThat(snippets.run("""
                import gradus.ml.toy.Numbers;

                void main() {
                    IO.println(Numbers.sum(new double[] {1, 2}));
                    var words = List.of("no", "import");
                    System.out.print(words);
                }
                """, Parts.NONE))
                .isEqualTo(new Ran.Through("3.0" + System.lineSeparator() + "[no, import]"));
    }

    @Test
    void aSnippetThatDoesNotCompileSaysWhere() {
        assertThat(snippets.run("void main() {\n    int x = 0.5;\n}\n", Parts.NONE))
                .isInstanceOfSatisfying(Ran.DidNotCompile.class, refused -> {
                    assertThat(refused.line()).isEqualTo(2);
                    assertThat(refused.message()).contains("lossy");
                });
    }

    @Test
    void aSnippetThatThrowsOrExitsHasFailedAfterWhatItPrinted() {
        assertThat(snippets.run(
                        "void main() { IO.println(\"a\"); throw new IllegalStateException(\"b\"); }", Parts.NONE))
                .isEqualTo(new Ran.Failed("it threw IllegalStateException: b", "a" + System.lineSeparator()));
        assertThat(snippets.run("void main() { System.exit(4); }", Parts.NONE))
                .isEqualTo(new Ran.Failed("it ended the JVM, exit code 4", ""));
    }
}
