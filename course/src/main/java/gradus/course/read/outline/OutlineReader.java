package gradus.course.read.outline;

import gradus.course.Cut;
import gradus.course.DidYouMean;
import gradus.course.Level;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.FrontMatterFile;
import gradus.course.read.file.YamlFields;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads the front matter of lessons and labs, which other lessons depend on.
public final class OutlineReader {

    private static final List<String> LEVELS = Arrays.stream(Level.values())
            .map(level -> level.name().toLowerCase(Locale.ROOT))
            .toList();

    private final FaultCollector faults;

    public OutlineReader(FaultCollector faults) {
        this.faults = faults;
    }

    public Outline.LessonOutline readLesson(String track, Path folder) {
        Optional<FrontMatterFile> lesson = document(folder.resolve("lesson.md"));
        Optional<FrontMatterFile> lab = document(folder.resolve("lab.md"));
        lab.ifPresent(this::checkKind);
        return new Outline.LessonOutline(
                folder.getFileName().toString(),
                track,
                folder,
                lesson,
                lab,
                lesson.map(document -> document.fields().strings("needs")).orElse(List.of()),
                lesson.map(this::level).orElse(Level.FOUNDATION),
                lab.filter(document -> LabKind.of(document) == LabKind.CODING)
                        .map(this::cuts)
                        .orElse(Map.of()));
    }

    private Optional<FrontMatterFile> document(Path file) {
        if (!Files.isRegularFile(file)) {
            faults.add(file, 1, "The file is missing; every lesson has a " + file.getFileName() + ".");
            return Optional.empty();
        }
        return FrontMatterFile.read(file, faults);
    }

    private Level level(FrontMatterFile lesson) {
        String word = lesson.fields().string("level");
        if (!word.isEmpty() && !LEVELS.contains(word)) {
            faults.add(
                    lesson.file(),
                    lesson.fields().line("level"),
                    "Unknown level \"" + word + "\"" + DidYouMean.hint(word, LEVELS));
        }
        return LEVELS.contains(word) ? Level.values()[LEVELS.indexOf(word)] : Level.FOUNDATION;
    }

    private void checkKind(FrontMatterFile lab) {
        String kind = lab.fields().has(LabKind.FIELD) ? lab.fields().string(LabKind.FIELD) : "";
        if (!kind.isEmpty() && !LabKind.NAMES.contains(kind)) {
            faults.add(
                    lab.file(),
                    lab.fields().line(LabKind.FIELD),
                    "Unknown kind of lab \"" + kind + "\"" + DidYouMean.hint(kind, LabKind.NAMES));
        }
    }

    private Map<Cut, Integer> cuts(FrontMatterFile lab) {
        var cuts = new LinkedHashMap<Cut, Integer>();
        for (YamlFields.Entry entry : lab.fields().strings("cuts")) {
            Optional<Cut> cut = Cut.parse(entry.text());
            cut.ifPresent(read -> add(read, entry.line(), cuts));
            if (cut.isEmpty()) {
                faults.add(
                        lab.file(),
                        entry.line(),
                        "The cut \"" + entry.text() + "\" must have the form gradus.ml.linalg.Vector#plus,dot.");
            }
        }
        if (cuts.isEmpty()) {
            faults.add(
                    lab.file(),
                    lab.fields().line("cuts"),
                    "The lab cuts nothing; name the members that the learner writes.");
        }
        return cuts;
    }

    /// Two lines may cut the same top-level class: one of its own members, one of those of a nested class.
    private static void add(Cut cut, int line, Map<Cut, Integer> cuts) {
        Optional<Cut> same = cuts.keySet().stream()
                .filter(other -> other.type().equals(cut.type()))
                .findFirst();
        if (same.isEmpty()) {
            cuts.put(cut, line);
            return;
        }
        int first = cuts.remove(same.get());
        cuts.put(same.get().and(cut), first);
    }
}
