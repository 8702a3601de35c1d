package gradus.studio.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.course.Course;
import gradus.course.Lesson;
import gradus.studio.error.UserFacingException;
import gradus.studio.fixture.TestCourses;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LessonSelectionTest {

    private final Course course = TestCourses.small();

    private List<String> named(String name) {
        return selection(name).lessons(course, false).stream().map(Lesson::id).toList();
    }

    private LessonSelection selection(String name) {
        return LessonSelection.of(Path.of("/project"), course, Optional.of(Path.of(name)));
    }

    @Test
    void aLessonIsNamedByItsIdItsFolderOrAFileInIt() {
        assertThat(named("adding")).containsExactly("adding");
        assertThat(named("curriculum/numbers/adding")).containsExactly("adding");
        assertThat(named("/project/curriculum/numbers/adding/lab.md")).containsExactly("adding");
    }

    @Test
    void aTrackAndNothingNameManyLessons() {
        assertThat(named("curriculum/numbers")).containsExactly("counting", "adding", "reading");
        assertThat(LessonSelection.of(Path.of("/project"), course, Optional.empty())
                        .lessons(course, false))
                .hasSize(3);
    }

    @Test
    void aPathThatNamesNoLessonIsRefusedUnlessSomethingElseIsWrongThere() {
        assertThatThrownBy(() -> named("curriculum/letters"))
                .isInstanceOf(UserFacingException.class)
                .hasMessage("There is no lesson at /project/curriculum/letters; name a lesson, its folder or a file in"
                        + " it, or a track.");
        assertThat(selection("curriculum/letters").lessons(course, true)).isEmpty();
        assertThat(selection("data").contains(Path.of("data/iris/data.yaml"))).isTrue();
    }
}
