package gradus.course.read;

import gradus.course.Course;
import gradus.course.CourseReadResult;
import gradus.course.DataSet;
import gradus.course.DidYouMean;
import gradus.course.Lesson;
import gradus.course.LessonSnippet;
import gradus.course.Parallel;
import gradus.course.Term;
import gradus.course.Track;
import gradus.course.Typesetter;
import gradus.course.cut.LibrarySources;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.TextFile;
import gradus.course.read.file.YamlFields;
import gradus.course.read.outline.Outline;
import gradus.course.read.outline.OutlineReader;
import gradus.course.read.outline.ReaderContext;
import gradus.course.read.outline.SkillGraphChecker;
import gradus.course.read.panel.PanelPins;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/// Reads the whole course: first the order, then the outline of all lessons, then each lesson.
public final class CourseReader {

    private static final String GLOSSARY = "glossary";
    private static final String ROAD = "road.yaml";

    private final Path root;
    private final Path curriculum;
    private final Typesetter typesetter;
    private final LessonCache cache;
    private final FaultCollector faults;
    private final List<Track> tracks = new ArrayList<>();
    private final Map<String, Integer> order = new LinkedHashMap<>();
    private String title = "";

    private CourseReader(Path root, Typesetter typesetter, LessonCache cache) {
        this.root = root;
        this.cache = cache;
        this.curriculum = root.resolve("curriculum");
        this.typesetter = typesetter;
        this.faults = new FaultCollector(root);
    }

    /// Reads `curriculum/`, `data/` and the library's source below `root`. Errors become faults of the
    /// result, and everything else is still read.
    public static CourseReadResult read(Path root, Typesetter typesetter) {
        return read(root, typesetter, LessonCache.NONE);
    }

    /// The same, where lessons that haven't changed come from `cache`.
    public static CourseReadResult read(Path root, Typesetter typesetter, LessonCache cache) {
        return new CourseReader(root, typesetter, cache).read();
    }

    private CourseReadResult read() {
        Path courseFile = curriculum.resolve("course.yaml");
        readOrder(courseFile);
        List<DataSet> data = new DataReader(root.resolve("data"), faults).read();
        var outline = outline(data);
        new SkillGraphChecker(outline, faults).check(courseFile, order);
        var glossary = CompletableFuture.supplyAsync(
                () -> new GlossaryReader(outline.library(), faults).read(curriculum.resolve(GLOSSARY)),
                task -> Thread.ofPlatform().daemon().name("glossary").start(task));
        List<ReadLesson> lessons = lessons(outline);
        var roadReader = new RoadReader(curriculum.resolve(ROAD), faults);
        RoadReader.Road road = roadReader.read();
        List<Lesson> written = lessons.stream().map(ReadLesson::lesson).toList();
        roadReader.compare(written);
        List<Term> terms = glossary.join();
        TermChecker.checkGlossary(outline, terms, faults);
        var course = new Course(
                title, road.tracks().isEmpty() ? tracks : road.tracks(), written, data, terms, road.lessons());
        List<LessonSnippet> examples =
                lessons.stream().flatMap(lesson -> lesson.examples().stream()).toList();
        return new CourseReadResult(course, examples, faults.sorted());
    }

