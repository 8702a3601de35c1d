package gradus.studio;

import gradus.course.CourseReadResult;
import gradus.course.Lesson;
import gradus.judge.SnippetRunner;
import gradus.judge.local.LocalCourseCompiler;
import gradus.judge.local.LocalFigureRenderer;
import gradus.judge.local.LocalJudge;
import gradus.judge.local.LocalPythonRunner;
import gradus.studio.author.AuthorCheck;
import gradus.studio.author.AuthorFill;
import gradus.studio.author.AuthorMeasure;
import gradus.studio.author.AuthorMutate;
import gradus.studio.author.AuthorNew;
import gradus.studio.author.AuthorProve;
import gradus.studio.author.AuthorRecord;
import gradus.studio.author.AuthorReport;
import gradus.studio.author.FillReport;
import gradus.studio.author.LessonReport;
import gradus.studio.author.LessonReporter;
import gradus.studio.author.LessonSelection;
import gradus.studio.author.NewLesson;
import gradus.studio.author.Proofs;
import gradus.studio.terminal.AuthorApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What authors of lessons can do: connects their tools with the course and the judge.
final class AuthorTools implements AuthorApplication {

    /// How long the Python of a panel may run.
    private static final Duration PYTHON_LIMIT = Duration.ofSeconds(60);

    private final Supplier<Installation> installations;
    private final InstantSource clock;

    AuthorTools(Supplier<Installation> installations, InstantSource clock) {
        this.installations = installations;
        this.clock = clock;
    }

    @Override
    public AuthorReport check(Optional<Path> path) {
        Installation installation = installations.get();
        return check(installation, clock).check(path);
    }

    static AuthorCheck check(Installation installation, InstantSource clock) {
        CourseReadResult courseReadResult = installation.readCourse();
        return new AuthorCheck(
                installation.root(),
                courseReadResult,
                new Proofs(installation.root(), courseReadResult, installation.library()),
                new LocalCourseCompiler(installation.judgePaths()),
                LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault()));
    }

    @Override
    public AuthorReport prove(Optional<Path> path, AuthorProve.Mode mode) {
        Installation installation = installations.get();
        try (var judge = LocalJudge.longLived(installation.judgePaths());
                var figureRenderer = judge.figureRenderer();
                var snippetRunner = judge.snippetRunner()) {
            return prove(installation, installation.readCourse(), judge, figureRenderer, snippetRunner)
                    .prove(path, mode);
        }
    }

    static AuthorProve prove(
            Installation installation,
            CourseReadResult courseReadResult,
            LocalJudge judge,
            LocalFigureRenderer figureRenderer,
            SnippetRunner snippetRunner) {
        return new AuthorProve(
                installation.root(),
                courseReadResult,
                new Proofs(installation.root(), courseReadResult, installation.library()),
                judge.prover(),
                figureRenderer,
                snippetRunner,
                judge.answerRunner());
    }

    @Override
    public AuthorReport record(Optional<Path> path, String python) {
        Installation installation = installations.get();
        return new AuthorRecord(
                        installation.root(),
                        installation.readCourse(),
                        new LocalPythonRunner(python, PYTHON_LIMIT),
                        python,
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .record(path);
    }

    @Override
    public List<LessonReport> report(Optional<Path> path, boolean mutants) {
        Installation installation = installations.get();
        CourseReadResult courseReadResult = installation.readCourse();
        var proofs = new Proofs(installation.root(), courseReadResult, installation.library());
        var reporter = new LessonReporter(installation.root(), courseReadResult, proofs);
        List<Lesson> lessons = LessonSelection.lessons(installation.root(), courseReadResult.course(), path);
        if (mutants) {
            try (var judge = LocalJudge.longLived(installation.judgePaths())) {
                new AuthorMutate(proofs, judge.prover()).refresh(lessons);
            }
        }
        return reporter.report(lessons);
    }

    @Override
    public List<AuthorMeasure.Measured> measure(Optional<Path> path, int seeds) {
        Installation installation = installations.get();
        CourseReadResult courseReadResult = installation.readCourse();
        List<Lesson> lessons = LessonSelection.lessons(installation.root(), courseReadResult.course(), path);
        var proofs = new Proofs(installation.root(), courseReadResult, installation.library());
        try (var judge = LocalJudge.longLived(installation.judgePaths())) {
            return new AuthorMeasure(proofs, judge.prover()).measure(lessons, seeds);
        }
    }

    @Override
    public NewLesson make(Path file) {
        Installation installation = installations.get();
        return new AuthorNew(installation.root(), installation.course(), installation.library()).make(file);
    }

    @Override
    public FillReport fill(Optional<Path> path) {
        Installation installation = installations.get();
        try (var judge = LocalJudge.oneShot(installation.judgePaths());
                var snippetRunner = judge.snippetRunner()) {
            return new AuthorFill(installation.root(), installation.readCourse(), snippetRunner).fill(path);
        }
    }
}
