package gradus.studio.author;

import gradus.course.Course;
import gradus.course.Example;
import gradus.course.Fault;
import gradus.course.Lab;
import gradus.course.Lesson;
import gradus.course.Reading;
import gradus.course.cut.Library;
import gradus.judge.Easel;
import gradus.judge.Judge;
import gradus.judge.Snippets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Every gate over the curriculum: what reading it finds, and what only running it can find.
///
/// What was found for a lesson is remembered under the content of everything that it depends on, so a lesson
/// that did not change costs nothing.
public final class AuthorCheck {

    /// Labs run side by side, as many as there are cores, for each has a child JVM of its own.
    private static final int SIDE_BY_SIDE = Math.max(1, Runtime.getRuntime().availableProcessors());

    private final Gate gate;
    private final Reading reading;
    private final Library library;
    private final Judge judge;
    private final Easel easel;
    private final Snippets snippets;
    private final Findings findings;

    /// @param root the root of the project
    /// @param findings what was found before
    public AuthorCheck(
            Path root,
            Reading reading,
            Library library,
            Judge judge,
            Easel easel,
            Snippets snippets,
            Findings findings) {
        this.gate = new Gate(root);
        this.reading = reading;
        this.library = library;
        this.judge = judge;
        this.easel = easel;
        this.snippets = snippets;
        this.findings = findings;
    }

    /// Checks the lessons at or below `only`, or all of them.
    public AuthorReport check(Optional<Path> only) {
        var faults = new ArrayList<>(reading.faults().stream()
                .filter(fault -> within(fault.file(), only))
                .toList());
        Course course = reading.course();
        List<Lesson> lessons = course.lessons().stream()
                .filter(lesson -> within(lesson.folder(), only))
                .toList();
        int remembered = 0;
        try (var pool = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            var running = new ArrayList<Future<Findings.Found>>();
            for (Lesson lesson : lessons) {
                running.add(pool.submit(() -> findings.of(lesson, () -> run(lesson))));
            }
            for (Future<Findings.Found> future : running) {
                Findings.Found found = future.get();
                remembered += found.remembered() ? 1 : 0;
                faults.addAll(found.faults());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while checking the curriculum", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a gate broke: " + e.getCause().getMessage(), e.getCause());
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
            faults.addAll(new LabGates(judge, gate, lab).check(library.starters(lab), library.reference(lab)));
        }
        faults.addAll(new PageGates(easel, snippets, gate, lesson, examples(lesson)).check());
        return faults;
    }

    private List<Example> examples(Lesson lesson) {
        return reading.examples().stream()
                .filter(example -> example.lesson().equals(lesson.id()))
                .toList();
    }

    private boolean within(Path file, Optional<Path> only) {
        return only.map(path -> absolute(file).startsWith(absolute(path))).orElse(true);
    }

    private Path absolute(Path path) {
        return gate.root().toAbsolutePath().resolve(path).normalize();
    }
}
