package gradus.course.prose;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A passage: consecutive lines of a file.
///
/// @param line the number of the first line, from 1
public record Passage(Path file, int line, String text) {

    private static final Pattern ID = Pattern.compile("\\s*\\{#([A-Za-z][\\w-]*)}\\s*$");

    /// A heading and the text below it.
    ///
    /// @param id the id in `{#…}`, if there is one
    public record HeadedPassage(String title, Optional<String> id, int line, Passage body) {}

    /// Whether the text is only whitespace.
    public boolean isBlank() {
        return text.isBlank();
    }

    /// The text, line by line.
    public List<String> lines() {
        return text.lines().toList();
    }

    /// The lines from `from` (inclusive) to `to` (exclusive), counted from 0 within this passage.
    public Passage slice(int from, int to) {
        List<String> lines = lines();
        return new Passage(file, line + from, String.join("\n", lines.subList(from, to)) + (to > from ? "\n" : ""));
    }

    /// The text before the first heading of `level`.
    public Passage beforeHeadings(int level) {
        List<Integer> starts = headings(level);
        return starts.isEmpty() ? this : slice(0, starts.getFirst());
    }

    /// The headings of `level`, each with the text below it.
    public List<HeadedPassage> splitByHeading(int level) {
        List<Integer> starts = headings(level);
        List<String> lines = lines();
        var found = new ArrayList<HeadedPassage>();
        for (int i = 0; i < starts.size(); i++) {
            int at = starts.get(i);
            int end = i + 1 < starts.size() ? starts.get(i + 1) : lines.size();
            String title = lines.get(at).substring(level).strip();
            Matcher id = ID.matcher(title);
            boolean named = id.find();
            found.add(new HeadedPassage(
                    named ? title.substring(0, id.start()).strip() : title,
                    named ? Optional.of(id.group(1)) : Optional.empty(),
                    line + at,
                    slice(at + 1, end)));
        }
        return found;
    }

    private List<Integer> headings(int level) {
        String start = "#".repeat(level) + " ";
        List<String> lines = lines();
        boolean[] code = insideFence(lines);
        var at = new ArrayList<Integer>();
        for (int i = 0; i < lines.size(); i++) {
            if (!code[i] && lines.get(i).startsWith(start)) {
                at.add(i);
            }
        }
        return at;
    }

    /// For each line, whether it is inside a code fence.
    public static boolean[] insideFence(List<String> lines) {
        var code = new boolean[lines.size()];
        String fence = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (fence.isEmpty() && line.startsWith("```")) {
                fence = line.replaceAll("^(`+).*$", "$1");
                code[i] = true;
            } else {
                code[i] = !fence.isEmpty();
                if (code[i] && line.equals(fence)) {
                    fence = "";
                }
            }
        }
        return code;
    }
}
