package gradus.course.read.outline;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Fault;
import gradus.course.Level;
import gradus.course.cut.LibrarySources;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.YamlFields;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SkillGraphCheckerTest {

    private static final Path ROOT = Path.of("root");

    private final Map<String, List<String>> needs = new LinkedHashMap<>();

    @Test
    void aNeedThatFollowsFromAnotherIsRedundant() {
        needs.put("a", List.of());
        needs.put("b", List.of("a"));
        needs.put("c", List.of("b"));
        needs.put("d", List.of("a", "c"));

        assertThat(faults()).containsExactly("d/lesson.md:7: The need \"a\" follows from \"c\" already; drop it.");
    }

    @Test
    void aCycleIsReportedOnceByItsShortestPath() {
        needs.put("a", List.of("c"));
        needs.put("b", List.of("a"));
        needs.put("c", List.of("b"));
        needs.put("d", List.of("b"));

        assertThat(faults()).containsExactly("a/lesson.md:7: The needs form a cycle: a → c → b → a; drop one of them.");
    }

    @Test
    void aLessonCannotNeedItself() {
        needs.put("a", List.of("a"));

        assertThat(faults()).containsExactly("a/lesson.md:7: The needs form a cycle: a → a; drop one of them.");
    }

    @Test
    void twoPathsToOneLessonAreNoFault() {
        needs.put("a", List.of());
        needs.put("b", List.of("a"));
        needs.put("c", List.of("a"));
        needs.put("d", List.of("b", "c"));

        assertThat(faults()).isEmpty();
    }

    private List<String> faults() {
        var lessons = new LinkedHashMap<String, Outline.LessonOutline>();
        needs.forEach((id, others) -> lessons.put(
                id,
                new Outline.LessonOutline(
                        id,
                        "track",
                        ROOT.resolve(id),
                        Optional.empty(),
                        Optional.empty(),
                        others.stream()
                                .map(other -> new YamlFields.Entry(other, 7))
                                .toList(),
                        Level.FOUNDATION,
                        Map.of())));
        var faults = new FaultCollector(ROOT);
        var order = new LinkedHashMap<String, Integer>();
        needs.keySet().forEach(id -> order.put(id, order.size() + 1));
        new SkillGraphChecker(new Outline(lessons, Set.of(), LibrarySources.of(ROOT)), faults)
                .check(ROOT.resolve("course.yaml"), order);
        return faults.sorted().stream().map(Fault::toString).toList();
    }
}
