package gradus.course.cut;

import gradus.course.Coding;
import gradus.course.Cut;
import gradus.course.Source;
import gradus.course.cut.StarterGenerator.LessonCut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Finds the reference sources of classes: next to `lab.md`, or in the library, `ml`.
public final class LibrarySources {

    private final Path sources;
    private final SortedSet<String> classes;

    private LibrarySources(Path sources) {
        this.sources = sources;
        this.classes = new TreeSet<>(classesBelow(sources));
    }

    /// The library of the project at `root`.
    public static LibrarySources of(Path root) {
        return in(root.resolve("ml/src/main/java"));
    }

    /// The library whose packages are folders of `sources`.
    public static LibrarySources in(Path sources) {
        return new LibrarySources(sources);
    }

    /// The binary names of all top-level classes of the library.
    public SortedSet<String> classes() {
        return Collections.unmodifiableSortedSet(classes);
    }

    /// The source of a class of the library.
    public Optional<Source> source(String className) {
        return classes.contains(className) ? Optional.of(read(file(className), className)) : Optional.empty();
    }

    /// The source of a class: next to `lab.md` if it is in the package of the lab, otherwise of the library.
    public Optional<Source> source(Coding lab, String className) {
        return source(lab.file().resolveSibling("."), className);
    }

    /// What the learner gets for `lab`.
    public LabFiles files(Coding lab, Collection<Coding> course) {
        return new LabFiles(starters(lab, course), providedSources(lab));
    }

    /// What the learner starts from in `lab`: for each class that it cuts the library's source, without the
    /// bodies that this or any other lab of the course asks for.
    public List<Starter> starters(Coding lab, Collection<Coding> course) {
        return lab.cuts().stream()
                .flatMap(cut -> source(lab, cut.type()).stream()
                        .map(source ->
                                new Starter(StarterGenerator.starter(cuts(lab, course, cut), source), source, cut)))
                .toList();
    }

    /// The cuts of one class: that of `lab` first, whose lesson a shared member is then a task of.
    private static List<LessonCut> cuts(Coding lab, Collection<Coding> course, Cut cut) {
        return Stream.concat(
                        Stream.of(new LessonCut(lab.lesson(), cut)),
                        course.stream()
                                .filter(other -> !other.lesson().equals(lab.lesson()))
                                .flatMap(other -> other.cuts().stream()
                                        .filter(others -> others.type().equals(cut.type()))
                                        .map(others -> new LessonCut(other.lesson(), others))))
                .toList();
    }

    /// The sources next to `lab.md`: those that the lab cuts, and those that it gives.
    public static List<Source> ownSources(Coding lab) {
        Path folder = lab.file().toAbsolutePath().getParent();
        return javaFiles(folder).stream()
                .map(file -> read(file, labPackage(lab.lesson()) + "." + simpleName(file)))
                .toList();
    }

    /// Sources next to `lab.md` that the lab doesn't cut. The learner gets them unchanged.
    public List<Source> providedSources(Coding lab) {
        return ownSources(lab).stream()
                .filter(source ->
                        lab.cuts().stream().noneMatch(cut -> cut.type().equals(source.className())))
                .toList();
    }

    /// The visible checks, which the learner has in the workspace.
    public List<Source> visibleChecks(Coding lab) {
        return lab.checkSources().stream()
                .filter(source -> source.simpleName().endsWith("Test"))
                .toList();
    }

    /// The path of the source of a library class, whether or not it exists.
    public Path file(String className) {
        return sources.resolve(Source.pathOf(className));
    }

    /// The source of a class for a lab in `labFolder`.
    public Optional<Source> source(Path labFolder, String className) {
        if (!className.startsWith("gradus.lab.")) {
            return source(className);
        }
        Path file = labFolder.resolve(className.substring(className.lastIndexOf('.') + 1) + ".java");
        return Files.isRegularFile(file) ? Optional.of(read(file, className)) : Optional.empty();
    }

    /// The package of the sources next to the `lab.md` of `lesson`.
    public static String labPackage(String lesson) {
        return "gradus.lab." + lesson.replace('-', '_');
    }

    /// The simple name of the class in the Java source `file`.
    public static String simpleName(Path file) {
        return file.getFileName().toString().replaceFirst("\\.java$", "");
    }

    /// The Java sources in `folder`, sorted by name.
    public static List<Path> javaFiles(Path folder) {
        return list(folder, file -> file.getFileName().toString().endsWith(".java"));
    }

    /// The entries of `folder` that are `wanted`, sorted by name; empty if there is no such folder.
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
