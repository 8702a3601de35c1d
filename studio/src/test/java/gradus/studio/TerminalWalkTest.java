package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Coding;
import gradus.course.Lesson;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The first lessons of the course in one home, using only the terminal.
class TerminalWalkTest {

    /// So that the test takes as long when there are many: that a starter fails and a reference passes is in
    /// each lesson's proof.
    private static final int LESSONS = 4;

    @TempDir
    static Path home;

    static Stream<String> lessonsWithALab() {
        return course().stream()
                .filter(lesson -> lesson.coding().isPresent())
                .limit(LESSONS)
                .map(Lesson::id);
    }

    @ParameterizedTest
    @MethodSource("lessonsWithALab")
    void aLessonIsStartedFailedPassedAndLeftForTheNext(String lesson) {
        var terminal = new RealTerminal(home);
        Coding lab = lab(lesson);

        assertThat(terminal.type("start " + lesson + " --json")).isZero();
        assertThat(Stream.of("written", "kept")
                        .flatMap(files -> texts(terminal.object().get(files)).stream()))
                .hasSameSizeAs(lab.cuts());

        assertThat(terminal.type("check " + lesson + " --json")).isEqualTo(1);
        assertThat(outcomes(terminal.object()))
                .hasSameSizeAs(lab.checks())
                .doesNotContain("Passed")
                .contains("Failed");

        lab.references().forEach(terminal::write);
        assertThat(terminal.type("check " + lesson + " --json")).isZero();
        assertThat(outcomes(terminal.object())).hasSameSizeAs(lab.checks()).containsOnly("Passed");

        assertThat(terminal.type("progress --json")).isZero();
        assertThat(standings(terminal.object()))
                .filteredOn(standing -> standing.get("id").equals(lesson))
                .singleElement()
                .satisfies(standing -> {
                    assertThat(standing.get("state")).isEqualTo("PASSED");
                    assertThat(standing.get("submissions")).isEqualTo(2);
                });

        assertThat(terminal.type("next --json")).isZero();
        Map<?, ?> next = terminal.object();
        assertThat((String) next.get("because")).isNotBlank();
        assertThat(next.get("type")).isEqualTo(isLast(lesson) ? "Rest" : "Learn");
        assertThat(next.get("lesson")).isEqualTo(isLast(lesson) ? null : following(lesson));
        assertThat(terminal.err).isEmpty();
    }

    private static List<Lesson> course() {
        return RealStudio.course().lessons();
    }

    private static Coding lab(String lesson) {
        return course().get(placeOf(lesson)).coding().orElseThrow();
    }

    private static boolean isLast(String lesson) {
        return course().getLast().id().equals(lesson);
    }

    private static String following(String lesson) {
        return course().get(placeOf(lesson) + 1).id();
    }

    private static int placeOf(String lesson) {
        return course().stream().map(Lesson::id).toList().indexOf(lesson);
    }

    /// The name of each check's outcome.
    private static List<String> outcomes(Map<?, ?> reply) {
        return objects(((Map<?, ?>) reply.get("verdict")).get("checks")).stream()
                .map(check -> (String) ((Map<?, ?>) check.get("outcome")).get("type"))
                .toList();
    }

    private static List<? extends Map<?, ?>> standings(Map<?, ?> progress) {
        return objects(progress.get("lessons"));
    }

    private static List<? extends Map<?, ?>> objects(Object list) {
        return ((List<?>) list).stream().map(it -> (Map<?, ?>) it).toList();
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(String.class::cast).toList();
    }
}
