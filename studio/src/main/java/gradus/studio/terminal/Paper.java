package gradus.studio.terminal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// Lines for a person: wrapped at the width, coloured where that is wanted, in signs that the charset has.
final class Paper {

    /// Colours. No meaning is told by colour alone.
    enum Ink {
        PLAIN(""),
        STRONG("1"),
        FAINT("2"),
        GOOD("32"),
        BAD("31");

        private final String code;

        Ink(String code) {
            this.code = code;
        }
    }

    private static final List<List<String>> SPELT = List.of(
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

    private final Surroundings around;
    private final PrintStream out;

    Paper(Surroundings around) {
        this.around = around;
        this.out = around.out();
    }

    int width() {
        return around.width();
    }

    void gap() {
        out.println();
    }

    void line(String text) {
        line(Ink.PLAIN, "", Ink.PLAIN, text);
    }

    void line(String lead, String text) {
        line(Ink.PLAIN, lead, Ink.PLAIN, text);
    }

    /// Wrapped, with `lead` before the first line and blanks as wide before the others.
    void line(Ink leadInk, String lead, Ink ink, String text) {
        String shown = signs(lead);
        String margin = " ".repeat(shown.length());
        boolean first = true;
        for (String part : wrapped(signs(text), width() - shown.length())) {
            out.println((first ? inked(leadInk, shown) : margin) + inked(ink, part));
            first = false;
        }
    }

    /// As it is, each line behind `margin`.
    void kept(String margin, String text) {
        text.lines().forEach(line -> out.println(margin + signs(line)));
    }

    /// Rendered prose as text, each block behind `margin`.
    void prose(String margin, String html) {
        for (PlainText.Block block : PlainText.of(html)) {
            if (block.kept()) {
                kept(margin + "    ", block.text());
            } else {
                line(margin + block.lead(), block.text());
            }
        }
    }

    /// Columns under their heads. The last columns are left out where the width does not hold them.
    void table(List<String> heads, List<List<String>> rows) {
        var widths = new ArrayList<Integer>();
        int total = 0;
        for (int column = 0; column < heads.size(); column++) {
            int at = column;
            int widest =
                    rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0);
            widest = Math.max(widest, heads.get(column).length());
            total += widest + (column == 0 ? 0 : 2);
            if (column > 0 && total > width()) {
                break;
            }
            widths.add(widest);
        }
        out.println(inked(Ink.FAINT, row(heads, widths)));
        rows.forEach(row -> out.println(row(row, widths)));
    }

    private String row(List<String> cells, List<Integer> widths) {
        var row = new StringBuilder();
        for (int column = 0; column < widths.size(); column++) {
            String cell = signs(cells.get(column));
            row.append(column == 0 ? "" : "  ").append(cell);
            row.append(" ".repeat(Math.max(0, widths.get(column) - cell.length())));
        }
        return row.toString().stripTrailing();
    }

    /// Exactly as given, on one line; what the charset lacks is written as JSON escapes.
    void json(String json) {
        var line = new StringBuilder();
        json.chars()
                .forEach(c -> line.append(
                        c < 128 || around.unicode() ? String.valueOf((char) c) : String.format("\\u%04x", c)));
        out.println(line);
    }

    String signs(String text) {
        String clean = text.replace("\t", "    ").replaceAll("[\\p{Cc}&&[^\n]]", "?");
        if (!around.unicode()) {
            for (List<String> spelling : SPELT) {
                clean = clean.replace(spelling.getFirst(), spelling.getLast());
            }
        }
        return clean;
    }

    private String inked(Ink ink, String text) {
        return ink.code.isEmpty() || text.isEmpty() || !around.coloured()
                ? text
                : "\u001b[" + ink.code + "m" + text + "\u001b[0m";
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
