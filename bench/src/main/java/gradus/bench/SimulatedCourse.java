package gradus.bench;

import gradus.course.Coding;
import gradus.course.Lesson;
import gradus.course.LessonSnippet;
import gradus.course.PlannedLesson;
import gradus.course.Source;
import gradus.course.cut.LibrarySources;
import gradus.course.cut.Starter;
import gradus.course.proof.LabProof;
import gradus.course.proof.Proof;
import gradus.course.proof.ProofFile;
import gradus.course.proof.ProofInputs;
import gradus.course.read.CourseReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A course of all lessons of the road: those that are written, and copies of them in the place of those to
/// come, with copies of the classes that they cut.
///
/// The copies share their formulas with the originals, so the time to typeset new ones isn't in it. Their proofs
/// hold, as those of a course that is released do.
final class SimulatedCourse {

    private final Path real;
    private final Path root;
    private final LibrarySources library;

    private SimulatedCourse(Path real, Path root) {
        this.real = real;
        this.root = root;
        this.library = LibrarySources.of(real);
    }

    /// Writes the course.
    ///
    /// @param real the root folder of the project
    /// @param root an empty folder
    /// @return the ids of its lessons
    static List<String> write(Path real, Path root) {
        try {
            return new SimulatedCourse(real, root).write();
        } catch (IOException e) {
            throw new UncheckedIOException("the simulated course cannot be written to " + root, e);
        }
    }

    private List<String> write() throws IOException {
        for (String part : List.of("curriculum", "ml/src/main/java")) {
            copy(real.resolve(part), root.resolve(part));
        }
        Files.createSymbolicLink(root.resolve("data"), real.resolve("data"));
        Files.createSymbolicLink(root.resolve("proctor"), real.resolve("proctor"));
        var course = CourseReader.read(real, (tex, _) -> tex).course();
        List<PlannedLesson> road = course.road();
        List<Lesson> written = course.lessons();
        for (int i = 0; i < road.size(); i++) {
            PlannedLesson planned = road.get(i);
            if (course.lesson(planned.id()).isEmpty()) {
                copy(written.get(i % written.size()), planned, "N" + i);
            }
        }
        Files.writeString(root.resolve("curriculum/course.yaml"), courseFile(road));
        proveNothingAnew();
        return road.stream().map(PlannedLesson::id).toList();
    }

    /// The copies' classes have other names, so their proofs are written as if they had been run.
    private void proveNothingAnew() throws IOException {
        var read = CourseReader.read(root, (tex, _) -> tex);
        var inputs = ProofInputs.of(root);
        var copies = LibrarySources.of(root);
        for (Lesson lesson : read.course().lessons()) {
            Proof known = ProofFile.read(lesson.folder()).proof().orElseThrow();
            Coding lab = lesson.coding().orElseThrow();
            LabProof proved = known.lab().orElseThrow();
            Map<String, String> wrong = ProofInputs.solutions(lab, lab.wrongSolutions());
            var renamed = new LinkedHashMap<String, LabProof.Wrong>();
            proved.wrong()
                    .forEach((name, it) -> renamed.put(name, new LabProof.Wrong(wrong.get(name), it.fingerprint())));
            List<Source> starters = copies.starters(lab, read.course().codings()).stream()
                    .map(Starter::source)
                    .toList();
            List<LessonSnippet> snippets = read.examples().stream()
                    .filter(snippet -> snippet.lesson().equals(lesson.id()))
                    .toList();
            ProofFile.write(
                    lesson.folder(),
                    new Proof(
                            Optional.of(new LabProof(
                                    inputs.lab(lab, starters),
                                    ProofInputs.solutions(lab, lab.rightSolutions()),
                                    renamed,
                                    proved.measured())),
                            inputs.page(lesson, snippets),
                            known.mutants(),
                            known.gate()));
        }
    }

    private String courseFile(List<PlannedLesson> road) throws IOException {
        String tracks = Files.readString(real.resolve("curriculum/road.yaml"))
                .replaceFirst("(?s)^.*?(?=tracks:)", "")
                .replaceFirst("(?s)lessons:.*", "");
        return "title: Gradus\n" + tracks
                + road.stream()
                        .map(lesson -> "  - " + lesson.id() + "\n")
                        .collect(Collectors.joining("", "order:\n", ""));
    }

    private void copy(Lesson original, PlannedLesson planned, String suffix) throws IOException {
        Map<String, String> names = names(original, planned, suffix);
        Coding lab = original.coding().orElseThrow();
        for (var cut : lab.cuts()) {
            Source source = library.source(cut.type()).orElseThrow();
            Path file = root.resolve("ml/src/main/java").resolve(Source.pathOf(cut.type() + suffix));
            Files.writeString(file, renamed(source.text(), names));
        }
        Path from = real.toAbsolutePath().resolve(original.folder());
        Path to = root.resolve("curriculum").resolve(planned.track()).resolve(planned.id());
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                String type = name.replace(".java", "");
                Path target = to.resolve(from.relativize(file).toString())
                        .resolveSibling(names.containsKey(type) ? names.get(type) + ".java" : name);
                Files.createDirectories(target.getParent());
                String text = renamed(Files.readString(file), names);
                Files.writeString(target, name.equals("lesson.md") ? planned(text, planned) : text);
            }
        }
    }

    private static Map<String, String> names(Lesson original, PlannedLesson planned, String suffix) {
        var names = new LinkedHashMap<String, String>();
        original.coding().orElseThrow().cuts().forEach(cut -> names.put(cut.simpleName(), cut.simpleName() + suffix));
        names.put("gradus.checks." + packageOf(original.id()), "gradus.checks." + packageOf(planned.id()));
        names.put("gradus.figures." + packageOf(original.id()), "gradus.figures." + packageOf(planned.id()));
        return names;
    }

    private static String packageOf(String lesson) {
        return lesson.replace('-', '_');
    }

    private static String renamed(String text, Map<String, String> names) {
        String result = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            result = result.replaceAll("\\b" + name.getKey().replace(".", "\\.") + "\\b", name.getValue());
        }
        return result;
    }

    /// The front matter of the lesson that the road plans.
    private static String planned(String text, PlannedLesson lesson) {
        return text.replaceFirst("(?m)^title: .*$", "title: \"" + lesson.title().replace("\"", "'") + "\"")
                .replaceFirst(
                        "(?m)^outcome: .*$", "outcome: \"" + lesson.outcome().replace("\"", "'") + "\"")
                .replaceFirst(
                        "(?m)^level: .*$", "level: " + lesson.level().name().toLowerCase(Locale.ROOT))
                .replaceFirst("(?m)^needs: .*$", "needs: [" + String.join(", ", lesson.needs()) + "]")
                .replaceFirst("(?m)^minutes: .*$", "minutes: " + lesson.minutes())
                .replaceFirst("(?m)^terms: .*$", "terms: []");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
