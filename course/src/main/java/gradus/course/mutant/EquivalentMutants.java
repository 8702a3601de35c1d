package gradus.course.mutant;

import gradus.course.DidYouMean;
import gradus.course.Fault;
import gradus.course.prose.Passage;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.TextFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The mutants that an author has listed in `mutants.md`, because they are equivalent to the original or for
/// another reason say nothing about the checks: a line `- id: reason` each.
public final class EquivalentMutants {

    /// The name of the file beside `lab.md`.
    public static final String FILE = "mutants.md";

    private static final Pattern ENTRY = Pattern.compile("- (?:`([^`]+)`|([^:\\s]+)):(.*)");

    private EquivalentMutants() {}

    /// The reasons that are listed in the folder of a lesson, by the id of the mutant.
    public static Map<String, String> read(Path folder) {
        return read(folder, Optional.empty(), new FaultCollector(folder));
    }

    /// The faults of the list: ids that are not in `ids`, entries without a reason, and lines that are none.
    public static List<Fault> check(Path folder, Collection<String> ids) {
        var faults = new FaultCollector(folder);
        read(folder, Optional.of(ids), faults);
        return faults.sorted();
    }

    private static Map<String, String> read(Path folder, Optional<Collection<String>> ids, FaultCollector faults) {
        var reasons = new LinkedHashMap<String, String>();
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return reasons;
        }
        List<String> lines = TextFile.read(file, faults).map(Passage::lines).orElse(List.of());
        for (int i = 0; i < lines.size(); i++) {
            int at = i + 1;
            String line = lines.get(i);
            Matcher entry = ENTRY.matcher(line.strip());
            if (entry.matches()) {
                String id = entry.group(1) == null ? entry.group(2) : entry.group(1);
                String reason = entry.group(3).strip();
                while (i + 1 < lines.size() && lines.get(i + 1).startsWith("  ")) {
                    i++;
                    reason = (reason + " " + lines.get(i).strip()).strip();
                }
                fault(id, reason, reasons, ids).ifPresent(message -> faults.add(file, at, message));
                reasons.put(id, reason);
            } else if (!line.isBlank()) {
                faults.add(
                        file,
                        at,
                        "Expected a mutant and the reason why it doesn't count, \"- norm/boundary/3fa2: reason\", got \""
                                + line.strip() + "\".");
            }
        }
        return reasons;
    }

    private static Optional<String> fault(
            String id, String reason, Map<String, String> before, Optional<Collection<String>> ids) {
        if (reason.isEmpty()) {
            return Optional.of("The mutant \"" + id + "\" has no reason; say why it doesn't count.");
        } else if (before.containsKey(id)) {
            return Optional.of("The mutant \"" + id + "\" is listed twice; keep one.");
        }
        return ids.filter(known -> !known.contains(id))
                .map(known -> "The lab has no mutant \"" + id + "\"; remove it" + DidYouMean.hint(id, known));
    }
}
