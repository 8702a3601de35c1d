package gradus.proctor;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Signs that say what numbers look like, and may do so by accident when there are few; the others say what was
/// seen.
final class Guesses {

    static final String MAYBE = "maybe:";

    /// What is no guess however small the case: it is seen, not worked out.
    private static final Set<String> SEEN = Set.of(
            "nan",
            "nan-lost",
            "infinite",
            "infinity-lost",
            "length",
            "shape",
            "ragged",
            "null",
            "null-inside",
            "text",
            "zero",
            "rounding",
            "float",
            "nearly",
            "loop-loses-digits",
            "int-limit");

    /// What a result is like, by itself.
    private static final Set<String> LOOKS = Set.of(
            "squared",
            "square-root",
            "one-more",
            "one-less",
            "off-by-one",
            "transposed",
            "permuted",
            "sorted",
            "reversed",
            "absolute",
            "some-signs",
            "complement",
            "exponential",
            "logarithm",
            "angle",
            "inverse",
            "constant",
            "offset",
            "ratio",
            "shifted",
            "rolled",
            "equal-but",
            "columns",
            "before-softmax",
            "before-normalising");

    /// How a result came about. Another way may lead to the same small number.
    private static final Set<String> WAYS = Set.of(
            "instead",
            "without",
            "only",
            "alone",
            "itself",
            "as-given",
            "done-twice",
            "lost-digits",
            "whole",
            "rounded");

    private Guesses() {}

    /// Those of `signs` that other failures of the same property do not contradict. What all of them show is no
    /// chance any more.
    ///
    /// @param others the signs of each other failure
    static List<String> kept(List<String> signs, List<List<String>> others) {
        return signs.stream()
                .filter(sign -> !isGuess(sign) || others.stream().allMatch(other -> shows(other, sign)))
                .map(sign -> others.isEmpty() || !isGuess(sign) ? sign : certain(sign))
                .distinct()
                .toList();
    }

    private static boolean shows(List<String> signs, String sign) {
        return signs.stream().anyMatch(each -> alike(each).equals(alike(sign)));
    }

    /// The numbers in a sign change with the case, unless they are what it says.
    private static String alike(String sign) {
        String certain = certain(sign);
        return Stream.of("constant", "offset").anyMatch(certain::startsWith)
                ? certain
                : certain.replaceFirst("@.*", "");
    }

    private static String certain(String sign) {
        return sign.startsWith(MAYBE) ? sign.substring(MAYBE.length()) : sign;
    }

    private static String family(String sign) {
        return certain(sign).replaceFirst("[:@].*", "");
    }

    static boolean isGuess(String sign) {
        return sign.startsWith(MAYBE) || LOOKS.contains(family(sign)) || WAYS.contains(family(sign));
    }

    /// Whether a single number shows the sign that others like it would show by accident.
    static boolean isChance(String sign, Numbers want, Numbers have) {
        if (want.size() != 1 || SEEN.contains(family(sign))) {
            return false;
        }
        double expected = want.at(0);
        double got = have.at(0);
        boolean small = isWhole(expected) && Math.abs(expected) <= 4 && isWhole(got);
        return WAYS.contains(family(sign))
                ? isShort(got)
                : want.whole() || small || Set.of("constant", "offset").contains(family(sign));
    }

    private static boolean isWhole(double number) {
        return number == Math.rint(number);
    }

    /// Of few digits, as many different calculations give it.
    private static boolean isShort(double number) {
        double scaled = number * 1e4;
        return Math.abs(scaled - Math.rint(scaled)) <= 1e-9 * Math.max(1, Math.abs(scaled)) || !Double.isFinite(scaled);
    }
}
