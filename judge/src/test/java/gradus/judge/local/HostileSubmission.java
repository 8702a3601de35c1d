package gradus.judge.local;

import gradus.course.Lab;
import gradus.judge.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A hostile submission, as its file in `hostile` has it. The first lines say, each after `// `, a key and a
/// colon, what it tries (`attack`), which verdicts fit (`verdict`), what the verdict must say (`says`), what
/// must not be printed (`never`), what stops it (`blocked by`), and how its effect shows where nothing stops it
/// (`control`).
///
/// It prints `through` when it has got what it came for. In its text `@canary@` and the like stand for what
/// the [Canaries] offer, and `@{text}*100@` for a text a hundred times, each `#` in it being its number.
record HostileSubmission(String name, String text) {

    /// What an attack prints that has succeeded.
    static final String THROUGH = "through";

    static final String NUMBERS = "gradus/ml/toy/Numbers.java";

    private static final Path FOLDER = ToyLibrary.RESOURCES.resolve("hostile");
    private static final Pattern REPEATED = Pattern.compile("@\\{(.*?)\\}\\*(\\d+)@", Pattern.DOTALL);

    /// All of them, by name.
    static List<HostileSubmission> all() {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().map(HostileSubmission::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HostileSubmission read(Path file) {
        try {
            return new HostileSubmission(file.getFileName().toString().replace(".java", ""), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the header says under `key`, a line each.
    List<String> header(String key) {
        String start = "// " + key + ": ";
        return text.lines()
                .takeWhile(line -> line.startsWith("// "))
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }

    /// The one line that the header has under `key`.
    String the(String key) {
        List<String> lines = header(key);
        if (lines.size() != 1) {
            throw new IllegalStateException(name + " must have one line `// " + key + ": …`, and has " + lines.size());
        }
        return lines.getFirst();
    }

    /// Whether it takes seconds: such are left to the whole suite.
    boolean isSlow() {
        return !header("slow").isEmpty();
    }

    /// Whether it is rehearsed, and so runs where other submissions run after it.
    boolean isRehearsed() {
        return !header("rehearsed").isEmpty();
    }

    Lab lab() {
        return ToyLibrary.numbers();
    }

    /// The source, aimed at `aims`.
    String source(Map<String, String> aims) {
        String source = text.lines()
                .dropWhile(line -> line.startsWith("// "))
                .collect(java.util.stream.Collectors.joining("\n", "", "\n"));
        for (Map.Entry<String, String> aim : aims.entrySet()) {
            source = source.replace("@" + aim.getKey() + "@", aim.getValue());
        }
        Matcher repeated = REPEATED.matcher(source);
        return repeated.replaceAll(found -> Matcher.quoteReplacement(repeat(found.group(1), found.group(2))));
    }

    private static String repeat(String piece, String times) {
        return IntStream.range(0, Integer.parseInt(times))
                .mapToObj(i -> piece.replace("#", Integer.toString(i)))
                .collect(java.util.stream.Collectors.joining());
    }

    /// What is handed in.
    Submission submission(Map<String, String> aims) {
        var sources = new LinkedHashMap<String, String>();
        sources.put(at().orElse(NUMBERS), source(aims));
        header("also at").forEach(path -> sources.put(path, source(aims)));
        return new Submission("toy", sources);
    }

    private Optional<String> at() {
        return header("at").stream().findFirst();
    }
}
