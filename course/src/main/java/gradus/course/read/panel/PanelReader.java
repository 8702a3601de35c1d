package gradus.course.read.panel;

import gradus.course.Panel;
import gradus.course.proof.PanelComparison;
import gradus.course.proof.PanelFile;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.TextFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads the panel of a lesson: the snippet `panel.py`, and `panel.json`, what it printed.
public final class PanelReader {

    private final PanelPins pins;
    private final FaultCollector faults;

    public PanelReader(PanelPins pins, FaultCollector faults) {
        this.pins = pins;
        this.faults = faults;
    }

    /// The panel in the folder of a lesson, if it has one.
    public Optional<Panel> read(Path folder) {
        Path file = folder.resolve(Panel.FILE);
        if (Files.isRegularFile(file)) {
            return TextFile.read(file, faults)
                    .map(text -> withRecord(folder, new PanelSnippetReader(pins, faults).read(text)));
        }
        if (Files.exists(folder.resolve(Panel.Recording.FILE))) {
            faults.add(
                    folder.resolve(Panel.Recording.FILE),
                    1,
                    "There is no " + Panel.FILE + " that this is the record of; write it, or delete the record.");
        }
        return Optional.empty();
    }

    private Panel withRecord(Path folder, Panel panel) {
        Path file = folder.resolve(Panel.Recording.FILE);
        if (!Files.exists(file)) {
            faults.add(file, 1, "Nothing has been recorded of " + Panel.FILE + "; " + run(folder));
            return panel;
        }
        PanelFile.Content content = PanelFile.read(folder);
        content.fault().ifPresent(fault -> faults.add(file, fault.line(), fault.message() + " " + again(folder)));
        Optional<Panel.Recording> recording = content.recording();
        Optional<String> wrong = recording.flatMap(record -> wrong(panel, record));
        wrong.ifPresent(what -> faults.add(file, 1, what + " " + again(folder)));
        return new Panel(
                panel.file(),
                panel.hash(),
                panel.code(),
                panel.agree(),
                panel.differences(),
                panel.packages(),
                wrong.isPresent() ? Optional.empty() : recording);
    }

    private static Optional<String> wrong(Panel panel, Panel.Recording record) {
        if (!record.snippet().equals(panel.hash())) {
            return Optional.of(Panel.FILE + " has changed since it was recorded.");
        }
        if (!record.packages().equals(panel.packages())) {
            return Optional.of("The record is of " + versions(record.packages()) + ", but pinned are "
                    + versions(panel.packages()) + ".");
        }
        return panel.agree().isEmpty() ? Optional.empty() : wrongComparison(panel, record);
    }

    private static Optional<String> wrongComparison(Panel panel, Panel.Recording record) {
        try {
            return PanelComparison.compared(panel, record.output()).equals(record.compared())
                    ? Optional.empty()
                    : Optional.of("The record doesn't say what its output says is compared.");
        } catch (IllegalArgumentException e) {
            return Optional.of("The record can't be compared: " + e.getMessage());
        }
    }

    private static String versions(Map<String, String> packages) {
        return packages.isEmpty()
                ? "no packages"
                : packages.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String again(Path folder) {
        return "Record it anew: " + run(folder);
    }

    private static String run(Path folder) {
        return "run \"./gradus author record " + folder.getFileName() + "\".";
    }
}
