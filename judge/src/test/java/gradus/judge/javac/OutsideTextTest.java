package gradus.judge.javac;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What stands outside of the class, and what is said of it.
class OutsideTextTest {

    private static final String CLASS = """
            public final class A {
                // Braces in comments } and strings } count for nothing.
                int f() {
                    return "}".length() + '}';
                }
            }
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            module evil { }                        | A module declaration doesn't belong in this file
            open module evil { requires a; }       | A module declaration doesn't belong in this file
            This is my solution.                   | `This is my solution.` stands after the class
            see page 4                             | `see page 4` stands after the class
            Note: the sum is right                 | `Note: the sum is right` stands after the class
            TODO                                   | `TODO` stands after the class
            1. The sum                             | `1. The sum` stands after the class
            - done                                 | `- done` stands after the class
            x = 3;                                 | `x = 3;` stands after the class
            And it""s done                         | `And it""s done` stands after the class
            import java.util.List;                 | An import belongs above the class
            package b;                             | A file has one package line
            the end;                               | outside of the class
            static int g() { return 1; }           | outside of the class
            }                                      | There's an extra closing brace
            static int g() { return 1; } }         | There's an extra closing brace
            """)
    void textAfterTheClassIsToldAsItIs(String tail, String says) {
        // The format has quotes of its own.
        assertThat(explanation("package a;\n\n" + CLASS + "\n" + tail.replace("\"\"", "'") + "\n"))
                .contains(says.replace("\"\"", "'"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            module evil {}                         | A module declaration doesn't belong in this file
            This is my solution.                   | `This is my solution.` stands before the class
            Here is the class:                     | `Here is the class:` stands before the class
            """)
    void textBeforeTheClassIsToldAsItIs(String text, String says) {
        assertThat(explanation("package a;\n\n" + text + "\n" + CLASS)).contains(says);
        assertThat(explanation(text + "\npackage a;\n\n" + CLASS)).contains(says);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            int f() { return 1; } } }              | There's an extra closing brace
            int f() { return 1; } } module evil {} | A module declaration doesn't belong in this file
            int f() { return 1; } } the end        | `the end` stands after the class
            int f() { return 1; }                  | The file ends too soon
            """)
    void whatEndsTheClassIsNotQuoted(String rest, String says) {
        assertThat(explanation("package a;\n\nclass A { " + rest + "\n")).contains(says);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "module evil { requires java.base; }",
                "The loop is right; please look at it",
                "```",
                "see page 4"
            })
    void oneMistakeIsToldOnce(String tail) {
        assertThat(errors("package a;\n\n" + CLASS + "\n" + tail + "\n"))
                .extracting(CompileError::explanation)
                .doesNotHaveDuplicates();
    }

    private static String explanation(String text) {
        return errors(text).getFirst().explanation();
    }

    private static List<CompileError> errors(String text) {
        Compilation result = Javac.forLearners(Map.of()).compile(Map.of("a/A.java", text), Map.of());
        assertThat(result).isInstanceOf(Compilation.Rejected.class);
        return ((Compilation.Rejected) result).errors();
    }
}
