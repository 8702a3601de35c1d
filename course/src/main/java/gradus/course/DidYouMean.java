package gradus.course;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/// Suggestions for an unknown name: the known name that was probably meant, or all known names.
public final class DidYouMean {

    private DidYouMean() {}

    /// The name in `known` that was probably meant by `name`; empty if none is similar enough.
    public static Optional<String> closest(String name, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String other) -> distance(name, other))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(other -> distance(name, other) <= Math.max(2, name.length() / 3));
    }

    /// The end of a sentence: `; did you mean "level"?` or `; expected one of "a", "b".`; just a full stop if
    /// there are no known names, or more than 20.
    public static String hint(String name, Collection<String> known) {
        return closest(name, known)
                .map(other -> "; did you mean \"" + other + "\"?")
                .orElseGet(() -> all(known));
    }

    private static String all(Collection<String> known) {
        if (known.isEmpty() || known.size() > 20) {
            return ".";
        }
        String names = known.stream().sorted().collect(Collectors.joining("\", \"", "\"", "\"."));
        return known.size() == 1 ? "; expected " + names : "; expected one of " + names;
    }

    /// The Levenshtein distance: how many characters must be inserted, deleted or substituted to turn `a`
    /// into `b`.
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
