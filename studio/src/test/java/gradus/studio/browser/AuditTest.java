package gradus.studio.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import gradus.studio.AuditSchool;
import gradus.studio.RealStudio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The form of an audit. What is chosen there is a line of a file in the workspace.
class AuditTest {

    @TempDir
    Path folder;

    @Test
    void casesAreDecidedCheckedAndDecidedAnew() throws IOException {
        assumeTrue(Chromium.found().isPresent(), Chromium.MISSING);
        try (Chromium chromium = Chromium.start(Chromium.found().orElseThrow());
                RealStudio studio = AuditSchool.open(folder)) {
            Learner learner = Learner.arrives(studio, chromium.browser());
            Path answers = studio.workspace().resolve("answers/leaks.yaml");
            learner.open("/lessons/leaks");
            choose(learner, "scaler", "b");
            choose(learner, "patients", "c");
            learner.button("Check").click();
            assertThat(learner.find(".verdict-card h3")).hasText("Not yet");
            assertThat(learner.find(".decided")).containsText("What did it take the mean of?");
            Assertions.assertThat(answers).content().contains("\nscaler: b\n", "\npatients: c\n");
            Assertions.assertThat(AccessibilityTest.broken(learner, ".audit")).isEmpty();

            Files.writeString(answers, Files.readString(answers).replace("scaler: b", "scaler: a"));
            assertThat(option(learner, "scaler", "a")).isChecked();
            learner.button("Check").click();
            assertThat(learner.find(".verdict-card h3")).hasText("Passed");

            learner.open("/lessons/leaks");
            assertThat(option(learner, "patients", "c")).isChecked();
            Assertions.assertThat(learner.troubles()).isEmpty();
        }
    }

    private static Locator option(Learner learner, String decision, String letter) {
        return learner.find("[name=" + decision + "][value=" + letter + "]");
    }

    private static void choose(Learner learner, String decision, String letter) {
        option(learner, decision, letter).check();
        assertThat(option(learner, decision, letter)).isChecked();
    }
}
