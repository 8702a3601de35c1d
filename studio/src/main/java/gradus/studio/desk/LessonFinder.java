package gradus.studio.desk;

import gradus.course.Arena;
import gradus.course.Audit;
import gradus.course.Coding;
import gradus.course.Course;
import gradus.course.FigureSource;
import gradus.course.Lab;
import gradus.course.Lesson;
import gradus.course.Milestone;
import gradus.course.Question;
import gradus.course.Testing;
import gradus.mastery.Mastery;
import gradus.studio.error.UserFacingException;
import java.util.List;

/// Finds lessons and labs by what a user has typed, or says why there is none.
record LessonFinder(Course course) {

    Lesson lesson(String id) {
        return course.lesson(id)
                .orElseThrow(() -> UserFacingException.usageError(UnknownNameMessages.unknownLesson(course, id)));
    }

    Lab lab(String lesson) {
        return lesson(lesson)
                .lab()
                .orElseThrow(
                        () -> UserFacingException.usageError("Lesson " + lesson + " has no lab; read it instead."));
    }

    /// The lab, if something is handed in for it.
    Lab checked(String lesson) {
        return switch (lab(lesson)) {
            case Arena arena -> arena;
            case Audit audit -> audit;
            case Coding coding -> coding;
            case Testing testing -> testing;
            case Milestone _ -> throw notInMilestones(lesson);
        };
    }

    /// The lab of code.
    Coding coding(String lesson) {
        return switch (lab(lesson)) {
            case Coding coding -> coding;
            case Arena _ -> throw notInArenas(lesson);
            case Audit _ -> throw notInAudits(lesson);
            case Milestone _ -> throw notInMilestones(lesson);
            case Testing _ ->
                throw UserFacingException.usageError("The lab of lesson " + lesson
                        + " is one of tests, which has no visible checks; check your tests.");
        };
    }

    /// What a lab has hints for.
    List<Lab.Task> tasks(String lesson) {
        return switch (lab(lesson)) {
            case Coding coding -> coding.tasks();
            case Testing testing -> testing.tasks();
            case Arena _ -> throw notInArenas(lesson);
            case Audit _ -> throw notInAudits(lesson);
            case Milestone _ -> throw notInMilestones(lesson);
        };
    }

    Question question(String lesson, String question) {
        return lesson(lesson).questions().stream()
                .filter(it -> it.id().equals(question))
                .findFirst()
                .orElseThrow(() -> UserFacingException.usageError(
                        "There is no question \"" + question + "\" in lesson " + lesson + "; reload the page."));
    }

    FigureSource figure(String lesson, String figure) {
        return lesson(lesson)
                .figure(figure)
                .orElseThrow(() -> UserFacingException.usageError(
                        "There is no figure \"" + figure + "\" in lesson " + lesson + "; reload the page."));
    }

    /// Whether another lesson has begun a class that `lab` cuts, so that its starter may have given bodies
    /// away.
    boolean isFurther(Coding lab, Mastery mastery) {
        return lab.cuts().stream()
                .flatMap(cut -> course.parts().get(cut.type()).stream())
                .filter(other -> !other.equals(lab.lesson()))
                .anyMatch(other -> mastery.knowledgeOf(other).startedAt().isPresent());
    }

    private static UserFacingException notInAudits(String lesson) {
        return UserFacingException.usageError("The lab of lesson " + lesson
                + " is an audit, which has no code to run and no hints; decide its cases and check them.");
    }

    private static UserFacingException notInMilestones(String lesson) {
        return UserFacingException.usageError("Lesson " + lesson
                + " is a milestone, for which nothing is handed in; run it with `gradus run " + lesson
                + "`, or Start on its page.");
    }

    private static UserFacingException notInArenas(String lesson) {
        return UserFacingException.usageError("The lab of lesson " + lesson
                + " is an arena, which has no visible checks and no hints; probe its contenders with `gradus run "
                + lesson + " CONTENDER`.");
    }
}
