package gradus.course.read.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Marks where an author still has to write: `<!-- to do: … -->` in Markdown, `// to do: …` in Java.
public final class ToDoMark {

    private static final Pattern MARKDOWN = Pattern.compile("<!--\\s*to do:\\s*(.*?)\\s*-->.*", Pattern.DOTALL);
    private static final Pattern JAVA = Pattern.compile("\\s*//\\s*to do:\\s*(.*?)\\s*");

    private ToDoMark() {}

    /// The sentence for a comment of Markdown; empty if it is no such mark.
    public static Optional<String> sentence(String html) {
        return sentence(MARKDOWN.matcher(html.strip()));
    }

    /// Reports each mark in a Java source as a fault.
    public static void report(Path file, String source, FaultCollector faults) {
        List<String> lines = source.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int line = i + 1;
            sentence(JAVA.matcher(lines.get(i))).ifPresent(sentence -> faults.add(file, line, sentence));
        }
    }

    private static Optional<String> sentence(Matcher mark) {
        return mark.matches() ? Optional.of("Still to do: " + mark.group(1) + ".") : Optional.empty();
    }
}
