package gradus.studio.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import gradus.studio.DecisionsSchool;
import gradus.studio.RealStudio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The form of a lab of code that has cases to decide, below the editor.
class DecisionsTest {

    @TempDir
    Path folder;

    @Test
    void codeAndDecisionsAreHandedInByOneButton() throws IOException {
        assumeTrue(Chromium.found().isPresent(), Chromium.MISSING);
        try (Chromium chromium = Chromium.start(Chromium.found().orElseThrow());
                RealStudio studio = DecisionsSchool.open(folder)) {
            Learner learner = Learner.arrives(studio, chromium.browser());
            Path answers = studio.workspace().resolve("answers/doubling.yaml");
            learner.open("/lessons/doubling");
            assertThat(learner.editor()).containsText("class Doubler");
            assertThat(learner.find(".files [role=tab]")).hasCount(1);

            learner.write(DecisionsSchool.SOLVED);
            option(learner, "negative", "b").check();
            Locator verdict = learner.check();
            assertThat(verdict.locator("h3")).hasText("Not yet: all checks pass, but too few decisions are right");
            assertThat(verdict.locator(".decided")).containsText("Add -4 and -4 with a pencil.");
            Assertions.assertThat(answers).content().contains("\nnegative: b\n");
            Assertions.assertThat(AccessibilityTest.broken(learner, ".workbench"))
                    .isEmpty();

            Files.writeString(answers, Files.readString(answers).replace("too-small:", "too-small: b"));
            assertThat(option(learner, "too-small", "b")).isChecked();
            option(learner, "overflow", "a").check();
            verdict = learner.check();
            assertThat(verdict.locator("h3")).hasText("Passed");

            learner.open("/lessons/doubling");
            assertThat(option(learner, "overflow", "a")).isChecked();
            Assertions.assertThat(learner.troubles()).isEmpty();
        }
    }

    private static Locator option(Learner learner, String decision, String letter) {
        return learner.find("[name=" + decision + "][value=" + letter + "]");
    }
}
