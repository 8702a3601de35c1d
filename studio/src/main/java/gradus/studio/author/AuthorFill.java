package gradus.studio.author;

import gradus.course.CourseReadResult;
import gradus.course.Fault;
import gradus.course.Lesson;
import gradus.course.read.ProgramFences;
import gradus.course.read.ProgramFences.Program;
import gradus.judge.LearnerParts;
import gradus.judge.SnippetRunner;
import gradus.studio.author.FillReport.Change;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Runs the programs of lessons, and writes what they print into their output fences. Everything else of a
/// file stays byte for byte.
public final class AuthorFill {

    private final FaultFactory faultFactory;
    private final CourseReadResult courseReadResult;
    private final SnippetRunner snippetRunner;
    private final List<Change> changes = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private int programs;

    /// @param root the root folder of the project
    public AuthorFill(Path root, CourseReadResult courseReadResult, SnippetRunner snippetRunner) {
        this.faultFactory = new FaultFactory(root);
        this.courseReadResult = courseReadResult;
        this.snippetRunner = snippetRunner;
    }

    /// Fills the fences of the lessons at or below `named`, or of all.
    ///
    /// @param named a file or folder, or the id of a lesson
    public FillReport fill(Optional<Path> named) {
        LessonSelection selection = LessonSelection.of(faultFactory.root(), courseReadResult.course(), named);
        List<Fault> unread = selection.faults(courseReadResult);
        List<Lesson> lessons = selection.lessons(courseReadResult.course(), !unread.isEmpty());
        if (lessons.isEmpty()) {
            return new FillReport(0, 0, List.of(), unread);
        }
        for (Lesson lesson : lessons) {
            for (Path file : markdown(lesson)) {
                if (selection.contains(file)) {
                    fill(lesson, file);
                }
            }
        }
        return new FillReport(lessons.size(), programs, changes, faults);
    }

    private List<Path> markdown(Lesson lesson) {
        try (Stream<Path> files = Files.walk(faultFactory.root().resolve(lesson.folder()))) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the files of " + lesson.id() + " cannot be listed", e);
        }
    }

    private void fill(Lesson lesson, Path file) {
        try {
            String text = Files.readString(file);
            ProgramFences fences = ProgramFences.of(text);
            Map<Program, String> outputs = outputs(lesson, file, fences);
            if (outputs.isEmpty()) {
                return;
            }
            if (!Files.readString(file).equals(text)) {
                fault(file, 1, "The file has changed while its programs ran; run fill again.");
                return;
            }
            String filled = fences.filled(outputs);
            Files.writeString(file, filled);
            report(file, fences, ProgramFences.of(filled), outputs);
        } catch (IllegalArgumentException e) {
            fault(file, 1, e.getMessage());
        } catch (IOException e) {
            fault(file, 1, "The file can't be read or written (" + e.getMessage() + "); it must be UTF-8 text.");
        }
    }

    /// What the programs print whose fences say something else, or that have none.
    private Map<Program, String> outputs(Lesson lesson, Path file, ProgramFences fences) {
        var outputs = new LinkedHashMap<Program, String>();
        for (Program program : fences.programs()) {
            programs++;
            switch (snippetRunner.run(program.code(), lesson.coding(), LearnerParts.NONE)) {
                case SnippetRunner.Result.Through ran -> {
                    if (program.output()
                            .map(String::strip)
                            .filter(ran.output().strip()::equals)
                            .isEmpty()) {
                        outputs.put(program, ran.output().stripTrailing());
                    }
                }
                case SnippetRunner.Result.DidNotCompile ran ->
                    fault(
                            file,
                            program.line() + Math.max(0, ran.line() - 1),
                            "The program does not compile: " + ran.message() + "; fix it.");
                case SnippetRunner.Result.Failed ran ->
                    fault(file, program.line(), "The program fails: " + ran.how() + "; fix it.");
            }
        }
        return outputs;
    }

    private void report(Path file, ProgramFences before, ProgramFences after, Map<Program, String> outputs) {
        for (int i = 0; i < before.programs().size(); i++) {
            Program program = before.programs().get(i);
            if (outputs.containsKey(program)) {
                Fault place = faultFactory.create(file, after.programs().get(i).line(), "");
                changes.add(
                        new Change(place.file(), place.line(), program.output().isEmpty()));
            }
        }
    }

    private void fault(Path file, int line, String sentence) {
        faults.add(faultFactory.create(file, line, sentence));
    }
}
