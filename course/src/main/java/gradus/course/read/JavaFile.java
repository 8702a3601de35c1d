package gradus.course.read;

import gradus.course.Source;
import gradus.course.cut.Library;
import gradus.course.prose.Passage;
import gradus.course.syntax.Syntax;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A Java file of the curriculum, with the class that its name says.
record JavaFile(Path path, Source source, Syntax syntax) {

    /// The sources in `folder`, which must be in `packageName`; whatever else is there is a fault, and so is a source
    /// that does not parse.
    static List<JavaFile> all(Path folder, String packageName, Faults faults) {
        var found = new ArrayList<JavaFile>();
        for (Path file : Library.list(folder, any -> true)) {
            if (file.getFileName().toString().endsWith(".java") && Files.isRegularFile(file)) {
                of(file, packageName, faults).ifPresent(found::add);
            } else {
                faults.add(
                        file,
                        1,
                        "Unknown file \"" + file.getFileName() + "\"; " + folder.getFileName()
                                + "/ holds Java sources only.");
            }
        }
        return found;
    }

    static Optional<JavaFile> of(Path file, String packageName, Faults faults) {
        Optional<Passage> text = TextFile.read(file, faults);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var java = new JavaFile(
                file,
                Source.of(
                        packageName + "." + Library.simpleName(file), text.get().text()),
                Syntax.of(text.get().text()));
        if (!java.parses(faults)) {
            return Optional.empty();
        }
        String came = java.syntax().packageName();
        if (!came.equals(packageName)) {
            faults.add(
                    file, 1, "The package must be " + packageName + ", not " + (came.isEmpty() ? "none" : came) + ".");
        }
        if (java.syntax().type(java.simpleName()).isEmpty()) {
            faults.add(file, 1, "The file must hold a class " + java.simpleName() + ", after its name.");
        }
        return Optional.of(java);
    }

    String simpleName() {
        return source.simpleName();
    }

    /// Whether the parser objects to nothing; what it objects to first is a fault.
    boolean parses(Faults faults) {
        syntax.problems().stream()
                .findFirst()
                .ifPresent(problem ->
                        faults.add(path, problem.line(), "The source does not parse: " + problem.message() + "."));
        return syntax.problems().isEmpty();
    }
}
