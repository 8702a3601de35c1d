package gradus.course.scaffold;

import gradus.course.Course;
import gradus.course.Cut;
import gradus.course.DidYouMean;
import gradus.course.Fault;
import gradus.course.Level;
import gradus.course.PlannedLesson;
import gradus.course.Track;
import gradus.course.cut.LibrarySources;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.TextFile;
import gradus.course.read.file.YamlFields;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What an author writes down before a lesson is begun, from which its files are made: a YAML file with `id`,
/// `cuts`, `misconceptions`, and where wanted `tasks`, `wrong` and `data`. The road says the rest; a lesson that
/// it lacks also has `track`, `title`, `level`, `needs`, `minutes` and `outcome`.
///
/// @param lesson what the road says of it, or the table
/// @param planned whether the road has it
/// @param tasks by the label of a member: a sentence about it
/// @param misconceptions by id: the belief
/// @param wrong by the id of a misconception: the label of the member that its wrong solution changes
/// @param data the ids of data sets
public record LessonTable(
        PlannedLesson lesson,
        boolean planned,
        List<Cut> cuts,
        Map<String, String> tasks,
        Map<String, String> misconceptions,
        Map<String, String> wrong,
        List<String> data) {

    private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final List<String> OF_THE_ROAD = List.of("track", "title", "level", "needs", "minutes", "outcome");
    private static final List<String> LEVELS = Arrays.stream(Level.values())
            .map(level -> level.name().toLowerCase(Locale.ROOT))
            .toList();

    public LessonTable {
        cuts = List.copyOf(cuts);
        data = List.copyOf(data);
    }

    /// @param table empty if there are faults
    public record Result(Optional<LessonTable> table, List<Fault> faults) {}

    /// Reads `file`.
    ///
    /// @param root the root folder of the project
    /// @param course to know the road
    public static Result read(Path root, Path file, Course course, LibrarySources library) {
        var faults = new FaultCollector(root);
        Optional<LessonTable> table =
                TextFile.read(file, faults).map(text -> of(YamlFields.parse(text, faults), course, library, faults));
        return faults.sorted().isEmpty() ? new Result(table, List.of()) : new Result(Optional.empty(), faults.sorted());
    }

    private static LessonTable of(YamlFields fields, Course course, LibrarySources library, FaultCollector faults) {
        fields.allowOnly(
                "id",
                "track",
                "title",
                "level",
                "needs",
                "minutes",
                "outcome",
                "cuts",
                "tasks",
                "misconceptions",
                "wrong",
                "data");
        String id = fields.string("id");
        if (!id.isEmpty() && !id.matches(ID)) {
            faults.add(
                    fields.file(),
                    fields.line("id"),
                    "The id \"" + id + "\" must be words in lower case with dashes between them, as in"
                            + " \"random-variables\".");
        }
        Optional<PlannedLesson> known =
                course.road().stream().filter(lesson -> lesson.id().equals(id)).findFirst();
        known.ifPresent(lesson -> OF_THE_ROAD.stream()
                .filter(fields::has)
                .forEach(name -> faults.add(
                        fields.file(),
                        fields.line(name),
                        "The road has the lesson \"" + id + "\" with its " + name + "; leave \"" + name
                                + "\" out, or change the road.")));
        List<Cut> cuts = cuts(fields, library, faults);
        List<String> labels =
                cuts.stream().flatMap(cut -> cut.labels().stream()).toList();
        Map<String, String> misconceptions = texts(fields, "misconceptions");
        misconceptions.keySet().stream()
                .filter(name -> !name.matches(ID))
                .forEach(name -> faults.add(
                        fields.file(),
                        fields.line("misconceptions"),
                        "The id of a misconception must be words in lower case with dashes between them, not \"" + name
                                + "\"."));
        Map<String, String> tasks = texts(fields, "tasks");
        known(fields, "tasks", tasks.keySet(), labels, faults);
        Map<String, String> wrong = texts(fields, "wrong");
        known(fields, "wrong", wrong.keySet(), misconceptions.keySet(), faults);
        known(fields, "wrong", wrong.values(), labels, faults);
        List<String> data = fields.has("data")
                ? fields.strings("data").stream().map(YamlFields.Entry::text).toList()
                : List.of();
        known(fields, "data", data, course.data().stream().map(set -> set.id()).toList(), faults);
        return new LessonTable(
                known.orElseGet(() -> unplanned(id, fields, course, faults)),
                known.isPresent(),
                cuts,
                tasks,
                misconceptions,
                wrong,
                data);
    }

    private static PlannedLesson unplanned(String id, YamlFields fields, Course course, FaultCollector faults) {
        String track = fields.string("track");
        known(
                fields,
                "track",
                List.of(track),
                course.tracks().stream().map(Track::id).toList(),
                faults);
        String level = fields.string("level");
        known(fields, "level", List.of(level), LEVELS, faults);
        return new PlannedLesson(
                id,
                track,
                fields.string("title"),
                LEVELS.contains(level) ? Level.values()[LEVELS.indexOf(level)] : Level.FOUNDATION,
                fields.strings("needs").stream().map(YamlFields.Entry::text).toList(),
                fields.integer("minutes", 20, 120, 60),
                fields.string("outcome"));
    }

    private static Map<String, String> texts(YamlFields fields, String name) {
        var texts = new LinkedHashMap<String, String>();
        if (fields.has(name)) {
            fields.stringMap(name).forEach((key, entry) -> texts.put(key, entry.text()));
        }
        return texts;
    }

    private static void known(
            YamlFields fields,
            String name,
            Iterable<String> used,
            java.util.Collection<String> known,
            FaultCollector faults) {
        for (String word : used) {
            if (!word.isEmpty() && !known.contains(word)) {
                faults.add(
                        fields.file(),
                        fields.line(name),
                        "Unknown name \"" + word + "\" in \"" + name + "\"" + DidYouMean.hint(word, known));
            }
        }
    }

    private static List<Cut> cuts(YamlFields fields, LibrarySources library, FaultCollector faults) {
        var cuts = new ArrayList<Cut>();
        for (YamlFields.Entry entry : fields.strings("cuts")) {
            Optional<Cut> cut = Cut.parse(entry.text());
            if (cut.isEmpty()) {
                faults.add(
                        fields.file(),
                        entry.line(),
                        "The cut \"" + entry.text() + "\" must have the form gradus.ml.linalg.Vector#plus,dot.");
            } else {
                cut.flatMap(one -> CutMember.problem(one, library))
                        .ifPresent(problem -> faults.add(fields.file(), entry.line(), problem));
                cuts.add(cut.get());
            }
        }
        return cuts;
    }
}
