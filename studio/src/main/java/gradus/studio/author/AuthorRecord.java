package gradus.studio.author;

import gradus.course.CourseReadResult;
import gradus.course.Fault;
import gradus.course.Lesson;
import gradus.course.Panel;
import gradus.course.proof.PanelComparison;
import gradus.course.proof.PanelFile;
import gradus.judge.PythonRunner;
import gradus.judge.PythonRunner.Result;
import gradus.studio.error.UserFacingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Runs the Python of panels, and records what it prints.
public final class AuthorRecord {

    /// Where packages are pinned, as the messages name it.
    private static final String PINS = "curriculum/panel.txt";

    /// Prints the version of Python, then those of the packages that are its arguments.
    private static final String VERSIONS = """
            import sys
            from importlib import metadata

            print("python", sys.version.split()[0])
            for name in sys.argv[1:]:
                try:
                    print(name, metadata.version(name))
                except metadata.PackageNotFoundError:
                    pass
            """;

    private final FaultFactory faultFactory;
    private final CourseReadResult courseReadResult;
    private final PythonRunner pythonRunner;
    private final String python;
    private final LocalDate today;

    /// @param root the root folder of the project
    /// @param python the name of what `pythonRunner` runs
    public AuthorRecord(
            Path root, CourseReadResult courseReadResult, PythonRunner pythonRunner, String python, LocalDate today) {
        this.faultFactory = new FaultFactory(root);
        this.courseReadResult = courseReadResult;
        this.pythonRunner = pythonRunner;
        this.python = python;
        this.today = today;
    }

    /// Records the panels of the lessons at or below `named`, or all of them. One that prints what its record
    /// says keeps its record.
    ///
    /// @param named a file or folder, or the id of a lesson
    /// @throws UserFacingException if there is no Python with the pinned packages
    public AuthorReport record(Optional<Path> named) {
        LessonSelection selection = LessonSelection.of(faultFactory.root(), courseReadResult.course(), named);
        List<Fault> unread = selection.faults(courseReadResult).stream()
                .filter(fault -> fault.file().endsWith(Panel.FILE))
                .toList();
        if (!unread.isEmpty()) {
            return new AuthorReport(0, 0, unread);
        }
        List<Lesson> lessons = selection.lessons(courseReadResult.course(), false).stream()
                .filter(lesson -> lesson.panel().isPresent())
                .toList();
        if (lessons.isEmpty()) {
            throw UserFacingException.usageError("None of these lessons has a panel; write a " + Panel.FILE
                    + " beside lesson.md, or name another lesson.");
        }
        Map<String, String> versions = versions(lessons);
        var faults = new ArrayList<Fault>();
        int unchanged = 0;
        for (Lesson lesson : lessons) {
            Panel panel = lesson.panel().orElseThrow();
            switch (pythonRunner.run(read(panel.file()), List.of())) {
                case Result.Through ran -> {
                    Optional<Fault> fault = compared(panel, ran.output());
                    fault.ifPresent(faults::add);
                    unchanged += fault.isEmpty() && keep(lesson, recording(panel, versions, ran.output())) ? 1 : 0;
                }
                case Result.Failed failed ->
                    faults.add(fault(panel, "The panel fails: " + failed.how() + "; correct it."));
                case Result.NotStarted _ -> throw noPython();
            }
        }
        return new AuthorReport(lessons.size(), unchanged, faults);
    }

    private Optional<Fault> compared(Panel panel, String output) {
        if (output.isBlank()) {
            return Optional.of(fault(panel, "The panel prints nothing; print the values to compare."));
        }
        try {
            PanelComparison.compared(panel, output);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(fault(panel, "The panel can't be compared: " + e.getMessage()));
        }
    }

    private Panel.Recording recording(Panel panel, Map<String, String> versions, String output) {
        return new Panel.Recording(
                today.toString(),
                versions.get("python"),
                panel.packages(),
                panel.hash(),
                PanelComparison.compared(panel, output),
                output.strip());
    }

    /// Writes a record, unless the lesson has it already, perhaps from another day.
    private static boolean keep(Lesson lesson, Panel.Recording made) {
        Optional<Panel.Recording> known = PanelFile.read(lesson.folder()).recording();
        boolean same = known.map(old -> new Panel.Recording(
                        made.date(), old.python(), old.packages(), old.snippet(), old.compared(), old.output()))
                .equals(Optional.of(made));
        if (!same) {
            try {
                PanelFile.write(lesson.folder(), made);
            } catch (IOException e) {
                throw new UncheckedIOException("the record of " + lesson.id() + " cannot be written", e);
            }
        }
        return same;
    }

    /// The versions of Python and the packages that the panels of `lessons` import, which must be those that
    /// are pinned.
    private Map<String, String> versions(List<Lesson> lessons) {
        var pinned = new TreeMap<String, String>();
        lessons.forEach(lesson -> pinned.putAll(lesson.panel().orElseThrow().packages()));
        return switch (pythonRunner.run(VERSIONS, List.copyOf(pinned.keySet()))) {
            case Result.Through ran -> {
                Map<String, String> versions = ran.output()
                        .lines()
                        .map(line -> line.split(" ", 2))
                        .filter(words -> words.length == 2)
                        .collect(Collectors.toMap(words -> words[0], words -> words[1], (first, _) -> first));
                require(pinned, versions);
                yield versions;
            }
            case Result.Failed failed ->
                throw UserFacingException.usageError(
                        python + " can't say its version: " + failed.how() + "; name another with --python FILE.");
            case Result.NotStarted _ -> throw noPython();
        };
    }

    private void require(Map<String, String> pinned, Map<String, String> versions) {
        if (!versions.containsKey("python")) {
            throw UserFacingException.usageError(python + " doesn't run Python; name a Python 3 with --python FILE.");
        }
        List<String> wrong = pinned.entrySet().stream()
                .filter(pin -> !pin.getValue().equals(versions.get(pin.getKey())))
                .map(pin -> pin.getKey() + " " + pin.getValue() + " ("
                        + Optional.ofNullable(versions.get(pin.getKey()))
                                .map(version -> "it has " + version)
                                .orElse("missing")
                        + ")")
                .toList();
        if (!wrong.isEmpty()) {
            throw UserFacingException.usageError(python + " lacks packages that are pinned for panels: "
                    + String.join(", ", wrong) + "; run \"" + python + " -m pip install -r " + PINS
                    + "\", or name another Python with --python FILE.");
        }
    }

    private UserFacingException noPython() {
        return UserFacingException.usageError("There is no program \"" + python
                + "\" that can be started; install Python 3, or name one with --python FILE.");
    }

    private Fault fault(Panel panel, String sentence) {
        return faultFactory.create(panel.file(), 1, sentence);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the panel " + file + " cannot be read", e);
        }
    }
}
