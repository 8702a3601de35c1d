package gradus.judge;

import gradus.course.Lab;
import gradus.course.Source;
import gradus.judge.build.Breakdown;
import gradus.judge.build.Built;
import gradus.judge.build.Javac;
import gradus.judge.build.Library;
import gradus.judge.child.Crew;
import gradus.judge.child.Worker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A toolbox, unpacked: the library read, compilers and children at hand.
final class Bench implements AutoCloseable {

    private static final Duration COMPILE_LIMIT = Duration.ofSeconds(10);
    private static final Duration COURSE_LIMIT = Duration.ofSeconds(60);

    private final Toolbox toolbox;
    private final Library library;
    private final Javac learners;
    private final Javac course;
    private final Kits kits;
    private final Crew crew;

    Bench(Toolbox toolbox, boolean staying) {
        this.toolbox = toolbox;
        this.library = Library.read(toolbox.library());
        this.learners = Javac.forLearners(List.of(toolbox.library()), COMPILE_LIMIT);
        List<Path> everything = Stream.concat(Stream.of(toolbox.library()), toolbox.proctor().stream())
                .toList();
        this.course = Javac.forCourse(everything, COURSE_LIMIT);
        this.kits = new Kits(library, toolbox, course);
        this.crew = new Crew(toolbox.java(), toolbox.proctor(), toolbox.library(), toolbox.data(), staying);
        crew.prepare(Lab.Limits.DEFAULT.megabytes());
    }

    Library library() {
        return library;
    }

    /// The compiler for what a learner writes: sees the library.
    Javac learners() {
        return learners;
    }

    /// The compiler for what comes with the course: sees library and proctor.
    Javac course() {
        return course;
    }

    Kits kits() {
        return kits;
    }

    Crew crew() {
        return crew;
    }

    /// The learner's parts, compiled. Something else would run than the learner believes if they were left out,
    /// so parts that do not compile are a breakdown that says so.
    Map<String, byte[]> compiled(Parts parts) {
        if (parts.mine().isEmpty()) {
            return Map.of();
        }
        Map<String, String> sources =
                parts.mine().values().stream().collect(Collectors.toMap(Source::path, Source::text));
        return switch (learners.compile(sources, Map.of())) {
            case Built.Classes built -> built.classes();
            case Built.Refused refused ->
                throw new Breakdown("your own parts do not compile together: "
                        + refused.complaints().getFirst().message() + "; switch to the library's for now");
            case Built.TooSlow slow ->
                throw new Breakdown(
                        "your own parts take longer than " + slow.limit().toSeconds() + " s to compile");
        };
    }

    Shelf shelf(String name) {
        return new Shelf(toolbox.cache().resolve(name));
    }

    /// Runs checks upon the library with `classes` in place of its own.
    Trial run(
            Worker worker,
            Lab lab,
            Kit kit,
            Map<String, byte[]> classes,
            List<Lab.Check> checks,
            Consumer<Progress> watcher) {
        Set<String> learners = classes.keySet().stream().map(Library::outermost).collect(Collectors.toSet());
        var parts = new HashMap<>(kit.ownBeside(classes));
        parts.putAll(classes);
        return TrialRun.run(worker, kit, parts, learners, checks, lab.limits(), watcher);
    }

    @Override
    public void close() {
        crew.close();
    }
}
