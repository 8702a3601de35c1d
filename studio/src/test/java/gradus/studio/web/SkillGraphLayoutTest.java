package gradus.studio.web;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.studio.desk.CourseProgress;
import gradus.studio.desk.CourseProgress.LessonProgress;
import gradus.studio.desk.CourseProgress.LessonState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SkillGraphLayoutTest {

    private final SkillGraphLayout map = SkillGraphLayout.of(SampleCourse.course(), standing());

    @Test
    void aLessonSitsBelowItsPrerequisites() {
        for (SkillGraphLayout.Edge edge : map.edges()) {
            assertThat(node(edge.from()).y()).isLessThan(node(edge.to()).y());
        }
    }

    @Test
    void noTwoLessonsOverlap() {
        assertThat(map.nodes()).extracting(node -> List.of(node.x(), node.y())).doesNotHaveDuplicates();
    }

    @Test
    void everyLessonIsWithinThePicture() {
        assertThat(map.nodes()).allSatisfy(node -> {
            assertThat(node.x()).isBetween(0, map.width() - node.width());
            assertThat(node.y()).isBetween(0, map.height() - node.height());
        });
    }

    @Test
    void theEdgesFromAPassedLessonAreMarkedPassed() {
        assertThat(map.edges().stream().filter(SkillGraphLayout.Edge::passed).map(SkillGraphLayout.Edge::from))
                .containsExactly("first-model");
    }

    private SkillGraphLayout.Node node(String lesson) {
        return map.nodes().stream()
                .filter(node -> node.id().equals(lesson))
                .findFirst()
                .orElseThrow();
    }

    private static CourseProgress standing() {
        return new CourseProgress(
                SampleCourse.course().lessons().stream()
                        .map(lesson -> new LessonProgress(
                                lesson.id(),
                                lesson.title(),
                                lesson.track(),
                                lesson.id().equals("first-model") ? LessonState.PASSED : LessonState.READY,
                                lesson.minutes(),
                                0,
                                0,
                                0,
                                0,
                                Optional.empty()))
                        .toList(),
                0,
                2,
                List.of());
    }
}
