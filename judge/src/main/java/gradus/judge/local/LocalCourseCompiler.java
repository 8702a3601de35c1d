package gradus.judge.local;

import gradus.course.Coding;
import gradus.course.FigureSource;
import gradus.course.Lab;
import gradus.course.Lesson;
import gradus.course.Milestone;
import gradus.course.Source;
import gradus.course.Testing;
import gradus.course.cut.LibrarySources;
import gradus.course.cut.SolutionSources;
import gradus.judge.CourseCompiler;
import gradus.judge.JudgePaths;
import gradus.judge.javac.Compilation;
import gradus.judge.javac.Javac;
import gradus.judge.support.JudgeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Compiles the course's sources with library and proctor, in this JVM. Several threads may use it.
public final class LocalCourseCompiler implements CourseCompiler {

    private final Javac javac;

    public LocalCourseCompiler(JudgePaths paths) {
        this.javac = Javac.forCourse(Stream.concat(Stream.of(paths.library()), paths.proctor().stream())
                .toList());
    }

    @Override
    public List<SourceError> errors(Lesson lesson) {
        var files = new TreeMap<String, Path>();
        var texts = new TreeMap<String, String>();
        lesson.coding().ifPresent(lab -> {
            LibrarySources.ownSources(lab).forEach(source -> add(source, file(lab, "", source), files, texts));
            lab.checkSources().forEach(source -> add(source, file(lab, "checks/", source), files, texts));
        });
        lesson.arena()
                .ifPresent(lab -> add(
                        lab.code(),
                        lab.file().resolveSibling("arena/" + lab.code().simpleName() + ".java"),
                        files,
                        texts));
        lesson.figures().forEach(figure -> add(source(figure), figure.file(), files, texts));
        return Stream.of(
                        errors(texts, path -> files.getOrDefault(path, lesson.folder())),
                        lesson.testing().stream().flatMap(this::errors),
                        lesson.milestone().stream().flatMap(this::errors))
                .flatMap(errors -> errors)
                .toList();
    }

    /// The test classes of a lab of tests have the same name, as have its implementations, so each is
    /// compiled alone.
    private Stream<SourceError> errors(Testing lab) {
        Path folder = lab.file().toAbsolutePath().getParent();
        String name = lab.starter().simpleName() + ".java";
        var complete = SolutionSources.of(lab.subject(), lab.references());
        Stream<SourceError> tests = Stream.of(
                        Stream.of(Map.entry(folder.resolve("tests"), lab.starter())),
                        Stream.of(Map.entry(
                                folder.resolve("reference"), lab.solutions().reference())),
                        lab.solutions().weak().entrySet().stream()
                                .map(weak -> Map.entry(folder.resolve("weak").resolve(weak.getKey()), weak.getValue())))
                .flatMap(all -> all)
                .flatMap(one -> errors(
                        Map.of(one.getValue().path(), one.getValue().text()),
                        _ -> one.getKey().resolve(name)));
        Stream<SourceError> implementations = Stream.concat(
                        lab.rightSolutions().stream(), lab.mutants().stream().map(Testing.Mutant::code))
                .flatMap(code -> errors(complete, code));
        return Stream.concat(tests, implementations);
    }

    private Stream<SourceError> errors(Milestone lab) {
        Path checks = lab.file().resolveSibling("checks");
        var complete = SolutionSources.of(lab.parts(), lab.references());
        return Stream.concat(
                errors(
                        lab.checkSources().stream().collect(Collectors.toMap(Source::path, Source::text)),
                        path -> checks.resolve(name(path))),
                lab.ablations().stream().flatMap(ablation -> errors(complete, ablation.code())));
    }

    private Stream<SourceError> errors(SolutionSources complete, Lab.Solution code) {
        return errors(
                complete.complete(code).stream().collect(Collectors.toMap(Source::path, Source::text)),
                path -> code.folder().resolve(name(path)));
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// @param file the file of a path
    private Stream<SourceError> errors(Map<String, String> texts, Function<String, Path> file) {
        return texts.isEmpty()
                ? Stream.of()
                : switch (javac.compile(texts, Map.of())) {
                    case Compilation.Compiled _ -> Stream.of();
                    case Compilation.Rejected rejected ->
                        rejected.errors().stream()
                                .map(error -> new SourceError(
                                        file.apply(error.path()), Math.max(1, error.line()), error.message()));
                };
    }

    private static void add(Source source, Path file, Map<String, Path> files, Map<String, String> texts) {
        files.put(source.path(), file);
        texts.put(source.path(), source.text());
    }

    private static Path file(Coding lab, String folder, Source source) {
        return lab.file().resolveSibling(folder + source.simpleName() + ".java");
    }

    private static Source source(FigureSource figure) {
        try {
            return Source.of(figure.className(), Files.readString(figure.file()));
        } catch (IOException e) {
            throw new JudgeException("the figure " + figure.file() + " cannot be read", e);
        }
    }
}
