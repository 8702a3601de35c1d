package gradus.studio.desk;

import gradus.course.Course;
import gradus.course.Lesson;
import gradus.course.Question;
import gradus.mastery.Mastery;
import gradus.mastery.Mastery.Knowledge;
import gradus.mastery.Planner;
import gradus.studio.desk.CourseProgress.LessonProgress;
import gradus.studio.desk.CourseProgress.LessonState;
import gradus.studio.error.UserFacingException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Computes the learner's progress: which lessons are passed, which parts are built, and which of them run.
final class ProgressCalculator {

    private final Course course;

    ProgressCalculator(Course course) {
        this.course = course;
    }

    List<LibraryPartStatus> partStatuses(Mastery mastery) {
        var standings = new ArrayList<LibraryPartStatus>();
        new TreeMap<>(course.parts()).forEach((part, lessons) -> {
            boolean built = lessons.stream().anyMatch(mastery::passed);
            boolean mine = built && mastery.parts().getOrDefault(part, true);
            standings.add(new LibraryPartStatus(part, lessons.getFirst(), built, mine));
        });
        return standings;
    }

    /// The status of the part with this name: the full or the simple class name.
    LibraryPartStatus partStatus(Mastery mastery, String name) {
        List<LibraryPartStatus> all = partStatuses(mastery);
        return all.stream()
                .filter(it -> it.part().equals(name) || it.part().endsWith("." + name))
                .findFirst()
                .orElseThrow(() -> UserFacingException.usageError("There is no part \"" + name + "\""
                        + UnknownNameMessages.didYouMean(
                                name,
                                all.stream()
                                        .map(LibraryPartStatus::part)
                                        .map(ProgressCalculator::simpleName)
                                        .toList())
                        + "; `gradus parts` lists them all."));
    }

    /// The status of a part, of which the learner chooses their own or the library's.
    ///
    /// @throws UserFacingException if they choose their own, and it hasn't passed
    LibraryPartStatus choosable(Mastery mastery, String name, boolean mine) {
        LibraryPartStatus status = partStatus(mastery, name);
        if (mine && !status.built()) {
            throw UserFacingException.usageError("Your own " + status.part()
                    + " hasn't passed yet, so it can't run; pass lesson " + status.lesson() + " first.");
        }
        return status;
    }

    CourseProgress courseProgress(Mastery mastery, Planner planner) {
        List<LibraryPartStatus> parts = partStatuses(mastery);
        return new CourseProgress(
                course.lessons().stream()
                        .map(lesson -> lessonProgress(lesson, mastery, planner))
                        .toList(),
                (int) parts.stream().filter(LibraryPartStatus::mine).count(),
                parts.size(),
                course.toCome());
    }

    private static LessonProgress lessonProgress(Lesson lesson, Mastery mastery, Planner planner) {
        Knowledge known = mastery.knowledgeOf(lesson.id());
        List<String> questions = lesson.questions().stream().map(Question::id).toList();
        return new LessonProgress(
                lesson.id(),
                lesson.title(),
                lesson.track(),
                state(lesson, mastery, planner),
                lesson.minutes(),
                known.submissions(),
                known.hints().values().stream().mapToInt(Integer::intValue).sum(),
                (int) questions.stream()
                        .map(known.answers()::get)
                        .filter(answer -> answer != null && answer.right())
                        .count(),
                questions.size(),
                known.passedAt());
    }

    private static LessonState state(Lesson lesson, Mastery mastery, Planner planner) {
        if (mastery.passed(lesson.id())) {
            return LessonState.PASSED;
        }
        if (mastery.knowledgeOf(lesson.id()).startedAt().isPresent()) {
            return LessonState.IN_PROGRESS;
        }
        return planner.ready(mastery, lesson) ? LessonState.READY : LessonState.LATER;
    }

    private static String simpleName(String part) {
        return part.substring(part.lastIndexOf('.') + 1);
    }
}
