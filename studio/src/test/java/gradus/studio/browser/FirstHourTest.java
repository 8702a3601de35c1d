package gradus.studio.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import gradus.course.Lesson;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrowserExtension.class)
class FirstHourTest {

    private static final Pattern A_SENTENCE = Pattern.compile("\\w+ \\w+ .*\\.");

    @Test
    void todayRecommendsTheFirstLessonAndSaysWhy(Learner learner) {
        Lesson first = Labs.lesson("first-model");
        assertThat(learner.find("h1")).hasText(first.title());
        assertThat(learner.find(".because")).hasText(A_SENTENCE);

        learner.link("Start this lesson").click();

        assertThat(learner.page()).hasURL(Pattern.compile("/lessons/first-model$"));
        assertThat(learner.find("h1")).hasText(first.title());
    }

    @Test
    void theFirstLabPassesAndTheNextLessonComesWithItsReason(Learner learner) {
        Lesson next = Labs.lesson("java-numerics");
        learner.open("/lessons/first-model");
        learner.write(Labs.right(Labs.NEAREST));

        Locator verdict = learner.check();

        assertThat(verdict.locator("h3")).hasText("Passed");
        assertThat(verdict.locator(".then-title")).hasText(next.title());
        assertThat(verdict.locator(".then .because")).hasText(A_SENTENCE);
        isPassed(learner, "first-model");
        verdictLeadsOn(learner, next);
    }

    /// Nothing is locked: a lesson can be passed before its prerequisites.
    @Test
    void aLaterLessonCanBePassedFirst(Learner learner) {
        learner.open("/lessons/vectors");
        learner.write(Labs.right(Labs.VECTOR));

        assertThat(learner.check().locator("h3")).hasText("Passed");

        isPassed(learner, "vectors");
        verdictLeadsOn(learner, Labs.lesson("first-model"));
    }

    private static void isPassed(Learner learner, String lesson) {
        learner.open("/progress");
        Locator row = learner.find("tr")
                .filter(new FilterOptions().setHasText(Labs.lesson(lesson).title()));
        assertThat(row.locator(".state")).hasText("passed");
        learner.open("/map");
        assertThat(learner.find(".node[data-lesson=" + lesson + "]")).hasClass(Pattern.compile("\\bpassed\\b"));
    }

    private static void verdictLeadsOn(Learner learner, Lesson next) {
        learner.open("/");
        assertThat(learner.find("h1")).hasText(next.title());
        assertThat(learner.find(".climb figcaption")).containsText("1 of ");
    }
}
