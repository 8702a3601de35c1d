package gradus.course.scaffold;

import gradus.course.Course;
import gradus.course.Cut;
import gradus.course.cut.LibrarySources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes the files of a lesson from its table: all headings in order, the contract from the library's
/// documentation, checks that compile, and marks where the author has to write, which reading the lesson
/// reports.
public final class LessonScaffold {

    private static final List<String> RIGHT = List.of("first-way", "second-way");

    private final Path root;
    private final LessonTable table;
    private final Course course;
    private final LibrarySources library;
    private final Map<Path, String> files = new LinkedHashMap<>();

    private LessonScaffold(Path root, LessonTable table, Course course, LibrarySources library) {
        this.root = root;
        this.table = table;
        this.course = course;
        this.library = library;
    }

    /// The texts of the files to write, the lesson's own first, then `course.yaml` and perhaps `road.yaml` as
    /// they will be.
    ///
    /// @param root the root folder of the project
    public static Map<Path, String> files(Path root, LessonTable table, Course course, LibrarySources library)
            throws IOException {
        var scaffold = new LessonScaffold(root, table, course, library);
        scaffold.make();
        return scaffold.files;
    }

    /// The folder of the lesson.
    public static Path folder(Path root, LessonTable table) {
        return root.resolve("curriculum")
                .resolve(table.lesson().track())
                .resolve(table.lesson().id());
    }

    private void make() throws IOException {
        Path folder = folder(root, table);
        var members = new LinkedHashMap<Cut, List<CutMember>>();
        table.cuts().forEach(cut -> members.put(cut, CutMember.of(cut, library)));
        var text = new LessonText(table);
        var lab = new LabText(table, members);
        var sources = new LabSources(table, library, members);
        files.put(folder.resolve("lesson.md"), text.lesson());
        files.put(folder.resolve("lab.md"), lab.lab());
        files.put(folder.resolve("quiz.md"), text.quiz());
        files.put(folder.resolve("cards.md"), text.cards());
        files.put(folder.resolve("checks/" + sources.checkName() + "Test.java"), sources.visibleChecks());
        files.put(folder.resolve("checks/" + sources.checkName() + "Checks.java"), sources.hiddenChecks());
        table.misconceptions().forEach((id, belief) -> {
            String label = table.wrong().getOrDefault(id, "");
            Cut cut = table.cuts().stream()
                    .filter(one -> one.labels().contains(label))
                    .findFirst()
                    .orElse(table.cuts().getFirst());
            Path wrong = folder.resolve("wrong").resolve(id);
            files.put(wrong.resolve("wrong.md"), lab.wrong(id));
            files.put(
                    wrong.resolve(cut.simpleName() + ".java"),
                    sources.solution(cut, label, "change it to what someone writes who believes: " + belief));
        });
        for (String name : RIGHT) {
            Cut cut = table.cuts().getFirst();
            files.put(
                    folder.resolve("right").resolve(name).resolve(cut.simpleName() + ".java"),
                    sources.solution(cut, "", "write it in another way, and name the folder after that"));
        }
        Path courseFile = root.resolve("curriculum/course.yaml");
        files.put(courseFile, CourseFiles.course(Files.readString(courseFile), table.lesson(), course));
        Path road = root.resolve("curriculum/road.yaml");
        if (!table.planned() && Files.exists(road)) {
            files.put(road, CourseFiles.road(Files.readString(road), table.lesson()));
        }
    }
}
