package gradus.course.read;

import gradus.course.Example;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is gathered while a lesson's prose is read, to be looked at when all of it is there.
final class Gathered {

    /// A mention of a heading or of a misconception.
    record Mention(String id, Path file, int line) {}

    final Map<String, Mention> anchors = new LinkedHashMap<>();
    final List<Mention> links = new ArrayList<>();
    final Map<String, Mention> figures = new LinkedHashMap<>();
    final Map<String, String> alternatives = new LinkedHashMap<>();
    final List<Mention> misconceptions = new ArrayList<>();
    final List<Snippet> snippets = new ArrayList<>();
    final List<Example> examples = new ArrayList<>();

    /// Takes the id of a heading; one that is taken is a fault.
    void anchor(String id, Path file, int line, Faults faults) {
        Mention other = anchors.putIfAbsent(id, new Mention(id, file, line));
        if (other != null) {
            faults.add(
                    file,
                    line,
                    "The id \"" + id + "\" is taken: " + other.file().getFileName() + " has it on line " + other.line()
                            + "; choose another.");
        }
    }
}
