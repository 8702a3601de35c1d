package gradus.studio.milestone;

import gradus.course.Course;
import gradus.course.Cut;
import gradus.course.Lesson;
import gradus.course.MemberId;
import gradus.course.Milestone;
import gradus.judge.LearnerParts;
import gradus.mastery.Mastery;
import gradus.studio.error.UserFacingException;
import java.util.List;
import java.util.stream.Collectors;

/// A member that a milestone wants to be the learner's own.
///
/// @param type the binary name of its top-level class
/// @param member as in `of`
/// @param lesson the id of the lesson in which it is written
/// @param lessonTitle the title of that lesson
public record NamedPart(String type, String member, String lesson, String lessonTitle, Owner owner) {

    /// Whose member runs.
    public enum Owner {
        /// The learner's.
        LEARNER,
        /// The library's, because the learner has chosen it.
        LIBRARY,
        /// The library's, because the learner's hasn't passed yet.
        NOT_WRITTEN
    }

    /// `Mean#of`
    public String name() {
        return simpleName() + "#" + member;
    }

    /// `Mean`
    public String simpleName() {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    public boolean isLearners() {
        return owner == Owner.LEARNER;
    }

    /// The parts that a milestone names.
    ///
    /// @param running the learner's parts that run in it
    public static List<NamedPart> of(Milestone lab, LearnerParts running, Course course, Mastery mastery) {
        return lab.parts().stream()
                .flatMap(cut ->
                        cut.members().stream().map(member -> of(cut.type(), member, lab, running, course, mastery)))
                .toList();
    }

    private static NamedPart of(
            String type, MemberId member, Milestone lab, LearnerParts running, Course course, Mastery mastery) {
        Lesson lesson = course.ancestors(lab.lesson()).stream()
                .flatMap(id -> course.lesson(id).stream())
                .filter(before -> before.coding()
                        .flatMap(coding -> coding.cut(type))
                        .filter(cut -> cut.writes(member))
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no lesson before " + lab.lesson() + " has its learners write " + type + "#" + member));
        boolean learners = running.of(type).stream().anyMatch(part -> new Cut(type, part.members()).writes(member));
        Owner owner = learners ? Owner.LEARNER : mastery.passed(lesson.id()) ? Owner.LIBRARY : Owner.NOT_WRITTEN;
        return new NamedPart(type, member.toString(), lesson.id(), lesson.title(), owner);
    }

    /// Refuses to go on if parts are missing.
    ///
    /// @throws UserFacingException that says which, and what to do
    public static void requireAll(List<NamedPart> parts, String lesson) {
        List<NamedPart> missing =
                parts.stream().filter(part -> !part.isLearners()).toList();
        if (!missing.isEmpty()) {
            throw UserFacingException.usageError("The milestone " + lesson + " runs with your own parts only, and "
                    + missing.stream().map(NamedPart::whatToDo).collect(Collectors.joining("; ")) + ".");
        }
    }

    /// What is missing and what to do, as part of a sentence.
    public String whatToDo() {
        return switch (owner) {
            case LEARNER -> name() + " is yours";
            case LIBRARY ->
                name() + " is the library's: run yours with `gradus parts " + simpleName()
                        + " mine`, or on the Progress page";
            case NOT_WRITTEN -> name() + " is still to write, in lesson " + lesson;
        };
    }
}
