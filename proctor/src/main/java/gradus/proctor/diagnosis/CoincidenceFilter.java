package gradus.proctor.diagnosis;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Drops symptoms that may be coincidence. With few numbers, a symptom such as `squared` may fit by accident;
/// others, such as `nan`, are observed facts.
public final class CoincidenceFilter {

    static final String MAYBE = "maybe:";

    /// Symptoms that are never coincidence, however small the case: they are observed, not inferred.
    private static final Set<String> OBSERVED = Set.of(
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

    /// Symptoms that compare the result with the expected one.
    private static final Set<String> RESULT_PATTERNS = Set.of(
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
            "cumulative",
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

    /// Symptoms that name a possible cause. Another cause may lead to the same small number.
    private static final Set<String> CAUSE_PATTERNS = Set.of(
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

    private CoincidenceFilter() {}

    /// The `symptoms` that other failures of the same property don't contradict. A symptom that all of them
    /// show isn't coincidence any more.
    ///
    /// @param others the symptoms of each other failure
    public static List<String> confirmed(List<String> symptoms, List<List<String>> others) {
        return symptoms.stream()
                .filter(symptom ->
                        !mayBeCoincidence(symptom) || others.stream().allMatch(other -> contains(other, symptom)))
                .map(symptom -> others.isEmpty() || !mayBeCoincidence(symptom) ? symptom : withoutMaybe(symptom))
                .distinct()
                .toList();
    }

    private static boolean contains(List<String> symptoms, String symptom) {
        return symptoms.stream().anyMatch(each -> comparisonKey(each).equals(comparisonKey(symptom)));
    }

    /// The symptom without the numbers that depend on the case. `constant` and `offset` keep theirs.
    private static String comparisonKey(String symptom) {
        String certain = withoutMaybe(symptom);
        return Stream.of("constant", "offset").anyMatch(certain::startsWith)
                ? certain
                : certain.replaceFirst("@.*", "");
    }

    private static String withoutMaybe(String symptom) {
        return symptom.startsWith(MAYBE) ? symptom.substring(MAYBE.length()) : symptom;
    }

    private static String family(String symptom) {
        return withoutMaybe(symptom).replaceFirst("[:@].*", "");
    }

    static boolean mayBeCoincidence(String symptom) {
        return symptom.startsWith(MAYBE)
                || RESULT_PATTERNS.contains(family(symptom))
                || CAUSE_PATTERNS.contains(family(symptom));
    }

    /// Whether the symptom of a single number is likely to be coincidence.
    static boolean isLikelyCoincidence(String symptom, NumericArray want, NumericArray have) {
        if (want.size() != 1 || OBSERVED.contains(family(symptom))) {
            return false;
        }
        double expected = want.get(0);
        double got = have.get(0);
        boolean small = isInteger(expected) && Math.abs(expected) <= 4 && isInteger(got);
        // With few numbers, n/(n − 1) and its kind are simple fractions.
        if (symptom.matches("ratio:(n/|\\(n-1|1/root|root).*")) {
            return hasFewDigits(got) && hasFewDigits(expected);
        }
        return CAUSE_PATTERNS.contains(family(symptom))
                ? hasFewDigits(got)
                : want.isIntegral() || small || Set.of("constant", "offset").contains(family(symptom));
    }

    private static boolean isInteger(double number) {
        return number == Math.rint(number);
    }

    /// Whether `number` has at most four decimals, so that many different calculations may give it.
    private static boolean hasFewDigits(double number) {
        double scaled = number * 1e4;
        return Math.abs(scaled - Math.rint(scaled)) <= 1e-9 * Math.max(1, Math.abs(scaled)) || !Double.isFinite(scaled);
    }
}
