package gradus.judge.support;

/// Text that a learner's code has written, in one line and as it is: what can't be seen is escaped, so that it
/// neither breaks a sentence nor changes a terminal.
public final class OneLine {

    private OneLine() {}

    /// The text with line ends as `\n` and other control characters as `\u001b`.
    public static String of(String text) {
        if (text.codePoints().noneMatch(OneLine::isInvisible)) {
            return text;
        }
        var line = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (isInvisible(point)) {
                line.append(escaped(point));
            } else {
                line.appendCodePoint(point);
            }
        });
        return line.toString();
    }

    private static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static String escaped(int point) {
        return switch (point) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format("\\u%04x", point);
        };
    }
}
