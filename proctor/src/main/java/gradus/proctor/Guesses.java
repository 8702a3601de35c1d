package gradus.proctor;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Signs that say what numbers look like, and may do so by accident when there are few; the others say what was
/// seen.
final class Guesses {

    private static final Set<String> SEEN = Set.of(
            "nan", "nan-lost", "infinite", "infinity-lost", "length", "shape", "ragged", "null", "null-inside", "text");

    private static final Set<String> LOOKS = Set.of(
            "squared",
            "square-root",
            "off-by-one",
            "zero",
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
            "before-softmax",
            "before-normalising",
            "itself",
            "as-given",
            "done-twice",
            "lost-digits",
            "rounding",
            "float",
            "nearly",
            "whole",
            "rounded");

    private static final Set<String> FAMILIES = Set.of(
            "ratio", "shifted", "rolled", "equal-but", "without", "only", "columns", "instead", "zero", "off-by-one");

    private Guesses() {}

    /// Those of `signs` that other failures of the same property do not contradict. What all of them show is no
    /// chance any more.
    ///
    /// @param others the signs of each other failure
    static List<String> kept(List<String> signs, List<List<String>> others) {
        return signs.stream()
                .filter(sign -> !isGuess(sign) || others.stream().allMatch(other -> shows(other, sign)))
                .map(sign -> others.isEmpty() ? sign : sign.replaceFirst("^maybe:", ""))
                .distinct()
                .toList();
    }

    private static boolean shows(List<String> signs, String sign) {
        return signs.stream().anyMatch(each -> alike(each).equals(alike(sign)));
    }

    /// The numbers in a sign change with the case, unless they are what it says.
    private static String alike(String sign) {
        String certain = sign.replaceFirst("^maybe:", "");
        return Stream.of("constant", "offset").anyMatch(certain::startsWith)
                ? certain
                : certain.replaceFirst("@.*", "");
    }

    static boolean isGuess(String sign) {
        String name = alike(sign).replaceFirst("@.*", "");
        String family = name.replaceFirst(":.*", "");
        return sign.startsWith("maybe:")
                || !SEEN.contains(family) && (LOOKS.contains(name) || FAMILIES.contains(family));
    }
}
