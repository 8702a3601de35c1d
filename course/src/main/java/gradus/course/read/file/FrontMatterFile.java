package gradus.course.read.file;

import gradus.course.prose.Passage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A Markdown file with front matter: YAML fields at its beginning, between two lines of `---`.
public record FrontMatterFile(Path file, YamlFields fields, Passage body) {

    public static Optional<FrontMatterFile> read(Path file, FaultCollector faults) {
        return TextFile.read(file, faults).flatMap(text -> split(text, faults));
    }

    /// The front matter and the rest of a text. Reports a fault if it has no front matter.
    public static Optional<FrontMatterFile> split(Passage text, FaultCollector faults) {
        List<String> lines = text.lines();
        int end = lines.isEmpty() ? -1 : lines.subList(1, lines.size()).indexOf("---") + 1;
        if (lines.isEmpty() || !lines.getFirst().equals("---") || end < 1) {
            faults.add(text.file(), 1, "The file must begin with front matter: fields between two lines of \"---\".");
            return Optional.empty();
        }
        YamlFields fields = YamlFields.parse(text.slice(1, end), faults);
        return Optional.of(new FrontMatterFile(text.file(), fields, text.slice(end + 1, lines.size())));
    }
}
