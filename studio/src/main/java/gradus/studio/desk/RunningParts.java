package gradus.studio.desk;

import gradus.course.Course;
import gradus.course.Cut;
import gradus.course.Lab;
import gradus.course.Lesson;
import gradus.course.MemberId;
import gradus.course.Source;
import gradus.course.cut.Merged;
import gradus.course.cut.Merger;
import gradus.course.cut.Starter;
import gradus.judge.LearnerParts;
import gradus.judge.Submission;
import gradus.mastery.Mastery;
import gradus.studio.journal.Journal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The learner's parts that run in later labs, figures and snippets.
///
/// What runs of a part is the latest file that passed. If the library's class has grown since, or the file leaves
/// members of another lesson to do, it is the members that the learner has passed, laid over today's library class.
final class RunningParts {

    private final Course course;
    private final Journal journal;
    private final Function<Lab, List<Starter>> starters;
    private final Map<String, Map<String, Source>> libraryByLesson = new ConcurrentHashMap<>();
    private final Map<Passed, Source> merged = new ConcurrentHashMap<>();

    RunningParts(Course course, Journal journal, Function<Lab, List<Starter>> starters) {
        this.course = course;
        this.journal = journal;
        this.starters = starters;
    }

    /// What passed of one part.
    ///
    /// @param lesson a lesson that cuts the part
    private record Passed(String lesson, Source file, Set<MemberId> members) {}

    /// The parts that run, unless the learner chose the library's.
    LearnerParts of(Mastery mastery) {
        var passed = new HashMap<String, Passed>();
        for (Lesson lesson : passedInOrder(mastery)) {
            String hash = mastery.knowledgeOf(lesson.id()).passingSources().orElseThrow();
            Map<String, String> sources = journal.loadSources(hash).orElse(Map.of());
            for (Cut cut : lesson.lab().map(Lab::cuts).orElse(List.of())) {
                String text = sources.get(Source.pathOf(cut.type()));
                if (text != null && mastery.parts().getOrDefault(cut.type(), true)) {
                    Source file = Source.of(cut.type(), text);
                    passed.put(cut.type(), new Passed(lesson.id(), file, passedMembers(cut.type(), mastery)));
                }
            }
        }
        var parts = new HashMap<String, Source>();
        passed.forEach((type, one) -> parts.put(type, merged.computeIfAbsent(one, this::merge)));
        return new LearnerParts(parts);
    }

    /// `submission` as it should run: a file that lacks members of today's library class, or leaves those of other
    /// lessons to do, gets them from the library. Any other file is submitted as it is.
    Submission within(Lab lab, Submission submission, Mastery mastery) {
        var sources = new HashMap<>(submission.sources());
        for (Cut cut : lab.cuts()) {
            String path = Source.pathOf(cut.type());
            Source library = library(lab.lesson()).get(cut.type());
            if (sources.containsKey(path) && library != null) {
                var members = new LinkedHashSet<>(cut.members());
                members.addAll(passedMembers(cut.type(), mastery));
                merged(library, Source.of(cut.type(), sources.get(path)), members)
                        .filter(Merged::runsAllMembers)
                        .ifPresent(merged -> sources.put(path, merged.source().text()));
            }
        }
        return new Submission(submission.lesson(), sources);
    }

    /// `members` of `file` within `library`; empty if the file can run as it is, or cannot be read: then the compiler
    /// explains why.
    private static Optional<Merged> merged(Source library, Source file, Set<MemberId> members) {
        try {
            return Merger.isComplete(library, file)
                    ? Optional.empty()
                    : Optional.of(Merger.merge(library, file, members));
        } catch (IllegalArgumentException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    private Set<MemberId> passedMembers(String type, Mastery mastery) {
        return passedInOrder(mastery).stream()
                .flatMap(lesson -> lesson.lab().stream())
                .flatMap(lab -> lab.cuts().stream())
                .filter(cut -> cut.type().equals(type))
                .flatMap(cut -> cut.members().stream())
                .collect(Collectors.toSet());
    }

    private Source merge(Passed passed) {
        return Optional.ofNullable(library(passed.lesson()).get(passed.file().className()))
                .flatMap(library -> merged(library, passed.file(), passed.members()))
                .map(Merged::source)
                .orElse(passed.file());
    }

    private Map<String, Source> library(String lesson) {
        return libraryByLesson.computeIfAbsent(lesson, id -> {
            var sources = new HashMap<String, Source>();
            course.lesson(id)
                    .flatMap(Lesson::lab)
                    .map(starters)
                    .orElse(List.of())
                    .forEach(starter -> sources.put(starter.library().className(), starter.library()));
            return sources;
        });
    }

    private List<Lesson> passedInOrder(Mastery mastery) {
        Comparator<Lesson> byTime = Comparator.comparing(
                lesson -> mastery.knowledgeOf(lesson.id()).passedAt().orElse(Instant.EPOCH));
        return course.lessons().stream()
                .filter(lesson ->
                        mastery.knowledgeOf(lesson.id()).passingSources().isPresent())
                .sorted(byTime)
                .toList();
    }
}
