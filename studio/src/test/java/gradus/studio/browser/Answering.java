package gradus.studio.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import gradus.course.Question;
import gradus.course.Question.Answer;
import java.util.List;

/// Answers questions on the page, whatever their kind.
final class Answering {

    private Answering() {}

    /// Answers rightly and waits for the word that it is right.
    static void right(Learner learner, Question question) {
        Locator form = learner.find("#q-" + question.id());
        switch (question) {
            case Question.Choice it ->
                form.locator("input")
                        .nth(it.answers().indexOf(right(it.answers())))
                        .check();
            case Question.Number it ->
                form.locator("input").fill(right(it.answers()).text());
            case Question.Phrase it ->
                form.locator("input").fill(right(it.answers()).text());
            case Question.Order it -> order(form, it);
        }
        form.locator("[type=submit]").click();
        assertThat(form.locator(".feedback")).containsText("Right.");
    }

    /// A wrong answer of the question.
    static Answer wrong(Question.Choice question) {
        return question.answers().stream()
                .filter(answer -> !answer.right())
                .findFirst()
                .orElseThrow();
    }

    private static void order(Locator form, Question.Order question) {
        for (String line : question.lines()) {
            int at = question.offered().indexOf(line);
            form.locator("li[data-line='" + at + "'] button[data-kind=in]").click();
        }
    }

    private static Answer right(List<Answer> answers) {
        return answers.stream().filter(Answer::right).findFirst().orElseThrow();
    }
}
