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

/// A Java file of the curriculum, with the class that its name says.
public record JavaFile(Path path, Source source, SyntaxTree syntax) {

    /// The sources in `folder`, which must be in `packageName`; whatever else is there is a fault, and so is
    /// a source that does not parse.
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

    /// Whether the parser objects to nothing; what it objects to first is a fault.
    public boolean parses(FaultCollector faults) {
        syntax.parseErrors().stream()
                .findFirst()
                .ifPresent(
                        error -> faults.add(path, error.line(), "The source does not parse: " + error.message() + "."));
        return syntax.parseErrors().isEmpty();
    }
}
