package gradus.judge.local;

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

/// A hostile submission, read from its file in `hostile`. Each header line starts with `// `, a key and a
/// colon: what it tries (`attack`), the allowed verdicts (`verdict`), what the verdict must say (`says`),
/// what it must not print (`never`), what blocks it (`blocked by`), and how its effect shows without a
/// sandbox (`control`).
///
/// It prints `through` if it succeeds. In its source, `@canary@` and similar names are replaced by the
/// targets of the [Canaries], and `@{text}*100@` by a hundred copies of the text, each `#` replaced by the
/// copy's number.
record HostileSubmission(String name, String text) {

    /// What an attack prints if it succeeds.
    static final String THROUGH = "through";

    static final String NUMBERS = "gradus/ml/toy/Numbers.java";

    private static final Pattern REPEATED = Pattern.compile("@\\{(.*?)\\}\\*(\\d+)@", Pattern.DOTALL);

    /// All of them, by name.
    static List<HostileSubmission> all() {
        return all("hostile");
    }

    /// Those in a folder of the test resources.
    static List<HostileSubmission> all(String folder) {
        try (var files = Files.list(ToyLibrary.RESOURCES.resolve(folder))) {
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

    /// The header's values for `key`, one for each line.
    List<String> header(String key) {
        String start = "// " + key + ": ";
        return text.lines()
                .takeWhile(line -> line.startsWith("// "))
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }

    /// The header's only value for `key`.
    String the(String key) {
        List<String> lines = header(key);
        if (lines.size() != 1) {
            throw new IllegalStateException(name + " must have one line `// " + key + ": …`, and has " + lines.size());
        }
        return lines.getFirst();
    }

    /// Whether it takes seconds, so that only the whole suite runs it.
    boolean isSlow() {
        return !header("slow").isEmpty();
    }

    /// Whether it runs ungraded, in a worker that other submissions use after it.
    boolean isUngraded() {
        return !header("ungraded").isEmpty();
    }

    /// The source, with the names of `targets` replaced.
    String source(Map<String, String> targets) {
        String source = text.lines()
                .dropWhile(line -> line.startsWith("// "))
                .collect(java.util.stream.Collectors.joining("\n", "", "\n"));
        for (Map.Entry<String, String> target : targets.entrySet()) {
            source = source.replace("@" + target.getKey() + "@", target.getValue());
        }
        Matcher repeated = REPEATED.matcher(source);
        return repeated.replaceAll(found -> Matcher.quoteReplacement(repeat(found.group(1), found.group(2))));
    }

    private static String repeat(String piece, String times) {
        return IntStream.range(0, Integer.parseInt(times))
                .mapToObj(i -> piece.replace("#", Integer.toString(i)))
                .collect(java.util.stream.Collectors.joining());
    }

    /// The submission.
    Submission submission(Map<String, String> targets) {
        var sources = new LinkedHashMap<String, String>();
        sources.put(at().orElse(NUMBERS), source(targets));
        header("also at").forEach(path -> sources.put(path, source(targets)));
        return new Submission("toy", sources);
    }

    private Optional<String> at() {
        return header("at").stream().findFirst();
    }
}
