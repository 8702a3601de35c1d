package gradus.ml.data;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Edit distance (Levenshtein distance): how many characters to insert, delete or replace to turn one string
/// into another. It finds the names that someone may have meant.
///
/// Source: R. A. Wagner and M. J. Fischer, "The String-to-String Correction Problem", Journal of the ACM 21
/// (1974), 168–173.
public final class EditDistance {

    private static final int FEW = 10;
    private static final int NEAREST = 3;
    private static final int MAX_LENGTH = 50;

    private EditDistance() {}

    /// The edit distance of two strings of m and n UTF-16 code units: 0 if they are equal, at most the length
    /// of the longer one. O(m·n) time, O(n) memory.
    public static int between(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }

    /// The strings with the smallest edit distance to `text`, nearest first, at most `count`. Upper and lower
    /// case, and white space around a string, only matter between equally near ones; after that, the order in
    /// `candidates` does. Only the first 50 characters of each string count, so the cost is O(number of
    /// candidates).
    public static List<String> nearest(String text, Collection<String> candidates, int count) {
        record Candidate(String text, int distance, int exactDistance) {}
        return candidates.stream()
                .map(candidate -> new Candidate(
                        candidate, between(plain(text), plain(candidate)), between(start(text), start(candidate))))
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparingInt(Candidate::exactDistance))
                .limit(count)
                .map(Candidate::text)
                .toList();
    }

    private static String plain(String text) {
        return start(text.strip()).toLowerCase(Locale.ROOT);
    }

    private static String start(String text) {
        return text.substring(0, Math.min(text.length(), MAX_LENGTH));
    }

    /// The end of a message about an unknown name: `the columns are [a, b]` if there are up to ten, or `the
    /// nearest of the 752 columns are [age, wage, page]`.
    ///
    /// @param name the unknown name
    /// @param names the known names
    /// @param things what the names are, in the plural, such as `columns`
    public static String suggestion(String name, Collection<String> names, String things) {
        if (names.isEmpty()) {
            return "there are no " + things;
        }
        if (names.size() <= FEW) {
            return "the " + things + " are " + format(names);
        }
        return "the nearest of the " + names.size() + " " + things + " are " + format(nearest(name, names, NEAREST));
    }

    private static String format(Collection<String> names) {
        return names.stream()
                .map(name -> name.length() > MAX_LENGTH ? start(name) + "…" : name)
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
