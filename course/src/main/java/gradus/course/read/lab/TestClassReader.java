package gradus.course.read.lab;

import gradus.course.Source;
import gradus.course.Testing;
import gradus.course.cut.LibrarySources;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.JavaFile;
import gradus.course.read.outline.LessonCode;
import gradus.course.read.outline.LessonIndex;
import gradus.course.read.outline.Outline;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Reads the test classes of a lab of tests: the one that the learner starts from, in `tests/`, and the
/// author's, in `reference/` and `weak/<name>/`. They have the same name.
final class TestClassReader {

    private final Outline.LessonOutline outline;
    private final SolutionReader folders;
    private final FaultCollector faults;
    private final Source starter;

    TestClassReader(Outline.LessonOutline outline, LessonIndex index, SolutionReader folders, FaultCollector faults) {
        this.outline = outline;
        this.folders = folders;
        this.faults = faults;
        this.starter = starter(index);
    }

    /// The class that the learner starts from.
    Source starter() {
        return starter;
    }

    private Source starter(LessonIndex index) {
        Path folder = outline.folder().resolve("tests");
        List<JavaFile> files = JavaFile.readAll(folder, Testing.packageOf(outline.id()), faults);
        if (LibrarySources.javaFiles(folder).size() != 1) {
            faults.add(
                    folder,
                    1,
                    "The folder tests/ must hold one test class, from which the learner starts; it holds "
                            + LibrarySources.javaFiles(folder).size() + ".");
        }
        files.forEach(file -> {
            if (!file.simpleName().endsWith("Tests")) {
                faults.add(
                        file.path(), 1, "The name of the test class must end in Tests; not " + file.simpleName() + ".");
            }
            index.code.add(LessonCode.of(file.path(), file.syntax()));
        });
        return files.isEmpty() ? missing() : files.getFirst().source();
    }

    Testing.TestClasses solutions() {
        Map<String, Source> weak = folders
                .all(
                        "weak",
                        0,
                        "no weak tests",
                        folder -> Map.entry(folder.getFileName().toString(), only(folder)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Testing.TestClasses(only(outline.folder().resolve("reference")), weak);
    }

    /// The only file of a folder, which is a test class of the same name as the learner's.
    private Source only(Path folder) {
        List<JavaFile> files = JavaFile.readAll(folder, Testing.packageOf(outline.id()), faults);
        boolean same = LibrarySources.javaFiles(folder).stream()
                .map(LibrarySources::simpleName)
                .toList()
                .equals(List.of(starter.simpleName()));
        if (!same && !starter.text().isEmpty()) {
            faults.add(folder, 1, "The folder must hold " + starter.simpleName() + ".java, and no other class.");
        }
        return files.isEmpty() ? missing() : files.getFirst().source();
    }

    private Source missing() {
        return Source.of(Testing.packageOf(outline.id()) + ".MissingTests", "");
    }
}
