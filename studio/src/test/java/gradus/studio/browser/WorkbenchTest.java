package gradus.studio.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions;
import gradus.course.Source;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(BrowserExtension.class)
class WorkbenchTest {

    @ParameterizedTest
    @CsvSource({"1024, 700", "1440, 900", "1920, 1080"})
    void taskEditorAndVerdictAreInViewTogether(int width, int height, Learner learner) {
        learner.page().setViewportSize(width, height);
        learner.open("/lessons/java-numerics");
        learner.editor();

        learner.check();

        for (String part : new String[] {".brief", ".editor", "[data-do=check]", ".verdict h3"}) {
            assertThat(learner.find(".workbench " + part).first())
                    .isInViewport(new IsInViewportOptions().setRatio(0.98));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {420, 1024, 1440, 1920})
    void nothingOfTaskAndCodeIsCutOff(int width, Learner learner) {
        learner.page().setViewportSize(width, 900);
        learner.open("/lessons/java-numerics");
        learner.editor();

        for (String part : new String[] {".statement pre", ".editor .cm-scroller"}) {
            Locator box = learner.find(part).first();
            assertThat((boolean) box.evaluate("it => it.scrollWidth <= it.clientWidth"))
                    .as("whether " + part + " fits")
                    .isTrue();
        }
    }

    /// In `vectors`, the first body of the file is one of a later lesson.
    @ParameterizedTest
    @ValueSource(strings = {"java-numerics", "vectors"})
    void theEditorOpensOnTheFirstBodyToWrite(String lesson, Learner learner) {
        learner.open("/lessons/" + lesson);
        learner.editor();

        assertThat(learner.find(".cm-activeLine")).containsText("To do in lesson " + lesson + ":");

        assertThat(learner.find(".cm-activeLine")).isInViewport();
    }

    @Test
    void whatDoesNotCompileIsMarkedAsOneTypesUntilItIsMended(Learner learner) {
        // So high that every line is drawn.
        learner.page().setViewportSize(1440, 3000);
        learner.open("/lessons/first-model");
        Locator marks = learner.find(".cm-lintRange-error");
        learner.write(Labs.spoilt(Labs.NEAREST, "double sum = 0;", "double sum = nought;"));
        assertThat(marks).hasText("nought");

        learner.write(Labs.right(Labs.NEAREST));

        assertThat(marks).hasCount(0);
        assertThat(learner.find(".verdict-card")).hasCount(0);
    }

    @Test
    void whatHasPassedIsTheLearnersOwnAndDrawsTheFigures(Learner learner) {
        learner.open("/lessons/first-model");
        Locator figure = learner.figure(0);
        assertThat(figure.locator(".own-code")).isEmpty();
        learner.write(Labs.right(Labs.NEAREST));

        Locator verdict = learner.check();

        assertThat(verdict.locator(".own")).containsText("NearestNeighbour is yours.");
        assertThat(verdict.locator(".share")).containsText("1 of ");
        assertThat(figure.locator(".own-code")).hasText("Drawn by your own NearestNeighbour");
    }

    @Test
    void theStarterIsPutBackOnceOneHasSaidSo(Learner learner) throws IOException {
        learner.open("/lessons/first-model");
        learner.write("class Mine {}");
        Locator code = learner.find(".cm-content");
        learner.button("Start over").click();
        learner.button("Go on with what is there").click();
        assertThat(code).containsText("class Mine {}");

        learner.button("Start over").click();
        learner.button("Put the starter back").click();

        assertThat(code).not().containsText("class Mine {}");
        assertThat(learner.find(".saved")).containsText("what was there is in ");
        String said = learner.find(".saved").textContent();
        Path kept = Path.of(said.substring(said.indexOf("is in ") + 6));
        assertThat(kept.resolve("src/main/java").resolve(Source.pathOf(Labs.NEAREST)))
                .hasContent("class Mine {}");
    }

    @Test
    void theWidthIsChangedByKeysAndKept(Learner learner) {
        learner.open("/lessons/java-numerics");
        learner.editor();
        Locator divider = learner.find(".divider");
        double before = learner.find(".bench").boundingBox().width;

        divider.press("ArrowLeft");
        divider.press("ArrowLeft");
        assertThat(divider).hasAttribute("aria-valuenow", "34");
        double after = learner.find(".bench").boundingBox().width;
        learner.page().reload();
        learner.editor();

        assertThat(after).isGreaterThan(before);
        assertThat(divider).hasAttribute("aria-valuenow", "34");
        assertThat(learner.find(".bench").boundingBox().width).isEqualTo(after);
    }

    @Test
    void onANarrowScreenLinksLeadToTaskEditorAndResult(Learner learner) {
        learner.page().setViewportSize(420, 860);
        learner.open("/lessons/java-numerics");
        learner.editor();
        learner.check();

        learner.link("Task").click();
        assertThat(learner.find(".statement").first()).isInViewport();
        learner.link("Result").click();
        assertThat(learner.find(".verdict h3")).isInViewport();
        learner.link("Editor").click();
        assertThat(learner.find(".bench-bar")).isInViewport();
    }
}
