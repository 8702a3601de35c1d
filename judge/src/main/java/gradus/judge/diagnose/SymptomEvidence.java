package gradus.judge.diagnose;

import gradus.proctor.transcript.Event.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What all wrong results of a submission together say of a symptom: a symptom that may be a coincidence is a fact
/// only if failures of the same method in other checks show it too.
final class SymptomEvidence {

    /// Symptoms that every failure shows if they are the cause.
    private static final Set<String> COMMON = Set.of(
            "ratio",
            "constant",
            "offset",
            "squared",
            "square-root",
            "complement",
            "exponential",
            "logarithm",
            "inverse",
            "whole",
            "rounded",
            "instead");

    /// Symptoms with a number of their own, which two wrong results share now and then.
    private static final Set<String> OFTEN_BY_CHANCE = Set.of("offset", "constant");

    /// If this many different results were expected, one symptom of all of them is no coincidence.
    private static final int MIN_RESULTS = 3;

    private final List<Finding> mismatches;

    SymptomEvidence(List<Finding> mismatches) {
        this.mismatches = mismatches;
    }

    /// The symptom to state as a fact, marked as certain: the one that most failures share, then the most
    /// telling.
    Optional<String> mostTelling(Finding finding) {
        return finding.symptoms().stream()
                .filter(symptom -> SymptomDescriber.isCertain(symptom) || isConfirmed(symptom, finding))
                .filter(symptom -> !isContradicted(symptom, finding))
                .map(symptom ->
                        SymptomDescriber.isCertain(symptom) ? symptom : symptom.substring(symptom.indexOf(':') + 1))
                .filter(symptom -> SymptomDescriber.sentence(symptom).isPresent())
                .max(Comparator.<String>comparingLong(symptom -> votes(symptom, finding))
                        .thenComparing(symptom -> -position(symptom, finding)));
    }

    private boolean isConfirmed(String symptom, Finding finding) {
        // With few rows, a wrong index is often off by one by coincidence, and any number is off by something.
        return SymptomDescriber.name(symptom).startsWith("one-")
                ? votes(symptom, finding) == ofSameMethod(finding).count()
                        && ofSameMethod(finding)
                                        .map(Finding::expected)
                                        .distinct()
                                        .count()
                                >= MIN_RESULTS
                : votes(symptom, finding) > (OFTEN_BY_CHANCE.contains(SymptomDescriber.name(symptom)) ? 2 : 1);
    }

    static int position(String symptom, Finding finding) {
        return finding.symptoms().stream()
                .map(SymptomDescriber::keyWithNumbers)
                .toList()
                .indexOf(SymptomDescriber.keyWithNumbers(symptom));
    }

    /// How many failures of the same method show this symptom.
    long votes(String symptom, Finding finding) {
        return ofSameMethod(finding).filter(each -> shows(each, symptom)).count();
    }

    private static boolean shows(Finding finding, String symptom) {
        return finding.symptoms().stream()
                .map(SymptomDescriber::keyWithNumbers)
                .anyMatch(SymptomDescriber.keyWithNumbers(symptom)::equals);
    }

    Stream<Finding> ofSameMethod(Finding finding) {
        return mismatches.stream().filter(each -> CallText.method(each).equals(CallText.method(finding)));
    }

    /// Whether the symptom may be a coincidence, and more failures of the same method rule it out than show
    /// it. A failure rules it out if it would show it, were it the cause, and is an ordinary number without it.
    private boolean isContradicted(String symptom, Finding finding) {
        long hidden = ofSameMethod(finding)
                .filter(each -> isOfNumbers(each) && !shows(each, symptom))
                .count();
        switch (SymptomDescriber.name(symptom).split(":")[0]) {
            // The sentence says "each time", so only rounding may hide it.
            case "offset" -> {
                return 2 * hidden > votes(symptom, finding);
            }
            case "ratio", "rounding", "float", "zero" -> {
                if (hidden > votes(symptom, finding)) {
                    return true;
                }
            }
            default -> {
                // What other numbers show says little of these.
            }
        }
        long denials = ofSameMethod(finding)
                .filter(each -> isOrdinary(each) && !shows(each, symptom))
                .count();
        return SymptomDescriber.question(symptom).isPresent()
                && COMMON.contains(SymptomDescriber.name(symptom).split(":")[0])
                && denials > votes(symptom, finding);
    }

    private static boolean isOfNumbers(Finding finding) {
        return isFinite(finding.expected()) && isFinite(finding.got());
    }

    private static boolean isFinite(String text) {
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    static boolean isOrdinary(Finding finding) {
        return finding.symptoms().stream()
                .map(SymptomDescriber::name)
                .noneMatch(name -> name.startsWith("nan") || name.startsWith("infinite"));
    }
}
