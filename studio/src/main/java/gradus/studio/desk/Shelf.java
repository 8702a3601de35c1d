package gradus.studio.desk;

import gradus.course.Course;
import gradus.course.Lesson;
import gradus.course.Question;
import gradus.course.Source;
import gradus.judge.Parts;
import gradus.mastery.Mastery;
import gradus.mastery.Mastery.Knowledge;
import gradus.mastery.Planner;
import gradus.studio.desk.Standing.LessonStanding;
import gradus.studio.desk.Standing.State;
import gradus.studio.journal.Journal;
import gradus.studio.refusal.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the learner has built so far, and which of it runs.
final class Shelf {

    private final Course course;
    private final Journal journal;

    Shelf(Course course, Journal journal) {
        this.course = course;
        this.journal = journal;
    }

    /// The learner's parts that run: what passed last, part by part, unless they chose the library's.
    Parts parts(Mastery mastery) {
        var mine = new HashMap<String, Source>();
        for (Lesson lesson : passedInOrder(mastery)) {
            String hash = mastery.of(lesson.id()).passing().orElseThrow();
            Map<String, String> sources = journal.kept(hash).orElse(Map.of());
            lesson.lab().stream().flatMap(lab -> lab.cuts().stream()).forEach(cut -> {
                String text = sources.get(Source.pathOf(cut.type()));
                if (text != null && mastery.parts().getOrDefault(cut.type(), true)) {
                    mine.put(cut.type(), Source.of(cut.type(), text));
                }
            });
        }
        return new Parts(mine);
    }

    List<PartStanding> partStandings(Mastery mastery) {
        var standings = new ArrayList<PartStanding>();
        new TreeMap<>(course.parts()).forEach((part, lessons) -> {
            boolean built = lessons.stream().anyMatch(mastery::passed);
            boolean mine = built && mastery.parts().getOrDefault(part, true);
            standings.add(new PartStanding(part, lessons.getFirst(), built, mine));
        });
        return standings;
    }

    /// The part of this name: the whole class name, or its last word.
    PartStanding part(Mastery mastery, String name) {
        List<PartStanding> all = partStandings(mastery);
        return all.stream()
                .filter(it -> it.part().equals(name) || it.part().endsWith("." + name))
                .findFirst()
                .orElseThrow(() -> Refusal.misuse("There is no part \"" + name + "\""
                        + Suggestion.nearest(
                                name,
                                all.stream()
                                        .map(PartStanding::part)
                                        .map(Shelf::lastWord)
                                        .toList())
                        + "; `gradus parts` lists them all."));
    }

    Standing standing(Mastery mastery, Planner planner) {
        List<PartStanding> parts = partStandings(mastery);
        return new Standing(
                course.lessons().stream()
                        .map(lesson -> standing(lesson, mastery, planner))
                        .toList(),
                (int) parts.stream().filter(PartStanding::mine).count(),
                parts.size());
    }

    private static LessonStanding standing(Lesson lesson, Mastery mastery, Planner planner) {
        Knowledge known = mastery.of(lesson.id());
        List<String> questions = lesson.questions().stream().map(Question::id).toList();
        return new LessonStanding(
                lesson.id(),
                lesson.title(),
                lesson.track(),
                state(lesson, mastery, planner),
                lesson.minutes(),
                known.handedIn(),
                known.hints().values().stream().mapToInt(Integer::intValue).sum(),
                (int) questions.stream()
                        .filter(id -> known.answers().getOrDefault(id, false))
                        .count(),
                questions.size(),
                known.passedAt());
    }

    private static State state(Lesson lesson, Mastery mastery, Planner planner) {
        if (mastery.passed(lesson.id())) {
            return State.PASSED;
        }
        if (mastery.of(lesson.id()).began().isPresent()) {
            return State.BEGUN;
        }
        return planner.ready(mastery, lesson) ? State.READY : State.AHEAD;
    }

    private List<Lesson> passedInOrder(Mastery mastery) {
        Comparator<Lesson> byTime = Comparator.comparing(
                lesson -> mastery.of(lesson.id()).passedAt().orElse(Instant.EPOCH));
        return course.lessons().stream()
                .filter(lesson -> mastery.of(lesson.id()).passing().isPresent())
                .sorted(byTime)
                .toList();
    }

    private static String lastWord(String part) {
        return part.substring(part.lastIndexOf('.') + 1);
    }
}
