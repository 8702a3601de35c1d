package gradus.course.read;

import gradus.course.prose.Passage;
import gradus.course.prose.WordCounter;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.question.QuestionSplitter;
import gradus.course.read.question.QuestionSplitter.Part;
import java.util.List;

/// Checks that the idea of a lesson is a row of short sections, each with something to see or to do.
final class IdeaChecker {

    private static final int SHORTEST = 60;
    private static final int LONGEST = 250;

    private final FaultCollector faults;

    IdeaChecker(FaultCollector faults) {
        this.faults = faults;
    }

    void check(Passage.HeadedPassage idea) {
        Passage body = idea.body();
        Passage before = body.beforeHeadings(3);
        if (!before.isBlank()) {
            faults.add(
                    body.file(),
                    idea.line(),
                    "The idea begins with text outside of its short sections; put a heading \"### …\" above it.");
        }
        body.splitByHeading(3).forEach(this::checkShort);
    }

    private void checkShort(Passage.HeadedPassage section) {
        List<Part> parts = QuestionSplitter.split(section.body());
        var counter = new WordCounter();
        boolean asks = false;
        for (Part part : parts) {
            switch (part) {
                case Part.Prose prose -> counter.add(prose.passage());
                case Part.Asked _ -> asks = true;
            }
        }
        int words = counter.words();
        if (words < SHORTEST || words > LONGEST) {
            fault(section, "has " + words + " words; write " + SHORTEST + " to " + LONGEST);
        }
        if (!asks && counter.illustrations() == 0) {
            fault(section, "has nothing to see and nothing to do; add a figure, code or a question");
        }
    }

    private void fault(Passage.HeadedPassage section, String what) {
        faults.add(
                section.body().file(), section.line(), "The short section \"" + section.title() + "\" " + what + ".");
    }
}
