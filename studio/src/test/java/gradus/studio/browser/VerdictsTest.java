package gradus.studio.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.GetByTextOptions;
import com.microsoft.playwright.Route;
import gradus.course.Lab;
import gradus.course.Lab.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrowserExtension.class)
class VerdictsTest {

    @BeforeEach
    void goToTheLab(Learner learner) {
        learner.open("/lessons/first-model");
        learner.editor();
    }

    @Test
    void theStarterPassesNothingAndEveryCheckIsListed(Learner learner) {
        List<Check> checks = Labs.lab("first-model").checks();

        Locator verdict = learner.check();

        assertThat(verdict.locator("h3")).hasText("Not yet: 0 of " + checks.size() + " checks pass");
        assertThat(verdict.locator(".checks li")).hasCount(checks.size());
        assertThat(verdict.getByLabel("passed")).hasCount(0);
        for (Check check : checks) {
            assertThat(verdict.getByText(check.title(), new GetByTextOptions().setExact(true)))
                    .hasCount(1);
        }
    }

    @Test
    void hintsComeOneByOneAndStayAfterAReload(Learner learner) {
        Lab.Task task = Labs.lab("first-model").tasks().getFirst();
        Locator hints = learner.find(".task[data-task=" + task.id() + "] li");
        Locator button = learner.find(".task[data-task=" + task.id() + "] button");
        for (int taken = 0; taken < task.hints().size(); taken++) {
            assertThat(hints).hasCount(taken);
            button.click();
        }
        assertThat(hints).hasCount(task.hints().size());
        assertThat(button).isHidden();

        learner.page().reload();

        assertThat(hints).hasCount(task.hints().size());
        assertThat(button).isHidden();
    }

    @Test
    void aKnownMistakeGetsItsOwnHintsOneAtATime(Learner learner) {
        Lab.Solution mistake = Labs.lab("first-model").wrongSolutions().stream()
                .filter(wrong -> wrong.name().equals("signed-sum"))
                .findFirst()
                .orElseThrow();
        learner.write(Labs.spoilt(Labs.NEAREST, "sum += difference * difference;", "sum += difference;"));

        Locator verdict = learner.check();

        assertThat(verdict.locator("h3")).hasText(Pattern.compile("Not yet: \\d+ of \\d+ checks pass"));
        Locator hints = verdict.locator(".recognised details");
        assertThat(hints).hasCount(mistake.hints().size());
        assertThat(hints.nth(1)).isHidden();
        hints.nth(0).locator("summary").click();
        assertThat(hints.nth(0).locator(".prose")).isVisible();
        assertThat(hints.nth(1)).isVisible();
        assertThat((String) hints.nth(0).locator(".prose").evaluate("it => it.innerHTML"))
                .isEqualTo(mistake.hints().getFirst());
    }

    @Test
    void aCompileErrorIsShownWithItsLineAndMarkedInTheEditor(Learner learner) {
        String source = Labs.spoilt(Labs.NEAREST, "double sum = 0;", "double sum = nought;");
        int line = (int) source.substring(0, source.indexOf("nought")).lines().count();
        int column = source.lines().toList().get(line - 1).indexOf("nought") + 1;
        learner.write(source);

        Locator verdict = learner.check();

        assertThat(verdict.locator("h3")).hasText("It doesn't compile yet");
        Locator place = verdict.locator(".problems .place");
        assertThat(place).hasCount(1);
        assertThat(place).hasText("NearestNeighbour.java, line " + line + ", column " + column);
        assertThat(learner.find(".cm-lintRange-error")).hasText("nought");
        place.click();
        assertThat(learner.find(".cm-activeLine")).containsText("nought");
        assertThat(learner.find(".cm-content")).isFocused();
    }

    @Test
    void aVerdictThatComesAtOnceReplacesTheOneBefore(Learner learner) {
        learner.check();
        learner.page().clock().install();
        learner.page().clock().pauseAt(System.currentTimeMillis() + 60_000);
        learner.page().evaluate("""
                () => {
                  const verdict = document.querySelector('.verdict')
                  window.counts = []
                  new MutationObserver(() => counts.push(verdict.childElementCount)).observe(verdict, { childList: true })
                }""");

        learner.check();

        assertThat(learner.page().evaluate("() => counts")).isEqualTo(List.of(1));
    }

    @Test
    void aCheckThatTakesLongerIsShownInPlaceOfTheVerdictBefore(Learner learner) {
        learner.check();
        learner.page().clock().install();
        learner.page().clock().pauseAt(System.currentTimeMillis() + 60_000);
        var held = new ArrayList<Route>();
        learner.page().route("**/check", held::add);

        learner.button("Check").click();
        learner.page().waitForCondition(() -> !held.isEmpty());
        assertThat(learner.find(".verdict-card")).isVisible();
        learner.page().clock().runFor(200);

        assertThat(learner.find(".verdict-card")).hasCount(0);
        assertThat(learner.find(".result-status")).hasText("Compiling …");
        held.getFirst().resume();
        assertThat(learner.find(".verdict-card")).isVisible();
    }

    @Test
    void whatWaitsWithoutEndIsOutOfTimeAlsoIfTheConnectionBreaksOffMeanwhile(Learner learner) {
        learner.write(Labs.spoilt(Labs.NEAREST, "double sum = 0;", "double sum = 0; " + Labs.ENDLESS));
        Locator status = learner.find(".result-status");

        learner.page().evaluate("""
                () => {
                  const whole = window.fetch
                  window.fetch = (url, options) => {
                    if (!url.endsWith('/check')) return whole(url, options)
                    const connection = new AbortController()
                    window.cut = () => connection.abort(new TypeError('cut'))
                    return whole(url, { ...options, signal: connection.signal })
                  }
                }""");

        learner.button("Check").click();
        assertThat(status).containsText("Compiled");
        learner.page().evaluate("() => cut()");
        assertThat(status).containsText("The connection broke off");

        assertThat(learner.find(".verdict-card h3")).hasText("Out of time");
        assertThat(learner.find(".verdict-card .diagnosis"))
                .containsText("It waited, and hardly computed: look for a sleep");
        assertThat(status).not().containsText("The connection broke off");
    }

    @Test
    void theProgramsOutputIsShown(Learner learner) {
        learner.write(Labs.spoilt(Labs.NEAREST, "double sum = 0;", "double sum = 0; IO.println(\"from zero\");"));

        Locator verdict =
                learner.verdictAfter("/run", () -> learner.find("[data-do=run]").click());

        assertThat(verdict.locator("h3")).hasText("The visible checks pass");
        assertThat(learner.find(".printed pre")).containsText("from zero");
    }
}
