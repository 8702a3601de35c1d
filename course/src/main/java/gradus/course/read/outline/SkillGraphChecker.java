package gradus.course.read.outline;

import gradus.course.DidYouMean;
import gradus.course.Level;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.YamlFields;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Checks the skill graph: unknown, redundant and cyclic needs, levels, and the recommended order.
public final class SkillGraphChecker {

    private final Outline outline;
    private final FaultCollector faults;

    public SkillGraphChecker(Outline outline, FaultCollector faults) {
        this.outline = outline;
        this.faults = faults;
    }

    /// Reports the faults of the skill graph.
    ///
    /// @param order the ids of the lessons in recommended order, each with its line in `courseFile`
    public void check(Path courseFile, Map<String, Integer> order) {
        outline.lessons().values().forEach(this::checkNeeds);
        cycles();
        var before = new LinkedHashSet<String>();
        order.forEach((id, line) -> {
            before.add(id);
            outline.needs(id).stream()
                    .filter(need -> order.containsKey(need) && !before.contains(need))
                    .filter(need -> !outline.ancestors(need).contains(id))
                    .forEach(need -> faults.add(
                            courseFile,
                            line,
                            "The order puts \"" + id + "\" before \"" + need + "\", which it needs; swap them."));
        });
    }

    private void checkNeeds(Outline.LessonOutline lesson) {
        var seen = new LinkedHashSet<String>();
        for (YamlFields.Entry need : lesson.needs()) {
            String id = need.text();
            Outline.LessonOutline other = outline.lessons().get(id);
            if (!seen.add(id)) {
                fault(lesson, need, "The need \"" + id + "\" appears twice; keep one.");
            } else if (other == null) {
                fault(
                        lesson,
                        need,
                        "Unknown lesson \"" + id + "\" in needs"
                                + DidYouMean.hint(id, outline.lessons().keySet()));
            } else {
                checkLevel(lesson, need, other);
                checkRedundant(lesson, need);
            }
        }
    }

    private void checkLevel(Outline.LessonOutline lesson, YamlFields.Entry need, Outline.LessonOutline other) {
        if (other.level().compareTo(lesson.level()) > 0) {
            fault(
                    lesson,
                    need,
                    "A lesson of level " + word(lesson.level()) + " needs \"" + other.id() + "\", which is of level "
                            + word(other.level()) + "; raise the level of this lesson or drop the need.");
        }
    }

    private void checkRedundant(Outline.LessonOutline lesson, YamlFields.Entry need) {
        outline.needs(lesson.id()).stream()
                .filter(via -> !via.equals(need.text()))
                .filter(via -> {
                    Set<String> above = outline.ancestors(via);
                    return above.contains(need.text()) && !above.contains(lesson.id());
                })
                .filter(via -> !outline.ancestors(need.text()).contains(via))
                .findFirst()
                .ifPresent(via -> fault(
                        lesson,
                        need,
                        "The need \"" + need.text() + "\" follows from \"" + via + "\" already; drop it."));
    }

    private void cycles() {
        var reported = new LinkedHashSet<String>();
        for (Outline.LessonOutline lesson : outline.lessons().values()) {
            if (!reported.contains(lesson.id())
                    && outline.ancestors(lesson.id()).contains(lesson.id())) {
                List<String> cycle = cycle(lesson.id());
                reported.addAll(cycle);
                YamlFields.Entry first = lesson.needs().stream()
                        .filter(need -> need.text().equals(cycle.get(1)))
                        .findFirst()
                        .orElseThrow();
                fault(lesson, first, "The needs form a cycle: " + String.join(" → ", cycle) + "; drop one of them.");
            }
        }
    }

    /// The shortest path from `id` along needs back to itself.
    private List<String> cycle(String id) {
        var paths = new ArrayList<List<String>>(List.of(List.of(id)));
        var seen = new LinkedHashSet<String>();
        while (true) {
            List<String> path = paths.removeFirst();
            for (String need : outline.needs(path.getLast())) {
                var longer = new ArrayList<>(path);
                longer.add(need);
                if (need.equals(id)) {
                    return longer;
                }
                if (seen.add(need)) {
                    paths.add(longer);
                }
            }
            paths.sort(Comparator.comparingInt(List::size));
        }
    }

    private void fault(Outline.LessonOutline lesson, YamlFields.Entry need, String message) {
        faults.add(lesson.folder().resolve("lesson.md"), need.line(), message);
    }

    private static String word(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
