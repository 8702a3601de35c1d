package gradus.studio.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import gradus.studio.RealStudio;
import gradus.studio.TestingSchool;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The editor of a lab of tests, and the table of the implementations that the tests were run on.
class TestingTest {

    @TempDir
    Path folder;

    @Test
    void testsAreWrittenAndCheckedUntilTheyFindTheFaults() {
        assumeTrue(Chromium.found().isPresent(), Chromium.MISSING);
        try (Chromium chromium = Chromium.start(Chromium.found().orElseThrow());
                RealStudio studio = TestingSchool.open(folder)) {
            Learner learner = Learner.arrives(studio, chromium.browser());
            learner.open("/lessons/span");
            assertThat(learner.editor()).containsText("class SpanTests");
            Locator verdict = learner.check();
            assertThat(verdict.locator("h3")).hasText("Not yet");
            assertThat(verdict).containsText("There is no test yet.");

            learner.write(TestingSchool.TESTS);
            verdict = learner.check();
            assertThat(verdict.locator("h3")).hasText("Passed");
            assertThat(verdict.locator(".implementations tbody tr")).hasCount(5);
            assertThat(verdict.locator(".implementations")).containsText("only the ends are looked at");
            Assertions.assertThat(AccessibilityTest.broken(learner, ".workbench"))
                    .isEmpty();
            Assertions.assertThat(learner.troubles()).isEmpty();
        }
    }
}
