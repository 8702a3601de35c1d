package gradus.studio.author;

import gradus.course.Course;
import gradus.course.CourseReadResult;
import gradus.course.Fault;
import gradus.course.Lab;
import gradus.course.Lesson;
import gradus.course.LessonSnippet;
import gradus.course.cut.LibrarySources;
import gradus.course.cut.Starter;
import gradus.judge.FigureRenderer;
import gradus.judge.Judge;
import gradus.judge.SnippetRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Checks the curriculum: reads it, then runs its labs, figures and examples.
///
/// A clean result is cached under a hash of everything that the lesson depends on, so an unchanged lesson
/// costs nothing.
public final class AuthorCheck {

    /// Lessons are checked in parallel, one per core, because each runs in a child JVM of its own.
    private static final int PARALLELISM = Math.max(1, Runtime.getRuntime().availableProcessors());

    private final FaultFactory faultFactory;
    private final CourseReadResult courseReadResult;
    private final LibrarySources librarySources;
    private final Judge judge;
    private final FigureRenderer figureRenderer;
    private final SnippetRunner snippetRunner;
    private final AuthorCheckCache authorCheckCache;

    /// @param root the root folder of the project
    /// @param authorCheckCache the results of earlier runs
    public AuthorCheck(
            Path root,
            CourseReadResult courseReadResult,
            LibrarySources librarySources,
            Judge judge,
            FigureRenderer figureRenderer,
            SnippetRunner snippetRunner,
            AuthorCheckCache authorCheckCache) {
        this.faultFactory = new FaultFactory(root);
        this.courseReadResult = courseReadResult;
        this.librarySources = librarySources;
        this.judge = judge;
        this.figureRenderer = figureRenderer;
        this.snippetRunner = snippetRunner;
        this.authorCheckCache = authorCheckCache;
    }

    /// Checks the lessons at or below `named`, or all of them.
    ///
    /// @param named a file or folder, or the id of a lesson
    public AuthorReport check(Optional<Path> named) {
        Course course = courseReadResult.course();
        LessonSelection selection = LessonSelection.of(faultFactory.root(), course, named);
        var faults = new ArrayList<>(courseReadResult.faults().stream()
                .filter(fault -> selection.contains(fault.file()))
                .toList());
        List<Lesson> lessons = selection.lessons(course, !faults.isEmpty());
        int remembered = 0;
        try (var pool = Executors.newFixedThreadPool(PARALLELISM)) {
            var running = new ArrayList<Future<AuthorCheckCache.Result>>();
            for (Lesson lesson : lessons) {
                running.add(pool.submit(() -> authorCheckCache.getOrRun(lesson, () -> run(lesson))));
            }
            for (Future<AuthorCheckCache.Result> future : running) {
                AuthorCheckCache.Result result = future.get();
                remembered += result.unchanged() ? 1 : 0;
                faults.addAll(result.faults());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while checking the curriculum", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "the author check failed: " + e.getCause().getMessage(), e.getCause());
        }
        faults.sort(
                Comparator.comparing((Fault fault) -> fault.file().toString()).thenComparing(Fault::line));
        return new AuthorReport(
                lessons.size(), remembered, faults.stream().distinct().toList());
    }

    private List<Fault> run(Lesson lesson) {
        var faults = new ArrayList<Fault>();
        if (lesson.lab().isPresent()) {
            Lab lab = lesson.lab().get();
            faults.addAll(new LabVerifier(judge, faultFactory, lab)
                    .verify(
                            librarySources
                                    .starters(lab, courseReadResult.course().labs())
                                    .stream()
                                    .map(Starter::source)
                                    .toList(),
                            librarySources.reference(lab)));
        }
        faults.addAll(new PageVerifier(figureRenderer, snippetRunner, faultFactory, lesson, examples(lesson)).verify());
        return faults;
    }

    private List<LessonSnippet> examples(Lesson lesson) {
        return courseReadResult.examples().stream()
                .filter(lessonSnippet -> lessonSnippet.lesson().equals(lesson.id()))
                .toList();
    }
}
