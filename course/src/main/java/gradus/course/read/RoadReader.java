package gradus.course.read;

import gradus.course.DidYouMean;
import gradus.course.Lesson;
import gradus.course.Level;
import gradus.course.PlannedLesson;
import gradus.course.Track;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.TextFile;
import gradus.course.read.file.YamlFields;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads `road.yaml`: every lesson of the course in recommended order, written or still to come, and all
/// tracks.
final class RoadReader {

    private static final List<String> LEVELS = Arrays.stream(Level.values())
            .map(level -> level.name().toLowerCase(Locale.ROOT))
            .toList();

    private final Path file;
    private final FaultCollector faults;
    private final List<Track> tracks = new ArrayList<>();
    private final Map<String, PlannedLesson> lessons = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    RoadReader(Path file, FaultCollector faults) {
        this.file = file;
        this.faults = faults;
    }

    /// @param tracks all tracks, in order
    /// @param lessons all lessons, in recommended order
    record Road(List<Track> tracks, List<PlannedLesson> lessons) {}

    /// The road; empty if there is no such file.
    Road read() {
        if (Files.isRegularFile(file)) {
            TextFile.read(file, faults).ifPresent(text -> {
                YamlFields fields = YamlFields.parse(text, faults).allowOnly("tracks", "lessons");
                for (YamlFields track : fields.mappings("tracks")) {
                    track.allowOnly("id", "title");
                    tracks.add(new Track(track.string("id"), track.string("title")));
                }
                fields.mappings("lessons").forEach(this::lesson);
            });
        }
        return new Road(List.copyOf(tracks), List.copyOf(lessons.values()));
    }

    private void lesson(YamlFields fields) {
        fields.allowOnly("id", "track", "title", "level", "needs", "minutes", "outcome");
        String id = fields.string("id");
        String track = fields.string("track");
        List<String> known = tracks.stream().map(Track::id).toList();
        if (!known.contains(track)) {
            faults.add(file, fields.line(), "Unknown track \"" + track + "\"" + DidYouMean.hint(track, known));
        }
        String level = fields.string("level");
        if (!LEVELS.contains(level)) {
            faults.add(file, fields.line(), "Unknown level \"" + level + "\"" + DidYouMean.hint(level, LEVELS));
        }
        List<YamlFields.Entry> needs = fields.strings("needs");
        for (YamlFields.Entry need : needs) {
            if (!lessons.containsKey(need.text())) {
                faults.add(
                        file,
                        need.line(),
                        "\"" + id + "\" needs \"" + need.text() + "\", which must come before it"
                                + DidYouMean.hint(need.text(), lessons.keySet()));
            }
        }
        var lesson = new PlannedLesson(
                id,
                track,
                fields.string("title"),
                LEVELS.contains(level) ? Level.values()[LEVELS.indexOf(level)] : Level.FOUNDATION,
                needs.stream().map(YamlFields.Entry::text).toList(),
                fields.integer("minutes", 20, 120, 60),
                fields.string("outcome"));
        if (lessons.putIfAbsent(id, lesson) != null) {
            faults.add(file, fields.line(), "The lesson \"" + id + "\" appears twice; keep one.");
        }
        lines.putIfAbsent(id, fields.line());
    }

    /// Reports each written lesson that the road lacks or describes otherwise.
    void compare(List<Lesson> written) {
        if (lessons.isEmpty()) {
            return;
        }
        for (Lesson lesson : written) {
            PlannedLesson planned = lessons.get(lesson.id());
            if (planned == null) {
                faults.add(file, 1, "The road leaves out the lesson \"" + lesson.id() + "\"; add it.");
            } else {
                difference(planned, lesson)
                        .ifPresent(what -> faults.add(
                                file,
                                lines.getOrDefault(lesson.id(), 1),
                                "The lesson \"" + lesson.id() + "\" has another " + what
                                        + " in its lesson.md; write the same here."));
            }
        }
    }

    private static Optional<String> difference(PlannedLesson planned, Lesson lesson) {
        if (!planned.track().equals(lesson.track())) {
            return Optional.of("track");
        } else if (!planned.title().equals(lesson.title())) {
            return Optional.of("title");
        } else if (planned.level() != lesson.level()) {
            return Optional.of("level");
        } else if (!planned.needs().equals(lesson.needs())) {
            return Optional.of("list of needs");
        } else if (planned.minutes() != lesson.minutes()) {
            return Optional.of("number of minutes");
        }
        return planned.outcome().equals(lesson.outcome()) ? Optional.empty() : Optional.of("outcome");
    }
}
