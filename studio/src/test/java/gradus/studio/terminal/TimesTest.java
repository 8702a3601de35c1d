package gradus.studio.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.mastery.Attempt;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Times in the terminal, also those of a clock that was wrong.
class TimesTest {

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({
        "0, 0:00",
        "155, 2:35",
        "3723, 1:02:03",
        "-2, 0:00",
        "-600, an unknown time",
        "86400, an unknown time",
        "880675200, an unknown time"
    })
    void aDurationThatNoRunTakesIsUnknown(long seconds, String text) {
        assertThat(TimeText.of(Duration.ofSeconds(seconds))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "2053-11-30T09:00:00Z"})
    void aDateThatCannotBeTrueIsNotPrinted(String at) {
        var terminal = new TerminalHarness(home);
        terminal.width = 120;
        terminal.journal.append(passed(at));
        terminal.type("progress");
        assertThat(terminal.out).contains("unknown (clock)").doesNotContain(at.substring(0, 10));
        terminal.type("next");
        assertThat(terminal.out.replaceAll("\\s+", " "))
                .contains("your computer's clock seems wrong, or was wrong then");
    }

    @Test
    void aDateThatCanBeTrueIsPrinted() {
        var terminal = new TerminalHarness(home);
        terminal.width = 120;
        terminal.journal.append(passed("2025-11-30T09:00:00Z"));
        terminal.type("progress");
        assertThat(terminal.out).contains("2025-11-30");
    }

    private static Attempt passed(String at) {
        return new Attempt.HandedIn("counting", Instant.parse(at), "Passed", 2, 2, "none");
    }
}
