package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Lesson;
import gradus.course.Source;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Labs whose gates train on real data. They take a minute together, so only `./gradus bench runs` runs them.
class TrainingSchoolTest {

    @TempDir
    Path folder;

    private Installation school;
    private RealTerminal terminal;

    @BeforeEach
    void open() {
        school = TrainingSchool.at(folder.resolve("school"));
        terminal = new RealTerminal(folder.resolve("home"), school);
    }

    @Test
    void theLibrarysSolutionsPassAllQuickChecks() {
        assertThat(school.course().lessons())
                .extracting(Lesson::id)
                .containsExactly("digit-network", "small-gpt")
                .allSatisfy(lesson -> {
                    solve(lesson);
                    assertThat(terminal.type("check " + lesson))
                            .as(terminal.out)
                            .isEqualTo(1);
                    assertThat(terminal.words()).contains("checks pass. The gate trains for longer");
                });
    }

    private void solve(String lesson) {
        assertThat(terminal.type("start " + lesson)).as(terminal.err).isZero();
        List<Source> references = school.course()
                .lesson(lesson)
                .orElseThrow()
                .coding()
                .orElseThrow()
                .references();
        references.forEach(terminal::write);
    }
}
