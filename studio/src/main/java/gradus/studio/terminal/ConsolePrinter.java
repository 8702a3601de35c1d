package gradus.studio.terminal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// Prints text to the console: wraps it to the width, colours it if enabled, and replaces characters that the
/// charset lacks.
final class ConsolePrinter {

    /// Text styles. No meaning depends on colour alone.
    enum Style {
        PLAIN(""),
        BOLD("1"),
        FAINT("2"),
        GOOD("32"),
        BAD("31");

        private final String code;

        Style(String code) {
            this.code = code;
        }
    }

    private static final List<List<String>> ASCII_FALLBACKS = List.of(
            List.of("✓", "+"),
            List.of("✗", "x"),
            List.of("·", "-"),
            List.of("…", "..."),
            List.of("−", "-"),
            List.of("–", "-"),
            List.of("—", "-"),
            List.of("×", "x"),
            List.of("≤", "<="),
            List.of("≥", ">="),
            List.of("≠", "!="),
            List.of("→", "->"),
            List.of("‘", "'"),
            List.of("’", "'"),
            List.of("“", "\""),
            List.of("”", "\""));

    private final TerminalEnvironment around;
    private final PrintStream out;

    ConsolePrinter(TerminalEnvironment around) {
        this.around = around;
        this.out = around.out();
    }

    int width() {
        return around.width();
    }

    /// Prints a sentence on standard error.
    void error(String sentence) {
        around.err().println(encodable(sentence));
    }

    void blankLine() {
        out.println();
    }

    void line(String text) {
        line(Style.PLAIN, "", Style.PLAIN, text);
    }

    void line(String prefix, String text) {
        line(Style.PLAIN, prefix, Style.PLAIN, text);
    }

    /// Prints wrapped text, with `prefix` before the first line and the others indented by its width.
    void line(Style prefixStyle, String prefix, Style style, String text) {
        String shown = encodable(prefix);
        String margin = " ".repeat(shown.length());
        boolean first = true;
        for (String part : wrapped(encodable(text), width() - shown.length())) {
            out.println((first ? styled(prefixStyle, shown) : margin) + styled(style, part));
            first = false;
        }
    }

    /// Prints text unwrapped, with `indent` before each line.
    void verbatim(String indent, String text) {
        text.lines().forEach(line -> out.println(indent + encodable(line)));
    }

    /// The beginning of `text`: at most so many lines, and so many characters.
    static String beginning(String text, int lines, int characters) {
        int end = Math.min(text.length(), characters);
        int line = -1;
        for (int i = 0; i < lines && line < end; i++) {
            int next = text.indexOf('\n', line + 1);
            line = next < 0 ? text.length() : next;
        }
        return text.substring(0, Math.min(end, line));
    }

    /// Prints rendered prose as text, with `indent` before each block.
    void html(String indent, String html) {
        for (HtmlToText.Block block : HtmlToText.convert(html)) {
            if (block.preformatted()) {
                verbatim(indent + "    ", block.text());
            } else {
                line(indent + block.prefix(), block.text());
            }
        }
    }

    /// Prints a table. The last columns are left out if they don't fit the width.
    void table(List<String> headers, List<List<String>> rows) {
        var widths = new ArrayList<Integer>();
        int total = 0;
        for (int column = 0; column < headers.size(); column++) {
            int at = column;
            int widest =
                    rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0);
            widest = Math.max(widest, headers.get(column).length());
            total += widest + (column == 0 ? 0 : 2);
            if (column > 0 && total > width()) {
                break;
            }
            widths.add(widest);
        }
        out.println(styled(Style.FAINT, row(headers, widths)));
        rows.forEach(row -> out.println(row(row, widths)));
    }

    private String row(List<String> cells, List<Integer> widths) {
        var row = new StringBuilder();
        for (int column = 0; column < widths.size(); column++) {
            String cell = encodable(cells.get(column));
            row.append(column == 0 ? "" : "  ").append(cell);
            row.append(" ".repeat(Math.max(0, widths.get(column) - cell.length())));
        }
        return row.toString().stripTrailing();
    }

    /// Prints JSON unchanged, on one line. Characters that the charset lacks become JSON escapes.
    void json(String json) {
        var line = new StringBuilder();
        json.chars()
                .forEach(c -> line.append(
                        c < 128 || around.supportsUnicode() ? String.valueOf((char) c) : String.format("\\u%04x", c)));
        out.println(line);
    }

    String encodable(String text) {
        String clean = text.replace("\t", "    ").replaceAll("[\\p{Cc}&&[^\n]]", "?");
        if (!around.supportsUnicode()) {
            for (List<String> spelling : ASCII_FALLBACKS) {
                clean = clean.replace(spelling.getFirst(), spelling.getLast());
            }
        }
        return clean;
    }

    private String styled(Style style, String text) {
        return style.code.isEmpty() || text.isEmpty() || !around.useColour()
                ? text
                : "\u001b[" + style.code + "m" + text + "\u001b[0m";
    }

    private static List<String> wrapped(String text, int width) {
        var lines = new ArrayList<String>();
        for (String paragraph : text.split("\n", -1)) {
            var line = new StringBuilder();
            for (String word : paragraph.strip().split(" +")) {
                if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
