package gradus.studio.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.studio.desk.Desk;
import gradus.studio.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Errors are one sentence on standard error, and an exit code.
class CommandLineErrorsTest {

    @TempDir
    Path home;

    private TerminalHarness terminalHarness;

    @BeforeEach
    void createTerminal() {
        terminalHarness = new TerminalHarness(home);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            chek                 | There is no command "chek" (did you mean "check"?); `gradus help` lists them all.
            author chek          | There is no command "chek" (did you mean "check"?); `gradus help author` lists them all.
            zzzzzz               | There is no command "zzzzzz"; `gradus help` lists them all.
            help chek            | There is no command "chek" (did you mean "check"?); `gradus help` lists them all.
            --jsn                | `gradus` has no option "--jsn" (did you mean "--json"?); see `gradus help`.
            check --wtch         | `gradus check` has no option "--wtch" (did you mean "--watch"?); see `gradus help check`.
            next first           | `gradus next` doesn't take "first"; see `gradus help next`.
            start                | `gradus start` needs LESSON; see `gradus help start`.
            next --home          | `gradus next` needs DIR after --home; see `gradus help next`.
            author               | `gradus author` needs a command; see `gradus help author`.
            --port 70000         | The port must be from 0 to 65535, got 70000; leave out --port to use a free one.
            start addin          | There is no lesson "addin" (did you mean "adding"?); `gradus progress` lists them all.
            start reading        | Lesson reading has no lab; read it instead.
            hint adding times    | Lesson adding has no task "times"; its tasks are plus, minus.
            parts Ader mine      | There is no part "Ader" (did you mean "Adder"?); `gradus parts` lists them all.
            parts Adder his      | Which Adder should run? "his" is neither "mine" nor "library"; write `gradus parts Adder mine` or `gradus parts Adder library`.
            parts Adder          | Which Adder should run? Write `gradus parts Adder mine` or `gradus parts Adder library`.
            check --watch --json | --watch prints many verdicts and --json prints one object; use only one of them.
            """)
    void aUsageErrorIsOneSentenceAndExitCodeTwo(String line, String sentence) {
        assertThat(terminalHarness.type(line)).isEqualTo(2);
        assertThat(terminalHarness.err).isEqualTo(sentence + "\n");
    }

    @Test
    void withJsonTheSentenceIsInTheObjectToo() {
        assertThat(terminalHarness.type("start addin --json")).isEqualTo(2);
        Map<?, ?> object = Json.read(terminalHarness.out, Map.class);
        assertThat(object).isEqualTo(Map.of("error", terminalHarness.err.strip(), "exitCode", 2));
    }

    @Test
    void withoutAnyHomeItAsksForOne() {
        terminalHarness.environment.clear();
        assertThat(terminalHarness.type("next")).isEqualTo(2);
        assertThat(terminalHarness.err)
                .isEqualTo(
                        "There is no home folder because neither GRADUS_HOME nor HOME is set; name one with --home DIR.\n");
    }

    @Test
    void anUnexpectedExceptionIsOneSentenceAndItsDetailsAreInTheHome() throws Exception {
        terminalHarness = new TerminalHarness(home) {
            @Override
            public Desk openDesk(Path folder) {
                throw new IllegalStateException("the spring broke\nin two");
            }
        };
        assertThat(terminalHarness.type("next --json")).isEqualTo(3);
        Path log = home.resolve("gradus/gradus.log");
        assertThat(terminalHarness.err)
                .isEqualTo("Internal error in Gradus (IllegalStateException: the spring broke); the details are in "
                        + log + ": please report them.\n");
        assertThat(terminalHarness.out).hasLineCount(1).contains("\"exitCode\":3");
        assertThat(log)
                .content()
                .startsWith("2026-01-05T09:00:00Z gradus next --json\n")
                .contains("\tat ");
    }

    @Test
    void anErrorOfTheJvmIsOneSentenceToo() {
        terminalHarness = new TerminalHarness(home) {
            @Override
            public Desk openDesk(Path folder) {
                throw new StackOverflowError();
            }
        };
        assertThat(terminalHarness.type("next")).isEqualTo(3);
        assertThat(terminalHarness.err)
                .startsWith("Internal error in Gradus (StackOverflowError); ")
                .hasLineCount(1);
    }

    @Test
    void ifTheDetailsCannotBeWrittenItSaysSo() throws Exception {
        Path file = Files.writeString(home.resolve("file"), "");
        terminalHarness = new TerminalHarness(home) {
            @Override
            public Desk openDesk(Path folder) {
                throw new IllegalStateException();
            }
        };
        assertThat(terminalHarness.type("next --home " + file)).isEqualTo(3);
        assertThat(terminalHarness.err)
                .contains("couldn't be written to the home folder")
                .hasLineCount(1);
    }
}
