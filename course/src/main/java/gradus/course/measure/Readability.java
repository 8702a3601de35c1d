package gradus.course.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// How hard a text is to read.
///
/// @param words the number of words
/// @param sentences the number of sentences
/// @param syllables the number of syllables, counted as groups of vowels
public record Readability(int words, int sentences, int syllables) {

    private static final Pattern END = Pattern.compile("(?<=[.!?])[”’\")*]*\\s+|\\n+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}'’-]*");
    private static final Pattern VOWELS = Pattern.compile("[aeiouyàáâäèéêëìíîïòóôöùúûü]+");

    /// The readability of prose in English; a line break ends a sentence.
    public static Readability of(String text) {
        int words = 0;
        int sentences = 0;
        int syllables = 0;
        for (String sentence : sentences(text)) {
            List<String> found = words(sentence);
            words += found.size();
            sentences += found.isEmpty() ? 0 : 1;
            syllables += found.stream().mapToInt(Readability::syllables).sum();
        }
        return new Readability(words, sentences, syllables);
    }

    static List<String> sentences(String text) {
        return Arrays.stream(END.split(text))
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    static List<String> words(String sentence) {
        return WORD.matcher(sentence).results().map(found -> found.group()).toList();
    }

    /// The syllables of an English word: its groups of vowels, without a silent e at the end.
    static int syllables(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String spoken = lower.matches(".*[^aeiouyl]e") || lower.matches(".*[aeiou]le")
                ? lower.substring(0, lower.length() - 1)
                : lower.replaceFirst("(?<=[^aeioutd])ed$", "d");
        return Math.max(1, (int) VOWELS.matcher(spoken).results().count());
    }

    /// The Flesch–Kincaid grade: the years of school that the text asks for; 0 for no text.
    ///
    /// Source: J. P. Kincaid and others, Derivation of New Readability Formulas for Navy Enlisted Personnel
    /// (1975).
    public double grade() {
        return sentences == 0 ? 0 : Math.max(0, 0.39 * words / sentences + 11.8 * syllables / words - 15.59);
    }
}
