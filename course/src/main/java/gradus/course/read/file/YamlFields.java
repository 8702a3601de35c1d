package gradus.course.read.file;

import gradus.course.DidYouMean;
import gradus.course.prose.Passage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// The fields of a YAML mapping, each with its line. A missing field, or one of the wrong type, is a fault
/// and reads as empty.
public final class YamlFields {

    private final Path file;
    private final int line;
    private final int offset;
    private final FaultCollector faults;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private boolean broken;

    private YamlFields(Path file, int line, int offset, FaultCollector faults) {
        this.file = file;
        this.line = line;
        this.offset = offset;
        this.faults = faults;
    }

    /// A string and its line.
    public record Entry(String text, int line) {}

    /// The fields of `yaml`. Reports a fault if it isn't YAML or isn't a mapping.
    public static YamlFields parse(Passage yaml, FaultCollector faults) {
        var fields = new YamlFields(yaml.file(), yaml.line(), yaml.line(), faults);
        try {
            var settings = LoadSettings.builder().build();
            var parser = new ParserImpl(settings, new StreamReader(settings, yaml.text()));
            new Composer(settings, parser).getSingleNode().ifPresent(fields::read);
        } catch (MarkedYamlEngineException e) {
            fields.broken = true;
            int at = e.getProblemMark().map(mark -> mark.getLine()).orElse(0);
            faults.add(yaml.file(), yaml.line() + at, "This is not YAML: " + e.getProblem() + ".");
        } catch (YamlEngineException e) {
            fields.broken = true;
            faults.add(yaml.file(), yaml.line(), "This is not YAML: " + e.getMessage() + ".");
        }
        return fields;
    }

    private void read(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            broken = true;
            faults.add(file, line(node), "Expected fields, as in \"title: Vectors\".");
            return;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
            if (values.putIfAbsent(name, tuple.getValueNode()) != null) {
                faults.add(file, line(tuple.getKeyNode()), "The field \"" + name + "\" appears twice; keep one.");
            }
            lines.putIfAbsent(name, line(tuple.getKeyNode()));
        }
    }

    /// Reports each field that isn't in `names` as a fault.
    public YamlFields allowOnly(String... names) {
        lines.forEach((name, at) -> {
            if (!List.of(names).contains(name)) {
                faults.add(file, at, "Unknown field \"" + name + "\"" + DidYouMean.hint(name, List.of(names)));
            }
        });
        return this;
    }

    /// The line of field `name`, or of the mapping if the field is missing.
    public int line(String name) {
        return lines.getOrDefault(name, line);
    }

    /// The names of all fields, in the order of the file.
    public List<String> names() {
        return List.copyOf(values.keySet());
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /// A required, non-empty string.
    public String string(String name) {
        return value(name)
                .flatMap(node -> scalar(node, name, "a string"))
                .map(String::strip)
                .filter(text -> filled(name, text))
                .orElse("");
    }

    /// A required integer from `min` to `max`; `fallback` if there is none.
    public int integer(String name, int min, int max, int fallback) {
        return value(name)
                .flatMap(node -> scalar(node, name, "an integer"))
                .filter(text -> inRange(name, text, min, max))
                .map(Integer::parseInt)
                .orElse(fallback);
    }

    /// A date, as in `2026-12-01`; empty if there is no such field.
    public Optional<LocalDate> date(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        String text = string(name);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            faults.add(
                    file,
                    line(name),
                    "The field \"" + name + "\" must be a date, as in 2026-12-01, not \"" + text + "\".");
            return Optional.empty();
        }
    }

    /// A required list of strings: `[a, b]`.
    public List<Entry> strings(String name) {
        return value(name).map(node -> texts(node, name)).orElse(List.of());
    }

    /// A required mapping from names to strings, in the order of the file; the line of an entry is that of
    /// its name.
    public Map<String, Entry> stringMap(String name) {
        var found = new LinkedHashMap<String, Entry>();
        mapping(name)
                .ifPresent(fields -> fields.values.forEach((key, node) -> fields.scalar(node, key, "a string")
                        .ifPresent(text -> found.put(key, new Entry(text.strip(), fields.line(key))))));
        return found;
    }

    public Optional<YamlFields> mapping(String name) {
        return value(name).map(this::nested);
    }

    /// A required list of mappings.
    public List<YamlFields> mappings(String name) {
        Optional<Node> value = value(name);
        if (value.isPresent() && value.get() instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(this::nested).toList();
        }
        value.ifPresent(node -> wrongType(name, node, "a list"));
        return List.of();
    }

    public int line() {
        return line;
    }

    public Path file() {
        return file;
    }

    private YamlFields nested(Node node) {
        var fields = new YamlFields(file, line(node), offset, faults);
        fields.read(node);
        return fields;
    }

    private List<Entry> texts(Node node, String name) {
        if (!(node instanceof SequenceNode sequence)) {
            wrongType(name, node, "a list");
            return List.of();
        }
        var entries = new ArrayList<Entry>();
        for (Node item : sequence.getValue()) {
            scalar(item, name, "a list of strings").ifPresent(text -> entries.add(new Entry(text.strip(), line(item))));
        }
        return entries;
    }

    private Optional<Node> value(String name) {
        if (!values.containsKey(name) && !broken) {
            faults.add(file, line, "The field \"" + name + "\" is missing; add it.");
        }
        return Optional.ofNullable(values.get(name));
    }

    private Optional<String> scalar(Node node, String name, String expected) {
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
        }
        wrongType(name, node, expected);
        return Optional.empty();
    }

    private boolean filled(String name, String text) {
        if (text.isEmpty() || text.equals("null") || text.equals("~")) {
            faults.add(file, line(name), "The field \"" + name + "\" is empty; fill it in.");
            return false;
        }
        return true;
    }

    private boolean inRange(String name, String text, int min, int max) {
        boolean fits = text.matches("\\d{1,9}") && Integer.parseInt(text) >= min && Integer.parseInt(text) <= max;
        if (!fits) {
            faults.add(
                    file,
                    line(name),
                    "The field \"" + name + "\" must be an integer from " + min + " to " + max + ", not \"" + text
                            + "\".");
        }
        return fits;
    }

    private void wrongType(String name, Node node, String expected) {
        String actual = switch (node) {
            case MappingNode mapping -> "fields";
            case SequenceNode sequence -> "a list";
            default -> "a string";
        };
        faults.add(file, line(node), "The field \"" + name + "\" must be " + expected + ", not " + actual + ".");
    }

    private int line(Node node) {
        return offset + node.getStartMark().map(mark -> mark.getLine()).orElse(0);
    }
}
