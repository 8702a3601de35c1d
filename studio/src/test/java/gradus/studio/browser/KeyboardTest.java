package gradus.studio.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The studio works with only the keyboard.
@ExtendWith(BrowserExtension.class)
class KeyboardTest {

    private static final int FAR = 400;

    @Test
    void fromTodayToAPassedCheck(Learner learner) {
        tabTo(learner, learner.link("Start this lesson"));
        press(learner, "Enter");
        assertThat(learner.page()).hasURL(Pattern.compile("/lessons/first-model$"));

        Locator prediction = learner.find("#q-swapped-labels");
        tabTo(learner, prediction.locator("input").first());
        press(learner, "ArrowDown");
        assertThat(prediction.locator("input").nth(1)).isChecked();
        press(learner, "Enter");
        assertThat(prediction.locator(".feedback")).containsText("Right.");

        tabTo(learner, learner.find(".task button").first());
        press(learner, "Enter");
        assertThat(learner.find(".task li")).hasCount(1);

        Locator editor = learner.find(".cm-content");
        assertThat(editor).isAttached();
        tabTo(learner, editor);
        press(learner, "ControlOrMeta+a");
        learner.page().keyboard().insertText(Labs.right(Labs.NEAREST));
        tabTo(learner, learner.button("Check"));

        Locator verdict = learner.verdictAfter("/check", () -> press(learner, "Enter"));

        assertThat(verdict.locator("h3")).hasText("Passed");
        tabTo(learner, verdict.getByRole(com.microsoft.playwright.options.AriaRole.LINK));
        press(learner, "Enter");
        assertThat(learner.page()).hasURL(Pattern.compile("/lessons/java-numerics$"));
    }

    @Test
    void theFirstStopOfAPageLeadsToItsContent(Learner learner) {
        press(learner, "Tab");
        assertThat(learner.find(".skip")).isFocused();

        press(learner, "Enter");

        assertThat(learner.find("main")).isFocused();
    }

    @Test
    void checkHasAKeyInTheEditor(Learner learner) {
        learner.open("/lessons/first-model#lab");
        Locator editor = learner.find(".cm-content");
        assertThat(editor).isAttached();
        tabTo(learner, editor);

        Locator verdict = learner.verdictAfter("/check", () -> press(learner, "ControlOrMeta+Enter"));

        assertThat(verdict.locator("h3")).hasText(Pattern.compile("^Not yet"));
    }

    @Test
    void linesAreOrderedByKeys(Learner learner) {
        learner.open("/lessons/first-model");
        Locator form = learner.find("#q-distance-in-order");
        tabTo(learner, form.locator("[data-kind=in]").first());
        press(learner, "Enter");
        tabTo(learner, form.locator("[data-kind=in]").first());
        press(learner, "Enter");
        String second = form.locator(".program li code").nth(1).textContent();

        press(learner, "ArrowUp");
        assertThat(form.locator(".program li code").first()).hasText(second);

        press(learner, "Delete");
        assertThat(form.locator(".program li")).hasCount(1);
    }

    private static void press(Learner learner, String key) {
        learner.page().keyboard().press(key);
    }

    /// Presses Tab until `wanted` has the focus.
    private static void tabTo(Learner learner, Locator wanted) {
        assertThat(wanted).isAttached();
        for (int stops = 0; stops < FAR; stops++) {
            if ((boolean) wanted.evaluate("it => document.activeElement === it")) {
                return;
            }
            press(learner, "Tab");
        }
        throw new AssertionError("the keyboard does not reach " + wanted + " within " + FAR + " stops");
    }
}
