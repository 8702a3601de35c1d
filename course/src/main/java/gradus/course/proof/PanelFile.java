package gradus.course.proof;

import gradus.course.Fault;
import gradus.course.Panel;
import gradus.course.prose.Passage;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.TextFile;
import gradus.course.read.file.YamlFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads and writes the `panel.json` of a lesson: what its Python snippet printed.
public final class PanelFile {

    private PanelFile() {}

    /// What the folder of a lesson has: a record, a file that is none, or neither.
    ///
    /// @param fault why the file can't be read
    public record Content(Optional<Panel.Recording> recording, Optional<Fault> fault) {}

    /// Reads the record in the folder of a lesson.
    public static Content read(Path folder) {
        Path file = folder.resolve(Panel.Recording.FILE);
        if (!Files.isRegularFile(file)) {
            return new Content(Optional.empty(), Optional.empty());
        }
        var faults = new FaultCollector(folder);
        Optional<Panel.Recording> recording = TextFile.read(file, faults).map(text -> recording(text, faults));
        Optional<Fault> fault = faults.sorted().stream()
                .findFirst()
                .map(first -> new Fault(file, first.line(), "This is no record of a panel: " + first.message()));
        return new Content(fault.isPresent() ? Optional.empty() : recording, fault);
    }

    private static Panel.Recording recording(Passage text, FaultCollector faults) {
        YamlFields fields = YamlFields.parse(text, faults)
                .allowOnly("recorded", "python", "packages", "snippet", "compared", "output");
        var packages = new LinkedHashMap<String, String>();
        fields.stringMap("packages").forEach((name, version) -> packages.put(name, version.text()));
        return new Panel.Recording(
                fields.string("recorded"),
                fields.string("python"),
                packages,
                fields.string("snippet"),
                fields.strings("compared").stream().map(YamlFields.Entry::text).toList(),
                fields.string("output"));
    }

    /// Replaces the record in the folder of a lesson.
    public static void write(Path folder, Panel.Recording recording) throws IOException {
        Path part = folder.resolve(Panel.Recording.FILE + ".part");
        Files.writeString(part, text(recording));
        Files.move(
                part,
                folder.resolve(Panel.Recording.FILE),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static String text(Panel.Recording recording) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("recorded", recording.date());
        all.put("python", recording.python());
        all.put("packages", recording.packages());
        all.put("snippet", recording.snippet());
        all.put("compared", recording.compared());
        all.put("output", recording.output());
        return JsonText.of(all);
    }
}
