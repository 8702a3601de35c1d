package gradus.studio.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gradus.studio.ArenaSchool;
import gradus.studio.MilestoneSchool;
import gradus.studio.RealStudio;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The form of an arena, and a milestone from its missing parts to its certificate.
class ArenaAndMilestoneTest {

    /// Starts a lab and hands in the class, as the pages of its lesson do.
    private static final String CHECK = """
            async ([lesson, text]) => {
              const post = (path, body) => fetch(`/lessons/${lesson}/${path}`, {
                method: 'POST',
                headers: { 'Content-Type': 'application/json' },
                body: JSON.stringify(body),
              })
              await post('lab', {})
              return (await post('check', { sources: { 'gradus/ml/toy/Centre.java': text } })).text()
            }
            """;

    @TempDir
    Path folder;

    @Test
    void anArenaIsPredictedAndProbedOnItsForm() {
        assumeTrue(Chromium.found().isPresent(), Chromium.MISSING);
        try (Chromium chromium = Chromium.start(Chromium.found().orElseThrow());
                RealStudio studio = ArenaSchool.open(folder)) {
            Learner learner = Learner.arrives(studio, chromium.browser());
            learner.open("/lessons/units");
            assertThat(learner.find(".probes .muted")).containsText("0 of 5 probes are made.");
            learner.find("[name=order]").fill("nearest-scaled, nearest-raw, majority");
            learner.find("[name=order]").blur();
            learner.find("[name=expected-because]").first().check();
            learner.find("[data-probe=majority]").click();
            assertThat(learner.find(".probes .muted")).containsText("1 of 5 probes are made. You expected");
            Assertions.assertThat(AccessibilityTest.broken(learner, "gradus-arena"))
                    .isEmpty();
            Assertions.assertThat(learner.troubles()).isEmpty();
        }
    }

    @Test
    void aMilestoneNamesMissingPartsAndEndsWithACertificate() {
        assumeTrue(Chromium.found().isPresent(), Chromium.MISSING);
        try (Chromium chromium = Chromium.start(Chromium.found().orElseThrow());
                RealStudio studio = MilestoneSchool.open(folder)) {
            Learner learner = Learner.arrives(studio, chromium.browser());
            learner.open("/lessons/outlier");
            assertThat(learner.find(".milestone")).containsText("It can start once all of these parts are yours.");
            Assertions.assertThat(AccessibilityTest.broken(learner, ".milestone"))
                    .isEmpty();
            for (String lesson : List.of("mean", "median")) {
                Assertions.assertThat(learner.page().evaluate(CHECK, List.of(lesson, MilestoneSchool.CENTRE)))
                        .asString()
                        .contains("\"passed\":true");
            }
            learner.open("/lessons/outlier");
            learner.button("Start").click();
            assertThat(learner.find(".run-state")).hasText("passed");
            assertThat(learner.find(".certificate")).containsText("Re-created on");
            assertThat(learner.find(".ablation h4")).hasText("without sorting: not reached");
            Assertions.assertThat(AccessibilityTest.broken(learner, "main")).isEmpty();
            Assertions.assertThat(learner.troubles()).isEmpty();
        }
    }
}
