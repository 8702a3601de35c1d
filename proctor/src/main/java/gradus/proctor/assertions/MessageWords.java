package gradus.proctor.assertions;

import gradus.proctor.failure.CheckFault;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words that the message of an exception must have.
final class MessageWords {

    private MessageWords() {}

    /// The words in `text`, which are separated by blanks.
    static List<String> of(String text) {
        if (text.isBlank()) {
            throw new CheckFault("the words of a message must not be blank; use fails if any message will do");
        }
        return Stream.of(text.strip().split("\\s+")).toList();
    }

    /// The `words` that aren't in `message`.
    static List<String> missing(List<String> words, String message) {
        return words.stream().filter(word -> !isIn(message, word)).toList();
    }

    static String quoted(List<String> words) {
        return words.stream().map(word -> '"' + word + '"').collect(Collectors.joining(" and "));
    }

    /// The words in a sentence: `the word "row" and the numbers 2 and 3`.
    static String promise(List<String> words) {
        List<String> plain = words.stream().filter(word -> !isNumber(word)).toList();
        List<String> numbers = words.stream().filter(MessageWords::isNumber).toList();
        return Stream.of(named("word", quoted(plain), plain), named("number", String.join(" and ", numbers), numbers))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" and "));
    }

    private static String named(String what, String list, List<String> words) {
        return words.isEmpty() ? "" : "the " + what + (words.size() == 1 ? " " : "s ") + list;
    }

    private static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(word.length() - 1));
    }

    private static boolean isIn(String message, String word) {
        boolean isNumber = isNumber(word);
        for (int start = 0; start + word.length() <= message.length(); start++) {
            int end = start + word.length();
            if (message.regionMatches(true, start, word, 0, word.length())
                    && !(isNumber ? numberGoesOnBefore(message, start) : isLetterBefore(message, start))
                    && !(isNumber && numberGoesOnAfter(message, end))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetterBefore(String message, int start) {
        return start > 0 && Character.isLetterOrDigit(message.charAt(start - 1));
    }

    /// Whether the number at `start` begins before it: "2" in "12" or "1.2", but not in "3x2".
    private static boolean numberGoesOnBefore(String message, int start) {
        return start > 0 && Character.isDigit(message.charAt(start - 1))
                || start > 1 && isPoint(message.charAt(start - 1)) && Character.isDigit(message.charAt(start - 2));
    }

    /// Whether the number that ends at `end` goes on: "2" in "21" or "2.1", but not in "2x3".
    private static boolean numberGoesOnAfter(String message, int end) {
        return end < message.length() && Character.isDigit(message.charAt(end))
                || end + 1 < message.length()
                        && isPoint(message.charAt(end))
                        && Character.isDigit(message.charAt(end + 1));
    }

    private static boolean isPoint(char c) {
        return c == '.' || c == ',';
    }
}
