package gradus.course.syntax;

import java.util.ArrayList;
import java.util.List;

/// Java source as tokens: enough of a lexer to compare code regardless of layout and comments, and to write
/// it on one line.
public final class JavaTokens {

    private JavaTokens() {}

    /// A piece of source text: what the compiler reads, and what it skips.
    private enum Kind {
        SPACE,
        COMMENT,
        WORD,
        TEXT_BLOCK,
        LITERAL,
        SYMBOL
    }

    private record Piece(Kind kind, String text) {}

    /// Whether two pieces of code are the same but for layout and comments.
    public static boolean same(String a, String b) {
        return of(a).equals(of(b));
    }

    /// The tokens of `code`; operators come character by character.
    public static List<String> of(String code) {
        return pieces(code).stream()
                .filter(piece -> piece.kind() != Kind.SPACE && piece.kind() != Kind.COMMENT)
                .map(Piece::text)
                .toList();
    }

    /// `code` without comments and line breaks: text blocks become string literals.
    public static String onOneLine(String code) {
        var line = new StringBuilder();
        for (Piece piece : pieces(code)) {
            switch (piece.kind()) {
                case SPACE, COMMENT -> {
                    if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                        line.append(' ');
                    }
                }
                case TEXT_BLOCK -> line.append(literal(piece.text()));
                case WORD, LITERAL, SYMBOL -> line.append(piece.text());
            }
        }
        return line.toString().strip();
    }

    /// `code` with every call, method reference and declaration of a method `name`, or every other use of a
    /// word `name`, under another name.
    public static String rename(String code, String name, String other, boolean method) {
        var out = new StringBuilder();
        List<Piece> pieces = pieces(code);
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            boolean renamed = piece.kind() == Kind.WORD
                    && piece.text().equals(name)
                    && (!method
                            || next(pieces, i, 1).equals("(")
                            || next(pieces, i, -1).equals(":"));
            out.append(renamed ? other : piece.text());
        }
        return out.toString();
    }

    private static String next(List<Piece> pieces, int from, int step) {
        int i = from + step;
        while (i >= 0
                && i < pieces.size()
                && (pieces.get(i).kind() == Kind.SPACE || pieces.get(i).kind() == Kind.COMMENT)) {
            i += step;
        }
        return i >= 0 && i < pieces.size() ? pieces.get(i).text() : "";
    }

    private static List<Piece> pieces(String code) {
        var pieces = new ArrayList<Piece>();
        int at = 0;
        while (at < code.length()) {
            Kind kind = kind(code, at);
            int end = end(code, at, kind);
            pieces.add(new Piece(kind, code.substring(at, end)));
            at = end;
        }
        return pieces;
    }

    private static Kind kind(String code, int at) {
        char c = code.charAt(at);
        if (Character.isWhitespace(c)) {
            return Kind.SPACE;
        } else if (code.startsWith("//", at) || code.startsWith("/*", at)) {
            return Kind.COMMENT;
        } else if (code.startsWith("\"\"\"", at)) {
            return Kind.TEXT_BLOCK;
        } else if (c == '"' || c == '\'') {
            return Kind.LITERAL;
        }
        return Character.isJavaIdentifierPart(c) ? Kind.WORD : Kind.SYMBOL;
    }

    private static int end(String code, int at, Kind kind) {
        int end = at + 1;
        switch (kind) {
            case SPACE -> {
                while (end < code.length() && Character.isWhitespace(code.charAt(end))) {
                    end++;
                }
            }
            case COMMENT -> {
                boolean line = code.charAt(at + 1) == '/';
                int close = code.indexOf(line ? "\n" : "*/", at + 2);
                end = close < 0 ? code.length() : line ? close : close + 2;
            }
            case WORD -> {
                while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
                    end++;
                }
            }
            case TEXT_BLOCK -> end = closing(code, at + 3, "\"\"\"");
            case LITERAL -> end = closing(code, at + 1, code.substring(at, at + 1));
            case SYMBOL -> {}
        }
        return end;
    }

    private static int closing(String code, int from, String quote) {
        int at = from;
        while (at < code.length() && !code.startsWith(quote, at)) {
            at += code.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(code.length(), at + quote.length());
    }

    private static String literal(String textBlock) {
        String content = textBlock.substring(textBlock.indexOf('\n') + 1, textBlock.length() - 3);
        String value = content.stripIndent().translateEscapes();
        var literal = new StringBuilder("\"");
        for (char c : value.toCharArray()) {
            switch (c) {
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                default -> literal.append(c);
            }
        }
        return literal.append('"').toString();
    }
}
