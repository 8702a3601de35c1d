package gradus.course.read;

import gradus.course.prose.Passage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A Markdown file with fields in front of it.
record Document(Path file, Fields fields, Passage body) {

    static Optional<Document> of(Path file, Faults faults) {
        return TextFile.read(file, faults).flatMap(text -> parted(text, faults));
    }

    private static Optional<Document> parted(Passage text, Faults faults) {
        List<String> lines = text.lines();
        int end = lines.isEmpty() ? -1 : lines.subList(1, lines.size()).indexOf("---") + 1;
        if (lines.isEmpty() || !lines.getFirst().equals("---") || end < 1) {
            faults.add(text.file(), 1, "The file must begin with its fields, between two lines of \"---\".");
            return Optional.empty();
        }
        Fields fields = Fields.of(text.part(1, end), faults);
        return Optional.of(new Document(text.file(), fields, text.part(end + 1, lines.size())));
    }
}
