package gradus.course.read;

import gradus.course.Level;
import gradus.course.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The faults of the skill graph.
final class Graph {

    private final Outline outline;
    private final Faults faults;

    Graph(Outline outline, Faults faults) {
        this.outline = outline;
        this.faults = faults;
    }

    /// @param order the recommended order, with the lines of `courseFile` on which the ids stand
    void check(Path courseFile, Map<String, Integer> order) {
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

    private void checkNeeds(Outline.Plan plan) {
        var seen = new LinkedHashSet<String>();
        for (Fields.Entry need : plan.needs()) {
            String id = need.text();
            Outline.Plan other = outline.lessons().get(id);
            if (!seen.add(id)) {
                fault(plan, need, "The need \"" + id + "\" is there twice; keep one.");
            } else if (other == null) {
                fault(
                        plan,
                        need,
                        "Unknown lesson \"" + id + "\" in needs"
                                + Nearest.hint(id, outline.lessons().keySet()));
            } else {
                checkLevel(plan, need, other);
                checkRedundant(plan, need);
            }
        }
    }

    private void checkLevel(Outline.Plan plan, Fields.Entry need, Outline.Plan other) {
        if (other.level().compareTo(plan.level()) > 0) {
            fault(
                    plan,
                    need,
                    "A lesson of level " + word(plan.level()) + " needs \"" + other.id() + "\", which is of level "
                            + word(other.level()) + "; raise this one or drop the need.");
        }
    }

    private void checkRedundant(Outline.Plan plan, Fields.Entry need) {
        outline.needs(plan.id()).stream()
                .filter(via -> !via.equals(need.text()))
                .filter(via -> {
                    Set<String> above = outline.ancestors(via);
                    return above.contains(need.text()) && !above.contains(plan.id());
                })
                .filter(via -> !outline.ancestors(need.text()).contains(via))
                .findFirst()
                .ifPresent(via -> fault(
                        plan, need, "The need \"" + need.text() + "\" follows from \"" + via + "\" already; drop it."));
    }

    private void cycles() {
        var told = new LinkedHashSet<String>();
        for (Outline.Plan plan : outline.lessons().values()) {
            if (!told.contains(plan.id()) && outline.ancestors(plan.id()).contains(plan.id())) {
                List<String> cycle = cycle(plan.id());
                told.addAll(cycle);
                Fields.Entry first = plan.needs().stream()
                        .filter(need -> need.text().equals(cycle.get(1)))
                        .findFirst()
                        .orElseThrow();
                fault(plan, first, "The needs form a cycle: " + String.join(" → ", cycle) + "; drop one of them.");
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

    private void fault(Outline.Plan plan, Fields.Entry need, String sentence) {
        faults.add(plan.folder().resolve("lesson.md"), need.line(), sentence);
    }

    private static String word(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
