package gradus.judge.diagnose;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What is said of a sign that a wrong result shows: a sentence where it is sure, a question where it may be
/// chance.
final class SymptomDescriber {

    private static final String MAYBE = "maybe:";
    private static final String INSTEAD = "instead:";
    private static final Pattern PARTS = Pattern.compile("(?:maybe:)?([^@]*)(?:@(.*))?", Pattern.DOTALL);

    private SymptomDescriber() {}

    static boolean isCertain(String sign) {
        return !sign.startsWith(MAYBE);
    }

    /// A sentence that stands by itself; empty if the sign alone says too little.
    static Optional<String> sentence(String sign) {
        String name = name(sign);
        return name.startsWith(INSTEAD)
                ? instead(name)
                        .map(both -> "What came is " + both[0] + "; " + both[1].split("[,:]")[0] + " is asked for.")
                : fillIn(sign, SymptomMessages.SENTENCES).map(text -> text + firstIndex(sign));
    }

    /// A question that comes after the reason which the check gives.
    static Optional<String> question(String sign) {
        String name = name(sign);
        return name.startsWith(INSTEAD)
                ? instead(name).map(both -> "What came is also " + both[0] + ": is that what your code works out?")
                : fillIn(sign, SymptomMessages.QUESTIONS);
    }

    /// The sign without how sure it is, and without its numbers, unless it is them that several cases share.
    static String keyWithNumbers(String sign) {
        String name = name(sign);
        return Stream.of("constant", "offset").anyMatch(name::equals) ? name + "@" + numbers(sign) : name;
    }

    static String name(String sign) {
        return matched(sign).group(1);
    }

    private static String numbers(String sign) {
        String numbers = matched(sign).group(2);
        return numbers == null ? "" : numbers;
    }

    private static Optional<String[]> instead(String name) {
        String[] both = name.substring(INSTEAD.length()).split("/", 2);
        return both.length == 2
                        && SymptomMessages.FORMULAS.containsKey(both[0])
                        && SymptomMessages.FORMULAS.containsKey(both[1])
                ? Optional.of(
                        new String[] {SymptomMessages.FORMULAS.get(both[0]), SymptomMessages.FORMULAS.get(both[1])})
                : Optional.empty();
    }

    private static String firstIndex(String sign) {
        return (name(sign).startsWith("nan") || name(sign).startsWith("infinite"))
                        && !numbers(sign).isEmpty()
                ? " It begins at index " + numbers(sign) + "."
                : "";
    }

    private static Optional<String> fillIn(String sign, Map<String, String> words) {
        String numbers = numbers(sign);
        String[] both = numbers.split("/", 2);
        return Optional.ofNullable(words.get(name(sign)))
                .map(text -> text.replace("{}", both[0])
                        .replace("[]", both[both.length - 1])
                        .replace("@", numbers));
    }

    private static Matcher matched(String sign) {
        Matcher parts = PARTS.matcher(sign);
        if (!parts.matches()) {
            throw new IllegalStateException("what fits any text does not fit " + sign);
        }
        return parts;
    }
}
