package gradus.course.read.panel;

import gradus.course.Sha256;
import gradus.course.prose.Passage;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.TextFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the Python snippets of the course may import: packages, each in one version, and modules that come
/// with Python. The file is one that pip reads as well.
///
/// @param versions the version of each package, by its name in the index: `scikit-learn`
/// @param packages the package of each module that may be imported; empty for one that comes with Python
public record PanelPins(Map<String, String> versions, Map<String, String> packages) {

    /// The name of the file in `curriculum/`.
    public static final String FILE = "panel.txt";

    private static final Pattern LINE = Pattern.compile("(?:([\\w.-]+)==([\\w.+!-]+))?\\s*(?:#\\s*(.*))?");
    private static final String IMPORT = "import ";

    public PanelPins {
        versions = Map.copyOf(versions);
        packages = Map.copyOf(packages);
    }

    /// Reads the file in the folder of the curriculum. Without one, nothing may be imported.
    public static PanelPins read(Path curriculum, FaultCollector faults) {
        Path file = curriculum.resolve(FILE);
        var versions = new LinkedHashMap<String, String>();
        var packages = new LinkedHashMap<String, String>();
        Optional<Passage> text = Files.isRegularFile(file) ? TextFile.read(file, faults) : Optional.empty();
        List<String> lines = text.map(Passage::lines).orElse(List.of());
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i).strip());
            if (!line.matches()) {
                faults.add(
                        file,
                        i + 1,
                        "The line \"" + lines.get(i).strip()
                                + "\" pins nothing; write \"package==version\", and \"# import module\" behind it if the"
                                + " module has another name.");
                continue;
            }
            String name = Optional.ofNullable(line.group(1)).orElse("");
            String comment = Optional.ofNullable(line.group(3)).orElse("");
            String modules = comment.startsWith(IMPORT) ? comment.substring(IMPORT.length()) : name;
            if (!name.isEmpty()) {
                versions.put(name, line.group(2));
            }
            for (String module : modules.strip().split("\\s+")) {
                if (!module.isEmpty()) {
                    packages.put(module, name);
                }
            }
        }
        return new PanelPins(versions, packages);
    }

    /// The hash of all that is pinned.
    public String hash() {
        return Sha256.of(new TreeMap<>(versions) + " " + new TreeMap<>(packages));
    }
}
