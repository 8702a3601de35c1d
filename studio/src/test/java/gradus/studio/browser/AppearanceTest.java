package gradus.studio.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import gradus.course.Lesson;
import gradus.studio.RealStudio;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Tests that no page is wider than its window, wide or narrow. With `GRADUS_SCREENSHOTS` in the environment, it
/// takes a screenshot of every page, light and dark, into `target/screenshots`.
@ExtendWith(BrowserExtension.class)
class AppearanceTest {

    private static final boolean SCREENSHOTS = System.getenv("GRADUS_SCREENSHOTS") != null;

    private static final Map<String, int[]> SIZES =
            Map.of("wide", new int[] {1440, 900}, "narrow", new int[] {390, 844});

    /// Finds elements that extend beyond the window's right edge, except those in a scrolling box.
    private static final String STICKING_OUT = """
            () => {
              const wide = document.documentElement.clientWidth
              const scrolls = (it) => it && it !== document.documentElement
                && (getComputedStyle(it).overflowX !== 'visible' || scrolls(it.parentElement))
              const out = document.documentElement.scrollWidth > wide ? ['the page scrolls sideways'] : []
              for (const it of document.body.querySelectorAll('*')) {
                const box = it.getBoundingClientRect()
                if (box.width && box.right > wide + 1 && !scrolls(it.parentElement) && !it.closest('.hidden, .skip'))
                  out.push(`${it.tagName.toLowerCase()}.${it.className} ends at ${Math.round(box.right)} of ${wide}`)
              }
              return out
            }
            """;

    @Test
    void theFirstDay(Learner learner) {
        look(learner, "today", "/");
        look(learner, "map", "/map");
        look(learner, "progress", "/progress");
        look(learner, Labs.ofTheCommit());
    }

    @Test
    @Tag("hostile")
    void everyLesson(Learner learner) {
        RealStudio.course().lessons().forEach(lesson -> look(learner, lesson));
    }

    @Test
    void aWrongAnswerAndAFailedCheck(Learner learner) {
        learner.open("/lessons/first-model");
        learner.find("#q-swapped-labels input").first().check();
        learner.press(learner.find("#q-swapped-labels"), "Predict");
        assertThat(learner.find("#q-swapped-labels .feedback")).containsText("Not quite.");
        learner.find(".task button").first().click();
        learner.write(Labs.spoilt(Labs.NEAREST, "sum += difference * difference;", "sum += difference;"));
        learner.check().locator(".recognised summary").first().click();

        photograph(learner, "not-yet");
    }

    @Test
    void aCompileError(Learner learner) {
        learner.open("/lessons/first-model");
        learner.write(Labs.spoilt(Labs.NEAREST, "double sum = 0;", "double sum = nought;"));
        learner.check();

        photograph(learner, "does-not-compile");
    }

    @Test
    void afterTheFirstPassedCheck(Learner learner) {
        learner.open("/lessons/first-model");
        learner.write(Labs.right(Labs.NEAREST));
        learner.check();
        photograph(learner, "passed");

        look(learner, "today-later", "/");
        look(learner, "map-later", "/map");
        look(learner, "progress-later", "/progress");
    }

    @Test
    void theSandboxDetails(Learner learner) {
        learner.openConfinementDetails();
        photograph(learner, "progress-attacks");
    }

    private static void look(Learner learner, Lesson lesson) {
        look(learner, lesson.id(), "/lessons/" + lesson.id());
    }

    private static void look(Learner learner, String name, String path) {
        learner.open(path);
        learner.seeAll();
        photograph(learner, name);
    }

    /// Looks at the page as it is: what hasn't been drawn yet, other tests have seen.
    private static void photograph(Learner learner, String name) {
        var out = new ArrayList<String>();
        SIZES.forEach((size, pixels) -> {
            learner.page().setViewportSize(pixels[0], pixels[1]);
            if (SCREENSHOTS) {
                for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    learner.page().emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
                    learner.photograph(name + "-" + size + "-" + scheme.name().toLowerCase());
                }
            }
            for (Object thing : (List<?>) learner.page().evaluate(STICKING_OUT)) {
                out.add(name + ", " + size + ": " + thing);
            }
        });
        assertThat(out).isEmpty();
    }
}
