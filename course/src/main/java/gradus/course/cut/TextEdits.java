package gradus.course.cut;

import java.util.Comparator;
import java.util.TreeSet;

/// Replacements in a text, by offsets in the original text. If two overlap, only the first is applied.
final class TextEdits {

    private record Edit(int from, int to, String replacement, int order) {}

    private final String text;
    private final TreeSet<Edit> edits = new TreeSet<>(Comparator.comparingInt(Edit::from)
            .thenComparing(Edit::to, Comparator.reverseOrder())
            .thenComparingInt(Edit::order));

    TextEdits(String text) {
        this.text = text;
    }

    void replace(int from, int to, String replacement) {
        edits.add(new Edit(from, to, replacement, edits.size()));
    }

    void remove(int from, int to) {
        replace(from, to, "");
    }

    void insert(int offset, String text) {
        replace(offset, offset, text);
    }

    String apply() {
        var out = new StringBuilder();
        int done = 0;
        for (Edit edit : edits) {
            if (edit.from() >= done) {
                out.append(text, done, edit.from()).append(edit.replacement());
            }
            done = Math.max(done, edit.to());
        }
        return out.append(text, done, text.length()).toString();
    }
}
