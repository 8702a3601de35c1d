package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.judge.local.LocalFigureRenderer;
import gradus.judge.local.LocalJudge;
import gradus.judge.local.LocalSnippetRunner;
import gradus.studio.author.AuthorReport;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The course passes the author check.
class CurriculumTest {

    @TempDir
    Path home;

    @Test
    void everyLessonPassesEveryGate() {
        Installation installation = Installation.locate(home);

        AuthorReport report = check(installation, Optional.empty());

        assertThat(report.faults()).isEmpty();
        assertThat(report.lessons())
                .isEqualTo(installation.course().lessons().size())
                .isPositive();
    }

    static AuthorReport check(Installation installation, Optional<Path> only) {
        try (var judge = LocalJudge.longLived(installation.judgePaths());
                var renderer = new LocalFigureRenderer(installation.judgePaths());
                var snippets = new LocalSnippetRunner(installation.judgePaths())) {
            return CompositionRoot.authorCheck(installation, judge, renderer, snippets)
                    .check(only);
        }
    }
}
