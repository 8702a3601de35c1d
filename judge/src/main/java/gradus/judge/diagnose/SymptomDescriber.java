package gradus.judge.diagnose;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Describes a symptom of a wrong result: with a sentence if it is certain, with a question if it may be a
/// coincidence.
final class SymptomDescriber {

    private static final String MAYBE = "maybe:";
    private static final String INSTEAD = "instead:";
    private static final Pattern PARTS = Pattern.compile("(?:maybe:)?([^@]*)(?:@(.*))?", Pattern.DOTALL);

    private static final Pattern LEADING_NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?(?:[eE]-?\\d+)?");

    private SymptomDescriber() {}

    static boolean isCertain(String symptom) {
        return !symptom.startsWith(MAYBE);
    }

    /// A sentence that stands alone; empty if the symptom by itself says too little.
    static Optional<String> sentence(String symptom) {
        String name = name(symptom);
        return name.startsWith(INSTEAD)
                ? instead(name)
                        .map(both -> "You got " + both[0] + ", but " + both[1].split(" \\(")[0] + " was expected.")
                : fillIn(symptom, SymptomMessages.SENTENCES).map(text -> text + firstIndex(symptom));
    }

    /// A question that follows the check's own reason.
    static Optional<String> question(String symptom) {
        String name = name(symptom);
        return name.startsWith(INSTEAD)
                ? instead(name).map(both -> "The result equals " + both[0] + ": is that what your code computes?")
                : fillIn(symptom, SymptomMessages.QUESTIONS);
    }

    /// The symptom without its certainty, and without its numbers unless several failures can share them.
    static String keyWithNumbers(String symptom) {
        String name = name(symptom);
        return Stream.of("constant", "offset").anyMatch(name::equals) ? name + "@" + numbers(symptom) : name;
    }

    static String name(String symptom) {
        return matched(symptom).group(1);
    }

    private static String numbers(String symptom) {
        String numbers = matched(symptom).group(2);
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

    private static String firstIndex(String symptom) {
        return (name(symptom).startsWith("nan") || name(symptom).startsWith("infinite"))
                        && !List.of("", "0").contains(numbers(symptom))
                ? " The first is at index " + numbers(symptom) + "."
                : "";
    }

    /// Whether something happens more or less often, as two results begin with the number that was got and the one that
    /// was expected.
    static String direction(String got, String expected) {
        double difference = leadingNumber(got) - leadingNumber(expected);
        return difference > 0 ? "more" : difference < 0 ? "less" : "more or less";
    }

    private static double leadingNumber(String text) {
        Matcher number = LEADING_NUMBER.matcher(text);
        return number.lookingAt() ? Double.parseDouble(number.group()) : Double.NaN;
    }

    private static Optional<String> fillIn(String symptom, Map<String, String> messages) {
        String numbers = numbers(symptom);
        if (name(symptom).equals("constant") && !Ratios.isPlain(leadingNumber(numbers))) {
            // Whatever came out differs from what was expected by some factor.
            return Optional.empty();
        }
        String[] both = numbers.split("/", 2);
        return Optional.ofNullable(messages.get(name(symptom)))
                .map(text -> text.replace("{}", both[0])
                        .replace("[]", both[both.length - 1])
                        .replace("@", numbers));
    }

    private static Matcher matched(String symptom) {
        Matcher parts = PARTS.matcher(symptom);
        if (!parts.matches()) {
            throw new IllegalStateException("the pattern of a symptom does not match " + symptom);
        }
        return parts;
    }
}
