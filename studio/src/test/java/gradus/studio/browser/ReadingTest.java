package gradus.studio.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.ClickOptions;
import com.microsoft.playwright.Locator.GetByRoleOptions;
import com.microsoft.playwright.Mouse.MoveOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import gradus.course.Question;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrowserExtension.class)
class ReadingTest {

    @BeforeEach
    void openTheLesson(Learner learner) {
        learner.open("/lessons/first-model");
    }

    @Test
    void aWrongPredictionIsExplainedAndShownAgainAtTheEnd(Learner learner) {
        Question.MultipleChoice question = (Question.MultipleChoice) Labs.question("first-model", "swapped-labels");
        int wrong = question.answers().indexOf(QuestionForm.wrong(question));
        Locator form = learner.find("#q-swapped-labels");

        form.locator("input").nth(wrong).check();
        learner.press(form, "Predict");

        assertThat(form.locator(".feedback")).containsText("Not quite.");
        assertThat(learner.find(".predicted blockquote"))
                .hasText(question.answers().get(wrong).text());

        QuestionForm.right(learner, question);
        assertThat(form.locator(".feedback")).containsText("Right.");
        assertThat(learner.find(".predicted blockquote"))
                .hasText(question.answers().get(wrong).text());
    }

    @Test
    void aFigureAnswersToASlider(Learner learner) {
        Locator figure = learner.figure(2);
        Locator slider = figure.getByLabel("flowers in the training set");
        String all = picture(figure);

        BoundingBox track = slider.boundingBox();
        slider.click(new ClickOptions().setPosition(track.width / 4, track.height / 2));
        String some = nextPicture(learner, figure, all);
        int chosen = Integer.parseInt(slider.inputValue());
        assertThat(chosen).isBetween(15, 45);
        assertThat(figure.locator(".caption")).containsText("of " + chosen + " flowers");

        slider.press("ArrowLeft");
        nextPicture(learner, figure, some);
        assertThat(slider).hasValue(String.valueOf(chosen - 1));
        assertThat(figure.locator(".caption")).containsText("of " + (chosen - 1) + " flowers");
    }

    @Test
    void aHandleIsDraggedAndMovedByArrowKeys(Learner learner) {
        Locator figure = learner.figure(2);
        Locator handle = figure.locator(".handle");
        String before = picture(figure);
        String x = handle.getAttribute("data-x");

        BoundingBox at = handle.boundingBox();
        learner.page().mouse().move(at.x + at.width / 2, at.y + at.height / 2);
        learner.page().mouse().down();
        learner.page().mouse().move(at.x - 120, at.y + 40, new MoveOptions().setSteps(4));
        learner.page().mouse().up();
        String dragged = nextPicture(learner, figure, before);
        assertThat(Double.parseDouble(handle.getAttribute("data-x"))).isLessThan(Double.parseDouble(x));

        handle.focus();
        handle.press("ArrowRight");
        nextPicture(learner, figure, dragged);
        assertThat(handle).isFocused();
    }

    @Test
    void aProgramOnThePageIsChangedAndRun(Learner learner) {
        Locator box = learner.find("#hook .code-box");
        Locator output = learner.find("#hook pre[data-language=output]");
        Locator run = box.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Run this program"));
        assertThat(output).isHidden();
        learner.find("#hook .prints summary").click();
        assertThat(output).isVisible();
        assertThat(output).hasText("It looks like T");
        learner.find("#hook .prints summary").click();
        assertThat(output).isHidden();

        box.getByRole(AriaRole.TEXTBOX).press("ControlOrMeta+a");
        learner.page().keyboard().insertText("void main() { IO.println(6 * 7); }");
        run.press("Enter");

        assertThat(output).isVisible();
        assertThat(output).hasText("42");
        assertThat(run).isFocused();
    }

    @Test
    void linesAreOrdered(Learner learner) {
        Question.Ordering question = (Question.Ordering) Labs.question("first-model", "distance-in-order");
        Locator form = learner.find("#q-" + question.id());

        for (String line : question.solution()) {
            form.getByTitle("Add").and(form.getByLabel("Add: " + line.strip())).click();
        }
        form.locator(".program li").nth(0).getByTitle("Move down").click();
        learner.press(form, "Answer");
        assertThat(form.locator(".feedback")).containsText("Not quite.");

        form.locator(".program li").nth(1).getByTitle("Move up").click();
        learner.press(form, "Try again");
        assertThat(form.locator(".feedback")).containsText("Right.");
    }

    @Test
    void everyQuestionOfTheLessonCanBeAnsweredRightAndProgressCountsThem(Learner learner) {
        List<Question> questions = Labs.lesson("first-model").questions();

        questions.forEach(question -> QuestionForm.right(learner, question));

        learner.open("/progress");
        assertThat(learner.find("td[data-label=questions]").first())
                .hasText(questions.size() + " of " + questions.size());
    }

    private static String picture(Locator figure) {
        return figure.locator(".canvas svg").innerHTML();
    }

    private static String nextPicture(Learner learner, Locator figure, String before) {
        learner.page().waitForCondition(() -> !picture(figure).equals(before));
        return picture(figure);
    }
}
