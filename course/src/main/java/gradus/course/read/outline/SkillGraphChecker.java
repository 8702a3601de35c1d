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

/// The faults of the skill graph.
public final class SkillGraphChecker {

    private final Outline outline;
    private final FaultCollector faultCollector;

    public SkillGraphChecker(Outline outline, FaultCollector faultCollector) {
        this.outline = outline;
        this.faultCollector = faultCollector;
    }

    /// @param order the recommended order, with the lines of `courseFile` on which the ids stand
    public void check(Path courseFile, Map<String, Integer> order) {
        outline.lessons().values().forEach(this::checkNeeds);
        cycles();
        var before = new LinkedHashSet<String>();
        order.forEach((id, line) -> {
            before.add(id);
            outline.needs(id).stream()
                    .filter(need -> order.containsKey(need) && !before.contains(need))
                    .filter(need -> !outline.ancestors(need).contains(id))
                    .forEach(need -> faultCollector.add(
                            courseFile,
                            line,
                            "The order puts \"" + id + "\" before \"" + need + "\", which it needs; swap them."));
        });
    }

    private void checkNeeds(Outline.LessonOutline lessonOutline) {
        var seen = new LinkedHashSet<String>();
        for (YamlFields.Entry need : lessonOutline.needs()) {
            String id = need.text();
            Outline.LessonOutline other = outline.lessons().get(id);
            if (!seen.add(id)) {
                fault(lessonOutline, need, "The need \"" + id + "\" is there twice; keep one.");
            } else if (other == null) {
                fault(
                        lessonOutline,
                        need,
                        "Unknown lesson \"" + id + "\" in needs"
                                + DidYouMean.hint(id, outline.lessons().keySet()));
            } else {
                checkLevel(lessonOutline, need, other);
                checkRedundant(lessonOutline, need);
            }
        }
    }

    private void checkLevel(Outline.LessonOutline lessonOutline, YamlFields.Entry need, Outline.LessonOutline other) {
        if (other.level().compareTo(lessonOutline.level()) > 0) {
            fault(
                    lessonOutline,
                    need,
                    "A lesson of level " + word(lessonOutline.level()) + " needs \"" + other.id()
                            + "\", which is of level " + word(other.level()) + "; raise this one or drop the need.");
        }
    }

    private void checkRedundant(Outline.LessonOutline lessonOutline, YamlFields.Entry need) {
        outline.needs(lessonOutline.id()).stream()
                .filter(via -> !via.equals(need.text()))
                .filter(via -> {
                    Set<String> above = outline.ancestors(via);
                    return above.contains(need.text()) && !above.contains(lessonOutline.id());
                })
                .filter(via -> !outline.ancestors(need.text()).contains(via))
                .findFirst()
                .ifPresent(via -> fault(
                        lessonOutline,
                        need,
                        "The need \"" + need.text() + "\" follows from \"" + via + "\" already; drop it."));
    }

    private void cycles() {
        var told = new LinkedHashSet<String>();
        for (Outline.LessonOutline lessonOutline : outline.lessons().values()) {
            if (!told.contains(lessonOutline.id())
                    && outline.ancestors(lessonOutline.id()).contains(lessonOutline.id())) {
                List<String> cycle = cycle(lessonOutline.id());
                told.addAll(cycle);
                YamlFields.Entry first = lessonOutline.needs().stream()
                        .filter(need -> need.text().equals(cycle.get(1)))
                        .findFirst()
                        .orElseThrow();
                fault(
                        lessonOutline,
                        first,
                        "The needs form a cycle: " + String.join(" → ", cycle) + "; drop one of them.");
            }
        }
    }

    /// The shortest way from `id` along needs back to itself.
    private List<String> cycle(String id) {
        var ways = new ArrayList<List<String>>(List.of(List.of(id)));
        var seen = new LinkedHashSet<String>();
        while (true) {
            List<String> way = ways.removeFirst();
            for (String need : outline.needs(way.getLast())) {
                var longer = new ArrayList<>(way);
                longer.add(need);
                if (need.equals(id)) {
                    return longer;
                }
                if (seen.add(need)) {
                    ways.add(longer);
                }
            }
            ways.sort(Comparator.comparingInt(List::size));
        }
    }

    private void fault(Outline.LessonOutline lessonOutline, YamlFields.Entry need, String sentence) {
        faultCollector.add(lessonOutline.folder().resolve("lesson.md"), need.line(), sentence);
    }

    private static String word(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
