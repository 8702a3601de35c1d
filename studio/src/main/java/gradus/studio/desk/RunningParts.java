package gradus.studio.desk;

import gradus.course.Coding;
import gradus.course.Course;
import gradus.course.Cut;
import gradus.course.Lesson;
import gradus.course.Source;
import gradus.course.cut.LibrarySources;
import gradus.judge.LearnerPart;
import gradus.judge.LearnerParts;
import gradus.mastery.Mastery;
import gradus.studio.journal.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// The learner's parts that run in later labs, figures and snippets: of each lab the members that it cuts,
/// from the files that last passed it. What runs has always passed its own checks.
final class RunningParts {

    private final Course course;
    private final Journal journal;

    RunningParts(Course course, Journal journal) {
        this.course = course;
        this.journal = journal;
    }

    /// A part that runs.
    ///
    /// @param lab the lab that it passed
    /// @param passedAt when it last passed
    record RunningPart(LearnerPart part, Coding lab, Instant passedAt) {}

    /// The parts that run on the page and in the lab of `lesson`, unless the learner chose the library's. A
    /// class that a lab brings itself runs there only.
    List<RunningPart> of(String lesson, Mastery mastery) {
        var parts = new ArrayList<RunningPart>();
        String ownPackage = LibrarySources.labPackage(lesson) + ".";
        for (Lesson passed : passedInOrder(mastery)) {
            Map<String, String> sources = sources(passed, mastery);
            Coding lab = passed.coding().orElseThrow();
            for (Cut cut : lab.cuts()) {
                String text = sources.get(Source.pathOf(cut.type()));
                boolean isHere =
                        !cut.type().startsWith("gradus.lab.") || cut.type().startsWith(ownPackage);
                if (text != null && isHere && mastery.parts().getOrDefault(cut.type(), true)) {
                    var part = new LearnerPart(Source.of(cut.type(), text), cut.members(), lab.renames());
                    Instant passedAt =
                            mastery.knowledgeOf(passed.id()).lastPassedAt().orElseThrow();
                    parts.add(new RunningPart(part, lab, passedAt));
                }
            }
        }
        return parts;
    }

    /// What the judge needs of them.
    static LearnerParts learnerParts(List<RunningPart> running) {
        LearnerParts parts = LearnerParts.NONE;
        for (RunningPart it : running) {
            parts = parts.with(it.part());
        }
        return parts;
    }

    private Map<String, String> sources(Lesson passed, Mastery mastery) {
        String hash = mastery.knowledgeOf(passed.id()).passingSources().orElseThrow();
        return journal.loadSources(hash).orElse(Map.of());
    }

    private List<Lesson> passedInOrder(Mastery mastery) {
        Comparator<Lesson> byTime = Comparator.comparing(
                lesson -> mastery.knowledgeOf(lesson.id()).passedAt().orElse(Instant.EPOCH));
        return course.lessons().stream()
                .filter(lesson -> lesson.coding().isPresent())
                .filter(lesson ->
                        mastery.knowledgeOf(lesson.id()).passingSources().isPresent())
                .sorted(byTime)
                .toList();
    }
}
