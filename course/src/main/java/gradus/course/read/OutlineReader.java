package gradus.course.read;

import gradus.course.Cut;
import gradus.course.Level;
import gradus.course.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the fields in front of every lesson and lab: what others must know of it.
final class OutlineReader {

    private static final Pattern CUT = Pattern.compile("([\\w.]+)#(\\w+(?:\\s*,\\s*\\w+)*)");
    private static final List<String> LEVELS = Arrays.stream(Level.values())
            .map(level -> level.name().toLowerCase(Locale.ROOT))
            .toList();

    private final Faults faults;

    OutlineReader(Faults faults) {
        this.faults = faults;
    }

    Outline.Plan plan(String track, Path folder) {
        Optional<Document> lesson = document(folder.resolve("lesson.md"));
        Optional<Document> lab = document(folder.resolve("lab.md"));
        return new Outline.Plan(
                folder.getFileName().toString(),
                track,
                folder,
                lesson,
                lab,
                lesson.map(document -> document.fields().texts("needs")).orElse(List.of()),
                lesson.map(this::level).orElse(Level.FOUNDATION),
                lab.map(this::cuts).orElse(Map.of()));
    }

    private Optional<Document> document(Path file) {
        if (!Files.isRegularFile(file)) {
            faults.add(file, 1, "The file is missing; every lesson has a " + file.getFileName() + ".");
            return Optional.empty();
        }
        return Document.of(file, faults);
    }

    private Level level(Document lesson) {
        String word = lesson.fields().text("level");
        if (!word.isEmpty() && !LEVELS.contains(word)) {
            faults.add(
                    lesson.file(),
                    lesson.fields().line("level"),
                    "Unknown level \"" + word + "\"" + Nearest.hint(word, LEVELS));
        }
        return LEVELS.contains(word) ? Level.values()[LEVELS.indexOf(word)] : Level.FOUNDATION;
    }

    private Map<Cut, Integer> cuts(Document lab) {
        var cuts = new LinkedHashMap<Cut, Integer>();
        for (Fields.Entry entry : lab.fields().texts("cuts")) {
            var form = CUT.matcher(entry.text());
            if (form.matches()) {
                cuts.put(new Cut(form.group(1), List.of(form.group(2).split("\\s*,\\s*"))), entry.line());
            } else {
                faults.add(
                        lab.file(),
                        entry.line(),
                        "The cut \"" + entry.text() + "\" is not of the form " + "gradus.ml.linalg.Vector#plus,dot.");
            }
        }
        if (cuts.isEmpty()) {
            faults.add(
                    lab.file(),
                    lab.fields().line("cuts"),
                    "The lab cuts nothing; name the members that the learner " + "writes.");
        }
        return cuts;
    }
}
