package gradus.course;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Some lines of a file.
///
/// @param line the number of the first one, from 1
record Passage(Path file, int line, String text) {

    private static final Pattern ID = Pattern.compile("\\s*\\{#([A-Za-z][\\w-]*)}\\s*$");

    /// A heading and what stands below it.
    ///
    /// @param id what `{#…}` says, or nothing
    record Headed(String title, Optional<String> id, int line, Passage body) {}

    /// The whole of a text file; a file that cannot be read is a fault.
    static Optional<Passage> of(Path file, Faults faults) {
        try {
            return Optional.of(new Passage(file, 1, Files.readString(file).replace("\r\n", "\n")));
        } catch (CharacterCodingException e) {
            faults.add(file, 1, "The file is not UTF-8 text; save it as UTF-8.");
        } catch (IOException e) {
            faults.add(file, 1, "The file cannot be read: " + e.getMessage() + ".");
        }
        return Optional.empty();
    }

    boolean blank() {
        return text.isBlank();
    }

    List<String> lines() {
        return text.lines().toList();
    }

    /// The lines from `from` to before `to`, counted from 0 within this passage.
    Passage part(int from, int to) {
        List<String> lines = lines();
        return new Passage(file, line + from, String.join("\n", lines.subList(from, to)) + (to > from ? "\n" : ""));
    }

    /// What stands before the first heading of `level`.
    Passage before(int level) {
        List<Integer> starts = headings(level);
        return starts.isEmpty() ? this : part(0, starts.getFirst());
    }

    /// The headings of `level`, each with what stands below it.
    List<Headed> split(int level) {
        List<Integer> starts = headings(level);
        List<String> lines = lines();
        var found = new ArrayList<Headed>();
        for (int i = 0; i < starts.size(); i++) {
            int at = starts.get(i);
            int end = i + 1 < starts.size() ? starts.get(i + 1) : lines.size();
            String title = lines.get(at).substring(level).strip();
            Matcher id = ID.matcher(title);
            boolean named = id.find();
            found.add(new Headed(
                    named ? title.substring(0, id.start()).strip() : title,
                    named ? Optional.of(id.group(1)) : Optional.empty(),
                    line + at,
                    part(at + 1, end)));
        }
        return found;
    }

    private List<Integer> headings(int level) {
        String start = "#".repeat(level) + " ";
        List<String> lines = lines();
        boolean[] code = fenced(lines);
        var at = new ArrayList<Integer>();
        for (int i = 0; i < lines.size(); i++) {
            if (!code[i] && lines.get(i).startsWith(start)) {
                at.add(i);
            }
        }
        return at;
    }

    /// Which of `lines` stand within a code fence.
    static boolean[] fenced(List<String> lines) {
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
