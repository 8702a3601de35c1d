package gradus.judge.local;

import gradus.course.Coding;
import gradus.course.FigureSource;
import gradus.course.Lesson;
import gradus.course.Source;
import gradus.course.cut.LibrarySources;
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
        lesson.figures().forEach(figure -> add(source(figure), figure.file(), files, texts));
        return texts.isEmpty()
                ? List.of()
                : switch (javac.compile(texts, Map.of())) {
                    case Compilation.Compiled _ -> List.of();
                    case Compilation.Rejected rejected ->
                        rejected.errors().stream()
                                .map(error -> new SourceError(
                                        files.getOrDefault(error.path(), lesson.folder()),
                                        Math.max(1, error.line()),
                                        error.message()))
                                .toList();
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
