package gradus.judge.javac;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Explains errors about text outside of the class: a sentence, a module, an import in the wrong place. The
/// compiler says the same of these as of a class that an extra brace ends too early.
final class OutsideText {

    private static final List<String> CODES =
            List.of("expected4", "class.method.or.field.expected", "premature.eof", "unclosed.char.lit", "expected");

    /// How the compiler's message on such text begins.
    static final String MESSAGE = "class, interface, enum, or record expected";

    private static final Pattern NO_CODE = Pattern.compile(
            "(?s)/\\*.*?\\*/|//[^\n]*|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.[^'\n]*|[^'\\\\\n])'");
    private static final Pattern CLASS = Pattern.compile("\\b(?:class|record|interface|enum)\\s+\\w+[^;{]*\\{");
    private static final Pattern MODULE = Pattern.compile("(?:open\\s+)?module\\s+[\\w.]+\\s*\\{");
    private static final int MAX_LENGTH = 60;

    private final String text;
    private final String code;
    private final int at;

    private OutsideText(String text, int at) {
        this.text = text;
        this.code = withoutComments(text);
        this.at = at;
    }

    /// @param code such as `compiler.err.expected4`
    /// @param text the whole source
    /// @param at where the error is
    static Optional<String> explain(String code, String message, String text, int at) {
        String key = code.replace("compiler.err.", "");
        if (!CODES.contains(key) || at < 0) {
            return Optional.empty();
        }
        if (at >= text.length()) {
            return key.equals("premature.eof") && new OutsideText(text, 0).depth(text.length()) == 0
                    ? Optional.of("The file ends in the middle of something that stands after the class.")
                    : Optional.empty();
        }
        return new OutsideText(text, at).explain(key, message);
    }

    private Optional<String> explain(String key, String message) {
        boolean tooManyClosed = depth(code.length()) < 0;
        if (depth(at) != 0 || text.charAt(at) == '}' || tooManyClosed) {
            return Optional.empty();
        }
        if (key.equals("expected") && !message.contains("<end of input>")) {
            return Optional.empty();
        }
        boolean after = CLASS.matcher(code.substring(0, at)).find();
        String quote = quote();
        if (MODULE.matcher(code.substring(start())).lookingAt() || key.equals("expected")) {
            return Optional.of("A module declaration doesn't belong in this file, which holds a class. Remove it.");
        }
        if (!after && key.equals("unclosed.char.lit")) {
            return Optional.empty();
        }
        if (quote.matches("import\\s.*")) {
            return Optional.of("An import belongs above the class, below the package line.");
        }
        if (quote.matches("package\\s.*")) {
            return Optional.of("A file has one package line, which comes first.");
        }
        return Optional.of("`" + quote + "` stands " + (after ? "after" : "before")
                + " the class, where no statement and no sentence may be. Remove it, or write `//` before it.");
    }

    /// The line of the error, without what ends the class on it.
    private String quote() {
        int end = text.indexOf('\n', at);
        String line =
                text.substring(start(), end < 0 ? text.length() : end).strip().replace('`', '\'');
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "…";
    }

    private int start() {
        int line = text.lastIndexOf('\n', at - 1) + 1;
        int start = Math.max(line, code.lastIndexOf('}', at) + 1);
        while (start < at && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return start;
    }

    /// How many braces are open at `end`.
    private int depth(int end) {
        int depth = 0;
        for (int i = 0; i < end; i++) {
            depth += code.charAt(i) == '{' ? 1 : code.charAt(i) == '}' ? -1 : 0;
        }
        return depth;
    }

    /// The source with blanks in place of its comments and strings.
    private static String withoutComments(String text) {
        return NO_CODE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group().replaceAll("[^\n]", " ")));
    }
}
