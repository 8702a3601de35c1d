package gradus.proctor.assertions;

import gradus.proctor.failure.CheckFault;
import java.util.List;
import java.util.regex.Pattern;
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
        return words.stream()
                .filter(word -> !pattern(word).matcher(message).find())
                .toList();
    }

    static String quoted(List<String> words) {
        return words.stream().map(word -> '"' + word + '"').collect(Collectors.joining(" and "));
    }

    private static Pattern pattern(String word) {
        String notWithinWordOrNumber = "(?<![\\p{L}\\p{N}])(?<!\\p{N}[.,])";
        boolean isNumber = Character.isDigit(word.charAt(word.length() - 1));
        return Pattern.compile(
                notWithinWordOrNumber + Pattern.quote(word) + (isNumber ? "(?![\\p{L}\\p{N}]|[.,]\\p{N})" : ""),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