    private List<ReadLesson> lessons(Outline outline) {
        PanelPins pins = PanelPins.read(curriculum, faults);
        var keys = new LessonKeys(outline, pins);
        return Parallel.map(List.copyOf(outline.lessons().values()), lesson -> lesson(outline, pins, lesson, keys))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<ReadLesson> lesson(
            Outline outline, PanelPins pins, Outline.LessonOutline lesson, LessonKeys keys) {
        String key = keys.of(lesson);
        Optional<ReadLesson> known = faults.isAnyIn(lesson.folder()) ? Optional.empty() : cache.get(lesson.id(), key);
        if (known.isPresent()) {
            return known;
        }
        var own = new FaultCollector(root);
        Optional<ReadLesson> read = new LessonReader(new ReaderContext(outline, own, typesetter), pins, lesson).read();
        faults.addAll(own.sorted());
        // Its front matter reports to the course.
        if (read.isPresent() && own.sorted().isEmpty() && !faults.isAnyIn(lesson.folder())) {
            cache.put(lesson.id(), key, read.get());
        }
        return read;
    }

    private void readOrder(Path file) {
        if (!Files.isRegularFile(file)) {
            faults.add(
                    file,
                    1,
                    "The file is missing; it must contain the title, the tracks and the order of the lessons.");
            return;
        }
        TextFile.read(file, faults).ifPresent(text -> {
            YamlFields fields = YamlFields.parse(text, faults).allowOnly("title", "tracks", "order");
            title = fields.string("title");
            for (YamlFields track : fields.mappings("tracks")) {
                track.allowOnly("id", "title");
                tracks.add(new Track(track.string("id"), track.string("title")));
                if (tracks.stream()
                                .filter(other ->
                                        other.id().equals(tracks.getLast().id()))
                                .count()
                        > 1) {
                    faults.add(
                            file,
                            track.line(),
                            "The track \"" + tracks.getLast().id() + "\" appears twice; keep one.");
                }
            }
            for (YamlFields.Entry entry : fields.strings("order")) {
                if (order.putIfAbsent(entry.text(), entry.line()) != null) {
                    faults.add(file, entry.line(), "The lesson \"" + entry.text() + "\" appears twice; keep one.");
                }
            }
        });
    }

    private Outline outline(List<DataSet> data) {
        var found = new LinkedHashMap<String, Outline.LessonOutline>();
        var reader = new OutlineReader(faults);
        for (Path entry : LibrarySources.list(curriculum, any -> true)) {
            String name = entry.getFileName().toString();
            if (!Files.isDirectory(entry)) {
                if (!List.of("course.yaml", ROAD, PanelPins.FILE, "README.md").contains(name)) {
                    faults.add(entry, 1, "Unknown file \"" + name + "\" in the curriculum; move or delete it.");
                }
                continue;
            }
            if (name.equals(GLOSSARY)) {
                continue;
            }
            checkTrack(entry, name);
            for (Path folder : LibrarySources.list(entry, any -> true)) {
                lesson(found, reader, name, folder);
            }
        }
        return new Outline(
                ordered(found), data.stream().map(DataSet::id).collect(Collectors.toSet()), LibrarySources.of(root));
    }

    private void lesson(Map<String, Outline.LessonOutline> found, OutlineReader reader, String track, Path folder) {
        if (!Files.isDirectory(folder)) {
            faults.add(
                    folder,
                    1,
                    "Unknown file \"" + folder.getFileName()
                            + "\"; a track may contain only a folder for each lesson.");
            return;
        }
        Outline.LessonOutline other = found.get(folder.getFileName().toString());
        if (other != null) {
            faults.add(
                    folder.resolve("lesson.md"),
                    1,
                    "The id \"" + other.id() + "\" is taken by a lesson of track \"" + other.track()
                            + "\"; choose another.");
            return;
        }
        Outline.LessonOutline lesson = reader.readLesson(track, folder);
        found.put(lesson.id(), lesson);
    }

    private void checkTrack(Path folder, String name) {
        List<String> known = tracks.stream().map(Track::id).toList();
        if (!known.contains(name) && !known.isEmpty()) {
            faults.add(
                    folder,
                    1,
                    "Unknown track \"" + name + "\", which is not in course.yaml" + DidYouMean.hint(name, known));
        }
    }

    /// The lessons in recommended order; those that the order leaves out come last.
    private LinkedHashMap<String, Outline.LessonOutline> ordered(Map<String, Outline.LessonOutline> found) {
        Path file = curriculum.resolve("course.yaml");
        var ordered = new LinkedHashMap<String, Outline.LessonOutline>();
        order.forEach((id, line) -> {
            if (found.containsKey(id)) {
                ordered.put(id, found.get(id));
            } else {
                faults.add(
                        file,
                        line,
                        "The order names an unknown lesson: \"" + id + "\"" + DidYouMean.hint(id, found.keySet()));
            }
        });
        found.forEach((id, lesson) -> {
            if (ordered.putIfAbsent(id, lesson) == null && !order.isEmpty()) {
                faults.add(file, 1, "The order leaves out the lesson \"" + id + "\"; add it.");
            }
        });
        return ordered;
    }
}
