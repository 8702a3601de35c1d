package gradus.course.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A change to the sample curriculum, and all faults that it must cause.
///
/// A case is a file in `faults/`: `edit PATH` with lines to remove (`- …`) and to add (`+ …`),
/// `write PATH` with lines (`+ …`), `delete PATH`, `also FILE` for the changes of another file beside
/// `faults/`; then `faults`, and the faults, one per line.
record FaultCase(String name, List<Change> changes, List<String> faults) {

    record Change(String verb, String path, List<String> was, List<String> now) {}

    static FaultCase of(Path file) {
        try {
            var changes = new ArrayList<Change>();
            List<String> lines = Files.readAllLines(file);
            int end = lines.indexOf("faults");
            for (String line : lines.subList(0, end)) {
                if (line.startsWith("+ ") || line.equals("+")) {
                    changes.getLast().now().add(line.substring(Math.min(2, line.length())));
                } else if (line.startsWith("- ") || line.equals("-")) {
                    changes.getLast().was().add(line.substring(Math.min(2, line.length())));
                } else if (!line.isBlank()) {
                    String[] words = line.split(" ", 2);
                    if (words[0].equals("also")) {
                        changes.addAll(of(SampleCurriculum.resource(words[1])).changes());
                        continue;
                    }
                    changes.add(new Change(words[0], words[1], new ArrayList<>(), new ArrayList<>()));
                }
            }
            return new FaultCase(
                    file.getFileName().toString().replace(".txt", ""), changes, lines.subList(end + 1, lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void breakIt(SampleCurriculum curriculum) {
        for (Change change : changes) {
            switch (change.verb()) {
                case "edit" -> curriculum.edit(change.path(), change.was(), change.now());
                case "write" -> curriculum.write(change.path(), change.now());
                case "delete" -> curriculum.delete(change.path());
                default -> throw new IllegalArgumentException("no such change: " + change.verb());
            }
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
