package gradus.studio.terminal;

import gradus.course.Arena;
import gradus.course.Audit;
import gradus.course.Coding;
import gradus.course.Lesson;
import gradus.course.Milestone;
import gradus.course.Testing;
import gradus.mastery.Recommendation;
import gradus.studio.desk.Desk;
import gradus.studio.terminal.ConsolePrinter.Style;

/// Prints a recommendation and its reason.
record RecommendationPrinter(ConsolePrinter paper, Desk desk) {

    void print(Recommendation next) {
        switch (next) {
            case Recommendation.Retry it -> print("Continue", it.lesson(), it, checkOrHint(it.lesson()));
            case Recommendation.Review it ->
                print("Review", it.lesson(), it, "Run `gradus` to open the studio; the quiz is on the lesson's page.");
            case Recommendation.Learn it -> print("Learn", it.lesson(), it, learn(it.lesson()));
            case Recommendation.Rest it ->
                paper.line(Style.BOLD, "Next: ", Style.PLAIN, "nothing for today. " + it.because());
        }
    }

    /// What to do after a check that hasn't passed, whatever is due besides.
    void again(String lesson) {
        String what = switch (desk.lesson(lesson).lab().orElseThrow()) {
            case Coding coding ->
                coding.decisions().isPresent() ? "code or your decisions and submit both" : "code and submit it";
            case Arena _ -> "answers, probe if you must, and submit them";
            case Audit _ -> "decisions and submit them";
            case Testing _ -> "tests and submit them";
            case Milestone _ -> "parts and run it";
        };
        paper.line(Style.BOLD, "Next: ", Style.PLAIN, "change your " + what + " again.");
        paper.line("      ", checkOrHint(lesson));
    }

    private String checkOrHint(String lesson) {
        return switch (desk.lesson(lesson).lab().orElseThrow()) {
            case Coding _, Testing _ ->
                "Run `gradus check " + lesson + "`, or `gradus hint " + lesson + "` if you're stuck.";
            case Arena _ ->
                "Run `gradus check " + lesson + "`, or look at your probes with `gradus run " + lesson + "`.";
            case Audit _ -> "Run `gradus check " + lesson + "`.";
            case Milestone _ -> "Run `gradus run " + lesson + "`.";
        };
    }

    private void print(String verb, String id, Recommendation next, String how) {
        Lesson lesson = desk.lesson(id);
        paper.line(
                Style.BOLD,
                "Next: ",
                Style.BOLD,
                verb + " \"" + lesson.title() + "\" (" + id + ", about " + lesson.minutes() + " minutes).");
        paper.line("      ", next.because());
        paper.line("      ", how);
    }

    private String learn(String id) {
        boolean started = desk.mastery().knowledgeOf(id).startedAt().isPresent();
        return desk.lesson(id)
                .lab()
                .map(lab -> switch (lab) {
                    case Milestone _ -> "Run `gradus run " + id + "` to start it.";
                    case Arena _, Audit _, Coding _, Testing _ ->
                        started
                                ? "Run `gradus check " + id + "` to submit it."
                                : "Run `gradus start " + id + "` to put its lab into your workspace.";
                })
                .orElse("Run `gradus` to open the studio and read the lesson.");
    }
}
