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

    private static boolean isIn(String message, String word) {
        boolean isNumber = Character.isDigit(word.charAt(word.length() - 1));
        for (int start = 0; start + word.length() <= message.length(); start++) {
            int end = start + word.length();
            if (message.regionMatches(true, start, word, 0, word.length())
                    && !goesOnBefore(message, start)
                    && !(isNumber && goesOnAfter(message, end))) {
                return true;
            }
        }
        return false;
    }

    /// Whether the word or number at `start` begins before it: "2" in "12" or "1.2".
    private static boolean goesOnBefore(String message, int start) {
        return start > 0 && Character.isLetterOrDigit(message.charAt(start - 1))
                || start > 1 && isPoint(message.charAt(start - 1)) && Character.isDigit(message.charAt(start - 2));
    }

    /// Whether the number that ends at `end` goes on: "2" in "21" or "2.1".
    private static boolean goesOnAfter(String message, int end) {
        return end < message.length() && Character.isLetterOrDigit(message.charAt(end))
                || end + 1 < message.length()
                        && isPoint(message.charAt(end))
                        && Character.isDigit(message.charAt(end + 1));
    }

    private static boolean isPoint(char c) {
        return c == '.' || c == ',';
    }
}
