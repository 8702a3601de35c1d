package gradus.course.read;

import gradus.course.Course;
import gradus.course.DataSet;
import gradus.course.Example;
import gradus.course.Nearest;
import gradus.course.Reading;
import gradus.course.Track;
import gradus.course.Typesetter;
import gradus.course.cut.Library;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Reads the whole: first the order, then what lessons must know of one another, then each lesson.
public final class CourseReader {

    private final Path root;
    private final Path curriculum;
    private final Typesetter typesetter;
    private final Faults faults;
    private final List<Track> tracks = new ArrayList<>();
    private final Map<String, Integer> order = new LinkedHashMap<>();
    private String title = "";

    private CourseReader(Path root, Typesetter typesetter) {
        this.root = root;
        this.curriculum = root.resolve("curriculum");
        this.typesetter = typesetter;
        this.faults = new Faults(root);
    }

    /// Reads `curriculum/`, `data/` and the library's source below `root`. What is wrong there is
    /// among the faults, and the rest is read all the same.
    public static Reading read(Path root, Typesetter typesetter) {
        return new CourseReader(root, typesetter).read();
    }

    private Reading read() {
        Path courseFile = curriculum.resolve("course.yaml");
        readOrder(courseFile);
        List<DataSet> data = new DataReader(root.resolve("data"), faults).read();
        var outline = outline(data);
        new Graph(outline, faults).check(courseFile, order);
        var context = new Context(outline, faults, typesetter);
        List<LessonReader.Read> lessons = outline.lessons().values().stream()
                .flatMap(plan -> new LessonReader(context, plan).read().stream())
                .toList();
        var course = new Course(
                title, tracks, lessons.stream().map(LessonReader.Read::lesson).toList(), data);
        List<Example> examples =
                lessons.stream().flatMap(lesson -> lesson.examples().stream()).toList();
        return new Reading(course, examples, faults.sorted());
    }

    private void readOrder(Path file) {
        if (!Files.isRegularFile(file)) {
            faults.add(file, 1, "The file is missing; it holds the title, the tracks and the order of the lessons.");
            return;
        }
        TextFile.read(file, faults).ifPresent(text -> {
            Fields fields = Fields.of(text, faults).only("title", "tracks", "order");
            title = fields.text("title");
            for (Fields track : fields.list("tracks")) {
                track.only("id", "title");
                tracks.add(new Track(track.text("id"), track.text("title")));
                if (tracks.stream()
                                .filter(other ->
                                        other.id().equals(tracks.getLast().id()))
                                .count()
                        > 1) {
                    faults.add(
                            file,
                            track.line(),
                            "The track \"" + tracks.getLast().id() + "\" is there twice; keep " + "one.");
                }
            }
            for (Fields.Entry entry : fields.texts("order")) {
                if (order.putIfAbsent(entry.text(), entry.line()) != null) {
                    faults.add(file, entry.line(), "The lesson \"" + entry.text() + "\" is there twice; keep one.");
                }
            }
        });
    }

    private Outline outline(List<DataSet> data) {
        var found = new LinkedHashMap<String, Outline.Plan>();
        var reader = new OutlineReader(faults);
        for (Path entry : Library.list(curriculum, any -> true)) {
            String name = entry.getFileName().toString();
            if (!Files.isDirectory(entry)) {
                if (!List.of("course.yaml", "README.md").contains(name)) {
                    faults.add(entry, 1, "Unknown file \"" + name + "\" in the curriculum.");
                }
                continue;
            }
            checkTrack(entry, name);
            for (Path folder : Library.list(entry, any -> true)) {
                lesson(found, reader, name, folder);
            }
        }
        return new Outline(
                ordered(found), data.stream().map(DataSet::id).collect(Collectors.toSet()), Library.of(root));
    }

    private void lesson(Map<String, Outline.Plan> found, OutlineReader reader, String track, Path folder) {
        if (!Files.isDirectory(folder)) {
            faults.add(
                    folder,
                    1,
                    "Unknown file \"" + folder.getFileName() + "\"; a track holds a folder for each " + "lesson.");
            return;
        }
        Outline.Plan other = found.get(folder.getFileName().toString());
        if (other != null) {
            faults.add(
                    folder.resolve("lesson.md"),
                    1,
                    "The id \"" + other.id() + "\" is taken by a lesson of track \"" + other.track()
                            + "\"; choose another.");
            return;
        }
        Outline.Plan plan = reader.plan(track, folder);
        found.put(plan.id(), plan);
    }

    private void checkTrack(Path folder, String name) {
        List<String> known = tracks.stream().map(Track::id).toList();
        if (!known.contains(name) && !known.isEmpty()) {
            faults.add(
                    folder,
                    1,
                    "Unknown track \"" + name + "\", which is not in course.yaml" + Nearest.hint(name, known));
        }
    }

    /// In recommended order; lessons that the order leaves out come last.
    private LinkedHashMap<String, Outline.Plan> ordered(Map<String, Outline.Plan> found) {
        Path file = curriculum.resolve("course.yaml");
        var ordered = new LinkedHashMap<String, Outline.Plan>();
        order.forEach((id, line) -> {
            if (found.containsKey(id)) {
                ordered.put(id, found.get(id));
            } else {
                faults.add(file, line, "The order names no lesson: \"" + id + "\"" + Nearest.hint(id, found.keySet()));
            }
        });
        found.forEach((id, plan) -> {
            if (ordered.putIfAbsent(id, plan) == null && !order.isEmpty()) {
                faults.add(file, 1, "The order leaves out the lesson \"" + id + "\"; add it.");
            }
        });
        return ordered;
    }
}
