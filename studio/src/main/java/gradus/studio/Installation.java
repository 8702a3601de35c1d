package gradus.studio;

import gradus.course.Course;
import gradus.course.CourseReadResult;
import gradus.course.cut.LibrarySources;
import gradus.course.formula.FormulaCache;
import gradus.course.formula.Katex;
import gradus.course.read.CourseReader;
import gradus.judge.JudgePaths;
import gradus.judge.local.LocalJudge;
import gradus.studio.error.UserFacingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The installation of Gradus on this machine: the course, the judge's files and the cache.
///
/// @param root the root folder of the project
/// @param cache the folder of formulas, compiled checks and failures of wrong solutions without a proof; keyed
///     by content, so never stale
record Installation(Path root, Path cache, JudgePaths judgePaths) {

    /// The version of the library that a workspace refers to.
    static final String VERSION = "0.1.0";

    /// The installation that this program was started from.
    ///
    /// @param home the folder for the cache if the project's folder isn't writable
    static Installation locate(Path home) {
        String named = System.getProperty("gradus.root");
        if (named == null || !Files.isDirectory(Path.of(named, "curriculum"))) {
            throw UserFacingException.usageError(
                    "There is no course at " + named + "; start Gradus with the script \"gradus\".");
        }
        return at(Path.of(named).toAbsolutePath().normalize(), home);
    }

    /// The installation of the project at `root`.
    static Installation at(Path root, Path home) {
        Path cache = Files.isWritable(root) ? root.resolve("target/course") : home.resolve("cache");
        return new Installation(root, cache, JudgePaths.locate(root, cache));
    }

    /// Reads the whole course, with its faults; lessons that haven't changed come from the cache.
    CourseReadResult readCourse() {
        return readCourse(_ -> {});
    }

    /// The same.
    ///
    /// @param lessonListener gets the id of each lesson that has been read, from several threads
    private CourseReadResult readCourse(Consumer<String> lessonListener) {
        return CourseReader.read(
                root,
                new FormulaCache(cache.resolve("formulas"), new Katex()),
                new LessonDiskCache(cache.resolve("lessons"), lessonListener));
    }

    /// The course, from the cache if no file has changed.
    Course course() {
        return CourseCache.of(cache.resolve("courses"), root)
                .getOrRead(() -> readCourse().course());
    }

    /// Changes when a file of the course changes.
    String courseStamps() {
        return CourseCache.of(cache.resolve("courses"), root).name();
    }

    LibrarySources library() {
        return LibrarySources.of(root);
    }

    /// The jars that a workspace includes, by artifact name.
    Map<String, Path> workspaceJars() {
        return Map.of(
                "gradus-ml",
                judgePaths.library(),
                "gradus-proctor",
                judgePaths.proctor().getFirst());
    }

    /// Builds the course: typesets every formula and builds the images that child JVMs start from. Skips what
    /// is already cached.
    ///
    /// @param progress gets a line for each step, such as `course: 12 of 154 lessons`; the launcher shows it
    void buildCourse(Consumer<String> progress) {
        long all = lessonFolders();
        var done = new AtomicLong();
        Course course = CourseCache.of(cache.resolve("courses"), root)
                .getOrRead(() -> readCourse(
                                _ -> progress.accept("course: " + done.incrementAndGet() + " of " + all + " lessons"))
                        .course());
        progress.accept("course: images");
        try (var judge = LocalJudge.oneShot(judgePaths)) {
            course.lessons().stream()
                    .flatMap(lesson -> lesson.coding().stream())
                    .findFirst()
                    .ifPresent(judge::buildImages);
        }
    }

    private long lessonFolders() {
        try (Stream<Path> files = Files.walk(root.resolve("curriculum"), 3)) {
            return files.filter(file -> file.endsWith("lesson.md")).count();
        } catch (IOException e) {
            throw new UncheckedIOException("the lessons can't be listed", e);
        }
    }
}
