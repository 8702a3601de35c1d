package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Coding;
import gradus.course.Source;
import gradus.judge.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One of the library's classes with some lines replaced, and what the diagnosis must say.
///
/// @param says a regular expression
/// @param neverSays a regular expression of a cause that isn't there; empty if none is ruled out
/// @param like the known wrong solutions that are the same mistake
record Mutant(String type, List<Hunk> hunks, String says, String neverSays, List<String> like) {

    private static final Path ROOT = Path.of(System.getProperty("gradus.root")).toAbsolutePath();

    /// Lines to remove, and the lines that replace them.
    record Hunk(List<String> old, List<String> fresh) {}

    static List<Mutant> read(String table) throws IOException {
        String text = Files.readString(ToyLibrary.RESOURCES.resolve(table))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.joining("\n"));
        return Stream.of(text.strip().split("\n\n+")).map(Mutant::of).toList();
    }

    private static Mutant of(String block) {
        List<String> lines = block.strip().lines().toList();
        var hunks = new ArrayList<Hunk>();
        String before = "";
        for (String line : lines) {
            if (line.startsWith("- ") && !before.startsWith("- ")) {
                hunks.add(new Hunk(new ArrayList<>(), new ArrayList<>()));
            }
            if (line.startsWith("- ")) {
                hunks.getLast().old.add(line.substring(2));
            } else if (line.startsWith("+ ")) {
                hunks.getLast().fresh.add(line.substring(2));
            }
            before = line;
        }
        return new Mutant(
                lines.getFirst(),
                hunks,
                marked(lines, "= ").stream().findFirst().orElse(""),
                marked(lines, "! ").stream().findFirst().orElse(""),
                marked(lines, "~ "));
    }

    private static List<String> marked(List<String> lines, String mark) {
        return lines.stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()))
                .toList();
    }

    String title() {
        return type + ": " + hunks.stream().flatMap(hunk -> hunk.fresh.stream()).collect(Collectors.joining(" "));
    }

    /// The first lab that has the class to write.
    Coding lab(List<Coding> labs) {
        return labs.stream()
                .filter(lab ->
                        lab.cuts().stream().anyMatch(cut -> cut.simpleName().equals(type)))
                .findFirst()
                .orElseThrow();
    }

    Submission submission(Coding lab) {
        String text = library();
        for (Hunk hunk : hunks) {
            Pattern place =
                    Pattern.compile(hunk.old.stream().map(Pattern::quote).collect(Collectors.joining("\\s*\\n\\s*")));
            assertThat(place.matcher(text).results())
                    .as("%s in %s", hunk.old, type)
                    .hasSize(1);
            text = place.matcher(text).replaceFirst(Matcher.quoteReplacement(String.join("\n", hunk.fresh)));
        }
        Source source = Source.of(lab.cuts().getFirst().type(), text);
        return new Submission(lab.lesson(), Map.of(source.path(), source.text()));
    }

    private String library() {
        try (var files = Files.walk(ROOT.resolve("ml/src/main/java"))) {
            Path file = files.filter(each -> each.endsWith(type + ".java"))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
