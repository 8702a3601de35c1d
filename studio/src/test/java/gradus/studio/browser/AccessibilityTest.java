package gradus.studio.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.ResultType;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import gradus.course.Lesson;
import gradus.studio.RealStudio;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The rules of WCAG 2.2, levels A and AA, as far as a program can test them, in the light and dark themes.
@ExtendWith(BrowserExtension.class)
class AccessibilityTest {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @ParameterizedTest
    @ValueSource(strings = {"/", "/map", "/progress", "/no-such-page"})
    void aPageIsAccessible(String path, Learner learner) {
        if (path.equals("/no-such-page")) {
            learner.expectTrouble("404");
        }
        learner.open(path);

        assertThat(broken(learner)).isEmpty();
    }

    @Test
    void aLessonChosenByTheCommitIsAccessibleWhenOpened(Learner learner) {
        assertThat(brokenInLesson(learner, Labs.ofTheCommit())).isEmpty();
    }

    @Test
    @Tag("hostile")
    void everyLessonIsAccessibleWhenOpened(Learner learner) {
        assertThat(RealStudio.course().lessons())
                .flatExtracting(lesson -> brokenInLesson(learner, lesson))
                .isEmpty();
    }

    private static List<String> brokenInLesson(Learner learner, Lesson lesson) {
        learner.open("/lessons/" + lesson.id());
        learner.seeAll();
        return broken(learner);
    }

    @Test
    void aLessonIsAccessibleWithItsQuestionsAnswered(Learner learner) {
        learner.open("/lessons/first-model");
        Labs.lesson("first-model").questions().forEach(question -> QuestionForm.right(learner, question));
        learner.find("#q-swapped-labels input").first().check();
        learner.press(learner.find("#q-swapped-labels"), "Answer again");

        assertThat(broken(learner, ".question")).isEmpty();
    }

    @Test
    void aLessonIsAccessibleAfterAFailedCheckWithHints(Learner learner) {
        learner.open("/lessons/first-model");
        learner.write(Labs.spoilt(Labs.NEAREST, "sum += difference * difference;", "sum += difference;"));
        learner.find(".task button").first().click();
        learner.check().locator(".recognised summary").first().click();

        assertThat(broken(learner, ".verdict-card")).isEmpty();
    }

    @Test
    void aLessonIsAccessibleAfterACompileError(Learner learner) {
        learner.open("/lessons/first-model");
        learner.write(Labs.spoilt(Labs.NEAREST, "double sum = 0;", "double sum = nought;"));
        learner.check();

        assertThat(broken(learner, ".verdict-card")).isEmpty();
    }

    @Test
    void everyPageIsAccessibleAfterAPassedCheck(Learner learner) {
        learner.open("/lessons/first-model");
        learner.write(Labs.right(Labs.NEAREST));
        learner.check();
        var broken = new ArrayList<>(broken(learner, ".verdict-card"));
        for (String path : List.of("/", "/map", "/progress")) {
            learner.open(path);
            broken.addAll(broken(learner));
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void theSandboxDetailsAreAccessibleWhenOpened(Learner learner) {
        learner.openConfinementDetails();

        assertThat(broken(learner)).isEmpty();
    }

    /// The rules that the page violates in the light or dark theme, with the places.
    private static List<String> broken(Learner learner) {
        return broken(learner, "html");
    }

    /// Hides what is neither around a part of the page that is tested nor in one, because the rules look at all that is
    /// visible, and a whole lesson takes them many seconds.
    private static final String HIDE_REST = """
            selector => {
                const parts = [...document.querySelectorAll(selector)]
                const hide = element => {
                    if (parts.some(part => part.contains(element))) return
                    if (parts.some(part => element.contains(part))) [...element.children].forEach(hide)
                    else if (element.style.display === '') { element.style.display = 'none'; element.dataset.rest = '' }
                }
                hide(document.body)
            }""";

    private static final String SHOW_REST = """
            () => document.querySelectorAll('[data-rest]').forEach(element => {
                element.style.display = ''
                delete element.dataset.rest
            })""";

    /// The same for parts of the page; the rest of it is as when it was opened.
    static List<String> broken(Learner learner, String selector) {
        learner.page().evaluate(HIDE_REST, selector);
        try {
            return violations(learner, selector);
        } finally {
            learner.page().evaluate(SHOW_REST);
        }
    }

    private static List<String> violations(Learner learner, String selector) {
        var broken = new ArrayList<String>();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            learner.page().emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
            var onlyViolations = new AxeRunOptions();
            onlyViolations.setResultTypes(List.of(ResultType.Violations.getKey()));
            var axe = new AxeBuilder(learner.page())
                    // The pages have no frames to merge results from.
                    .setLegacyMode(true)
                    .options(onlyViolations)
                    .include(selector);
            // A theme changes nothing but colours.
            boolean first = scheme == ColorScheme.LIGHT;
            for (Rule rule : (first ? axe.withTags(RULES) : axe.withRules(List.of("color-contrast")))
                    .analyze()
                    .getViolations()) {
                for (CheckedNode node : rule.getNodes()) {
                    broken.add(learner.page().url() + " " + scheme + ": " + rule.getId() + " at " + node.getTarget()
                            + ": " + node.getFailureSummary() + "\n" + node.getHtml());
                }
            }
        }
        return broken;
    }
}
