package gradus.studio.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gradus.studio.RealStudio;
import gradus.studio.RunSchool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run is started from its lab, and its page follows it, left and come back to.
class RunTest {

    @TempDir
    Path folder;

    @Test
    void aRunIsStartedFollowedLeftAndComeBackTo() throws IOException {
        assumeTrue(Chromium.found().isPresent(), Chromium.MISSING);
        try (Chromium chromium = Chromium.start(Chromium.found().orElseThrow());
                RealStudio studio = RunSchool.open(folder)) {
            Learner learner = Learner.arrives(studio, chromium.browser());
            learner.open("/lessons/quick");
            learner.button("Check").click();
            assertThat(learner.find(".verdict-card h3")).containsText("Not yet");
            Path file = studio.workspaceFile("gradus.ml.toy.Doubler");
            Files.writeString(file, RunSchool.solved(Files.readString(file), "twice"));
            learner.open("/lessons/quick");
            learner.button("Check").click();
            assertThat(learner.find(".verdict-card h3")).containsText("All checks pass");
            learner.find(".verdict-card [data-train]").click();

            assertThat(learner.find(".run-charts figcaption")).containsText("training loss");
            String page = learner.page().url();
            Assertions.assertThat(page).contains("/runs/");
            learner.open("/runs");
            learner.page().navigate(page);
            assertThat(learner.find(".run-state")).hasText("passed");
            assertThat(learner.find(".run-samples .latest")).hasText("twice 5 is 10");
            assertThat(learner.find(".metric")).containsText("twice 21: 42, at least 42 is wanted.");
            Assertions.assertThat(AccessibilityTest.broken(learner, "main")).isEmpty();
            Assertions.assertThat(learner.troubles()).isEmpty();
        }
    }
}
