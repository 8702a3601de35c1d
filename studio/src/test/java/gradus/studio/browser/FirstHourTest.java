package gradus.studio.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import gradus.course.Lesson;
import gradus.studio.RealStudio;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Visits.class)
class FirstHourTest {

    private static final String FIRST = "/lessons/first-model";

    private static final Lesson LESSON =
            RealStudio.course().lesson("first-model").orElseThrow();

    @Test
    void todayRecommendsTheFirstLessonAndSaysWhy(Learner learner) {
        assertThat(learner.find("h1")).hasText(LESSON.title());
        assertThat(learner.find(".because")).hasText(Pattern.compile("\\w+ \\w+ .*\\."));

        learner.link("Begin this lesson").click();

        assertThat(learner.page()).hasURL(Pattern.compile(FIRST + "$"));
        assertThat(learner.find("h1")).hasText(LESSON.title());
    }

    @Test
    void theStarterPassesNothingAndEveryCheckIsListed(Learner learner) {
        learner.open(FIRST);
        learner.editor();

        Locator verdict = learner.check();

        int checks = LESSON.lab().orElseThrow().checks().size();
        assertThat(verdict.locator("h3")).hasText("Not yet: 0 of " + checks + " checks pass");
        assertThat(verdict.locator(".checks li")).hasCount(checks);
        for (var check : LESSON.lab().orElseThrow().checks()) {
            assertThat(verdict.getByText(check.title(), new Locator.GetByTextOptions().setExact(true)))
                    .hasCount(1);
        }
    }

    @Test
    void theReferencePassesAndTheNextLessonComesWithItsReason(Learner learner) throws Exception {
        learner.open(FIRST);
        learner.write(Labs.right(Labs.NEAREST));

        Locator verdict = learner.check();

        assertThat(verdict.locator("h3")).hasText("Passed");
        Lesson next = RealStudio.course().lesson("java-numerics").orElseThrow();
        assertThat(verdict.locator(".then-title")).hasText(next.title());
        assertThat(verdict.locator(".then .because")).hasText(Pattern.compile("\\w+ \\w+ .*\\."));
        assertThat(Files.readString(learner.studio().workspaceFile(Labs.NEAREST)))
                .isEqualTo(Labs.right(Labs.NEAREST));

        learner.open("/progress");
        Locator row = learner.find("tr").filter(new Locator.FilterOptions().setHasText(LESSON.title()));
        assertThat(row.locator(".state")).hasText("passed");
        learner.open("/map");
        assertThat(learner.find(".node[data-lesson=first-model]")).hasClass(Pattern.compile("\\bpassed\\b"));
        learner.open("/");
        assertThat(learner.find("h1")).hasText(next.title());
    }
}
