package gradus.studio.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import gradus.course.Question;
import gradus.course.Question.Answer;
import java.util.List;

/// Answers questions of every kind on the page.
final class QuestionForm {

    private QuestionForm() {}

    /// Gives the right answer and waits for its feedback.
    static void right(Learner learner, Question question) {
        Locator form = learner.find("#q-" + question.id());
        switch (question) {
            case Question.MultipleChoice it ->
                form.locator("input")
                        .nth(it.answers().indexOf(right(it.answers())))
                        .check();
            case Question.Numeric it ->
                form.locator("input").fill(right(it.answers()).text());
            case Question.ShortAnswer it ->
                form.locator("input").fill(right(it.answers()).text());
            case Question.Hole it ->
                form.locator("input").fill(right(it.answers()).text());
            case Question.Ordering it -> order(form, it);
        }
        form.locator("[type=submit]").click();
        assertThat(form.locator(".feedback")).containsText("Right.");
    }

    /// A wrong answer to the question.
    static Answer wrong(Question.MultipleChoice question) {
        return question.answers().stream()
                .filter(answer -> !answer.right())
                .findFirst()
                .orElseThrow();
    }

    private static void order(Locator form, Question.Ordering question) {
        for (String line : question.solution()) {
            int at = question.shuffledLines().indexOf(line);
            form.locator("li[data-line='" + at + "'] button[data-kind=in]").click();
        }
    }

    private static Answer right(List<Answer> answers) {
        return answers.stream().filter(Answer::right).findFirst().orElseThrow();
    }
}
