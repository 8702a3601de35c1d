package gradus.course.read.panel;

import gradus.course.DidYouMean;
import gradus.course.Panel;
import gradus.course.Sha256;
import gradus.course.prose.Passage;
import gradus.course.read.file.FaultCollector;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads `panel.py`: a header of comments, which says how its output agrees with the Java's, and the Python
/// that the page shows.
final class PanelSnippetReader {

    private static final int MAX_LINES = 15;
    private static final double MAX_TOLERANCE = 0.01;
    private static final List<String> FIELDS = List.of("agree", "differs");

    private static final Pattern HEADER = Pattern.compile("#\\s*(\\w+):\\s*(.*)");
    private static final Pattern DIFFERENCE = Pattern.compile("([A-Za-z_][\\w.-]*):\\s+(\\S.*)");
    private static final Pattern TOLERANCE = Pattern.compile("\\d+(?:\\.\\d+)?(?:e-?\\d+)?");
    private static final Pattern IMPORT = Pattern.compile("\\s*(?:from\\s+(\\S+)\\s+import\\b.*|import\\s+([^#]+).*)");

    private final PanelPins pins;
    private final FaultCollector faults;

    PanelSnippetReader(PanelPins pins, FaultCollector faults) {
        this.pins = pins;
        this.faults = faults;
    }

    /// The panel without what it printed.
    Panel read(Passage text) {
        List<String> lines = text.lines();
        var differences = new LinkedHashMap<String, String>();
        Optional<String> agree = Optional.empty();
        int at = 0;
        for (Matcher header = HEADER.matcher("");
                at < lines.size() && header.reset(lines.get(at)).matches();
                at++) {
            String value = header.group(2).strip();
            switch (header.group(1)) {
                case "agree" -> agree = Optional.of(agree(text.file(), at + 1, value));
                case "differs" -> difference(text.file(), at + 1, value, differences);
                default ->
                    faults.add(
                            text.file(),
                            at + 1,
                            "Unknown field \"" + header.group(1) + "\" in the header"
                                    + DidYouMean.hint(header.group(1), FIELDS));
            }
        }
        if (agree.isEmpty()) {
            faults.add(
                    text.file(),
                    1,
                    "The header doesn't say how the output must agree with the Java's; begin with \"# agree: 1e-9\", or"
                            + " \"# agree: text\".");
        }
        if (agree.equals(Optional.of(Panel.TEXT)) && !differences.isEmpty()) {
            faults.add(text.file(), 1, "Only named values can differ; write \"# agree: 1e-9\", and name the values.");
        }
        Passage code = text.slice(at, lines.size());
        long written = code.lines().stream().filter(line -> !line.isBlank()).count();
        if (written > MAX_LINES) {
            faults.add(
                    text.file(),
                    code.line(),
                    "The panel has " + written + " lines of Python; write at most " + MAX_LINES
                            + ", without the header and blank lines.");
        }
        return new Panel(
                text.file(),
                Sha256.of(text.text()),
                code.text().strip() + "\n",
                agree.orElse(""),
                differences,
                packages(code),
                Optional.empty());
    }

    private String agree(Path file, int line, String value) {
        boolean known = value.equals(Panel.TEXT)
                || TOLERANCE.matcher(value).matches() && Double.parseDouble(value) <= MAX_TOLERANCE;
        if (!known) {
            faults.add(
                    file,
                    line,
                    "\"" + value + "\" is no agreement; write \"text\", or a relative tolerance of at most "
                            + MAX_TOLERANCE + ", such as 1e-9, or 0.");
        }
        return known ? value : "";
    }

    private void difference(Path file, int line, String value, Map<String, String> differences) {
        Matcher parts = DIFFERENCE.matcher(value);
        if (parts.matches()) {
            differences.put(parts.group(1), parts.group(2));
        } else {
            faults.add(
                    file,
                    line,
                    "\"" + value + "\" is no difference; write the name of a value and the reason: \"# differs:"
                            + " variance: NumPy divides by n\".");
        }
    }

    /// The pinned packages that the code imports.
    private Map<String, String> packages(Passage code) {
        var packages = new TreeMap<String, String>();
        List<String> lines = code.lines();
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = IMPORT.matcher(lines.get(i));
            if (!line.matches()) {
                continue;
            }
            for (String module : modules(line)) {
                String of = pins.packages().get(module);
                if (of == null) {
                    faults.add(
                            code.file(),
                            code.line() + i,
                            "The module \"" + module + "\" isn't in curriculum/" + PanelPins.FILE
                                    + "; import one that is, or pin its package there.");
                } else if (!of.isEmpty()) {
                    packages.put(of, pins.versions().get(of));
                }
            }
        }
        return packages;
    }

    private static List<String> modules(Matcher line) {
        String names = line.group(1) == null ? line.group(2) : line.group(1);
        return Stream.of(names.split(","))
                .map(name -> name.strip().split("[.\\s]", 2)[0])
                .toList();
    }
}
