package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.CourseReadResult;
import gradus.course.Lesson;
import gradus.judge.local.LocalFigureRenderer;
import gradus.judge.local.LocalJudge;
import gradus.judge.local.LocalSnippetRunner;
import gradus.studio.author.AuthorProve;
import gradus.studio.author.AuthorProve.Mode;
import gradus.studio.author.AuthorReport;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The course has no faults, and its proofs hold.
class CurriculumTest {

    /// How many proofs are verified besides some of those that a change touches.
    private static final int MORE = 1;

    @TempDir
    Path home;

    @Test
    void everyProofIsCurrent() {
        Installation installation = Installation.locate(home);

        AuthorReport report = AuthorTools.check(installation, Clock.systemUTC()).check(Optional.empty());

        assertThat(report.faults()).isEmpty();
        assertThat(report.lessons())
                .isEqualTo(installation.course().lessons().size())
                .isPositive();
    }

    @Test
    void proofsThatAChangeTouchesHoldWhenTheyAreProvedAnew() {
        Installation installation = Installation.locate(home);
        CourseReadResult course = installation.readCourse();
        List<Lesson> chosen = new LessonSample(installation.root())
                .choose(course.course().lessons(), Optional.ofNullable(System.getenv("GRADUS_BASE")), MORE);

        AuthorReport report = prove(installation, course, prove -> prove.prove(chosen, Mode.VERIFY));

        assertThat(report.faults()).isEmpty();
        assertThat(report.lessons()).isPositive();
    }

    static AuthorReport prove(Installation installation, Optional<Path> only, Mode mode) {
        return prove(installation, installation.readCourse(), prove -> prove.prove(only, mode));
    }

    static AuthorReport prove(
            Installation installation, CourseReadResult course, Function<AuthorProve, AuthorReport> work) {
        try (var judge = LocalJudge.longLived(installation.judgePaths());
                var renderer = new LocalFigureRenderer(installation.judgePaths());
                var snippets = new LocalSnippetRunner(installation.judgePaths())) {
            return work.apply(AuthorTools.prove(installation, course, judge, renderer, snippets));
        }
    }
}
