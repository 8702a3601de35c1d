package gradus.course.cut;

import gradus.course.Lab;
import gradus.course.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Where the reference source of a class is: beside `lab.md`, else in the library, `ml`.
public final class LibrarySources {

    private final Path sources;
    private final SortedSet<String> classes;

    private LibrarySources(Path sources) {
        this.sources = sources;
        this.classes = new TreeSet<>(classesBelow(sources));
    }

    /// The library of the project at `root`.
    public static LibrarySources of(Path root) {
        return new LibrarySources(root.resolve("ml/src/main/java"));
    }

    /// The binary name of every top-level class of the library.
    public SortedSet<String> classes() {
        return Collections.unmodifiableSortedSet(classes);
    }

    /// The source of a class of the library.
    public Optional<Source> source(String className) {
        return classes.contains(className) ? Optional.of(read(file(className), className)) : Optional.empty();
    }

    /// The source of a class as `lab` sees it.
    public Optional<Source> source(Lab lab, String className) {
        return source(lab.file().resolveSibling("."), className);
    }

    /// What the learner writes in `lab`, as it is in the library: one source for each class that is cut.
    public List<Source> reference(Lab lab) {
        return lab.cuts().stream()
                .flatMap(cut -> source(lab, cut.type()).stream())
                .toList();
    }

    /// What the learner starts from: [#reference] with the cut bodies gone.
    public List<Source> starters(Lab lab) {
        return lab.cuts().stream()
                .flatMap(cut ->
                        source(lab, cut.type()).stream().map(source -> Cutter.starter(lab.lesson(), cut, source)))
                .toList();
    }

    /// Sources beside `lab.md` that the lab does not cut: they are given to the learner as they are.
    public List<Source> providedSources(Lab lab) {
        Path folder = lab.file().toAbsolutePath().getParent();
        return javaFiles(folder).stream()
                .map(file -> read(file, labPackage(lab.lesson()) + "." + simpleName(file)))
                .filter(source ->
                        lab.cuts().stream().noneMatch(cut -> cut.type().equals(source.className())))
                .toList();
    }

    /// The checks that the learner has in the workspace.
    public List<Source> visibleChecks(Lab lab) {
        return lab.checkSources().stream()
                .filter(source -> source.simpleName().endsWith("Test"))
                .toList();
    }

    /// Where the source of a class of the library is, whether it is there or not.
    public Path file(String className) {
        return sources.resolve(Source.pathOf(className));
    }

    /// The source of a class as a lab in `labFolder` sees it.
    public Optional<Source> source(Path labFolder, String className) {
        if (!className.startsWith("gradus.lab.")) {
            return source(className);
        }
        Path file = labFolder.resolve(className.substring(className.lastIndexOf('.') + 1) + ".java");
        return Files.isRegularFile(file) ? Optional.of(read(file, className)) : Optional.empty();
    }

    /// The package of the sources that lie beside the `lab.md` of `lesson`.
    public static String labPackage(String lesson) {
        return "gradus.lab." + lesson.replace('-', '_');
    }

    /// The simple name of the class in `file`, a Java source.
    public static String simpleName(Path file) {
        return file.getFileName().toString().replaceFirst("\\.java$", "");
    }

    /// The Java sources in `folder`, by name.
    public static List<Path> javaFiles(Path folder) {
        return list(folder, file -> file.getFileName().toString().endsWith(".java"));
    }

    /// What lies in `folder` and is `wanted`, by name; nothing if there is no such folder.
    public static List<Path> list(Path folder, Predicate<Path> wanted) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(wanted).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> classesBelow(Path sources) {
        if (!Files.isDirectory(sources)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files.map(file -> sources.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".java") && !file.endsWith("-info.java"))
                    .map(file ->
                            file.substring(0, file.length() - ".java".length()).replace('/', '.'))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source read(Path file, String className) {
        try {
            return Source.of(className, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
