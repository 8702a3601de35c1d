package gradus.course.read.file;

import gradus.course.Source;
import gradus.course.cut.LibrarySources;
import gradus.course.prose.Passage;
import gradus.course.syntax.SyntaxTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A Java file of the curriculum, which declares the class that it is named after.
public record JavaFile(Path path, Source source, SyntaxTree syntax) {

    /// The Java files in `folder`, which must be in package `packageName`. Other files are faults, and so are
    /// sources that don't parse.
    public static List<JavaFile> readAll(Path folder, String packageName, FaultCollector faults) {
        var found = new ArrayList<JavaFile>();
        for (Path file : LibrarySources.list(folder, any -> true)) {
            if (file.getFileName().toString().endsWith(".java") && Files.isRegularFile(file)) {
                read(file, packageName, faults).ifPresent(found::add);
            } else {
                faults.add(
                        file,
                        1,
                        "Unknown file \"" + file.getFileName() + "\"; " + folder.getFileName()
                                + "/ may contain only Java sources.");
            }
        }
        return found;
    }

    public static Optional<JavaFile> read(Path file, String packageName, FaultCollector faults) {
        Optional<Passage> text = TextFile.read(file, faults);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var java = new JavaFile(
                file,
                Source.of(
                        packageName + "." + LibrarySources.simpleName(file),
                        text.get().text()),
                SyntaxTree.parse(text.get().text()));
        if (!java.parses(faults)) {
            return Optional.empty();
        }
        ToDoMark.report(file, text.get().text(), faults);
        String actual = java.syntax().packageName();
        if (!actual.equals(packageName)) {
            faults.add(
                    file,
                    1,
                    "The package must be " + packageName + ", not " + (actual.isEmpty() ? "none" : actual) + ".");
        }
        if (java.syntax().type(java.simpleName()).isEmpty()) {
            faults.add(file, 1, "The file must declare the class " + java.simpleName() + ", as its name says.");
        }
        return Optional.of(java);
    }

    public String simpleName() {
        return source.simpleName();
    }

    /// Whether the source parses. Reports the first parse error as a fault.
    public boolean parses(FaultCollector faults) {
        syntax.parseErrors().stream()
                .findFirst()
                .ifPresent(
                        error -> faults.add(path, error.line(), "The source does not parse: " + error.message() + "."));
        return syntax.parseErrors().isEmpty();
    }
}
