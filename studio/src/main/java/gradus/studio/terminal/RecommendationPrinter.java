package gradus.studio.terminal;

import gradus.course.Lesson;
import gradus.mastery.Recommendation;
import gradus.studio.desk.Desk;
import gradus.studio.terminal.ConsolePrinter.Style;

/// What to do now, and why, in words.
record RecommendationPrinter(ConsolePrinter paper, Desk desk) {

    void print(Recommendation next) {
        switch (next) {
            case Recommendation.Retry it ->
                print(
                        "Go on with",
                        it.lesson(),
                        it,
                        "`gradus check " + it.lesson() + "`, or `gradus hint " + it.lesson() + "` when you are stuck.");
            case Recommendation.Review it ->
                print("Review", it.lesson(), it, "`gradus` opens the studio; the quiz is on the lesson's page.");
            case Recommendation.Learn it -> print("Learn", it.lesson(), it, learn(it.lesson()));
            case Recommendation.Rest it -> paper.line(Style.BOLD, "Next: ", Style.PLAIN, "rest. " + it.because());
        }
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
        boolean begun = desk.mastery().knowledgeOf(id).startedAt().isPresent();
        return desk.lesson(id).lab().isEmpty()
                ? "`gradus` opens the studio; the lesson is there."
                : begun
                        ? "`gradus check " + id + "` hands it in."
                        : "`gradus start " + id + "` puts its lab into your workspace.";
    }
}
