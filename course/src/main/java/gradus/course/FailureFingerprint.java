package gradus.course;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A fingerprint of how a submission fails: which checks failed and how, and how the run ended.
///
/// @param ending how the run ended: `Completed`, `OutOfTime`
/// @param checks the checks that did not pass, in the order of the lab
public record FailureFingerprint(String ending, List<CheckFingerprint> checks) {

    /// The fingerprint of a submission that never ran; it matches no run.
    public static final FailureFingerprint NONE = new FailureFingerprint("Refused", List.of());

    private static final int LONGEST_RESULT = 60;

    private static final Set<String> ANSWERS = Set.of("true", "false");

    public FailureFingerprint {
        checks = List.copyOf(checks);
    }

    /// How one check failed.
    ///
    /// @param outcome `NOT_RUN`, or the kind of the failure
    /// @param callPattern the call without its numbers
    /// @param symptoms the symptoms of the wrong result, joined by commas
    /// @param result the value returned, as shown; a long one is cut and hashed
    public record CheckFingerprint(String checkId, String outcome, String callPattern, String symptoms, String result) {

        public CheckFingerprint {
            // Its line has bars between the parts.
            callPattern = callPattern.replace('|', '¦').strip();
            symptoms = symptoms.replace('|', '¦').strip();
            result = result.replace('\n', ' ').strip();
            if (result.length() > LONGEST_RESULT) {
                result = result.substring(0, LONGEST_RESULT / 2) + "…"
                        + Sha256.of(result).substring(0, 16);
            }
        }

        /// The fingerprint that [#line] wrote.
        ///
        /// @throws IllegalArgumentException if it is none
        public static CheckFingerprint parse(String line) {
            String[] parts = line.split(" \\| ?", 5);
            if (parts.length < 5) {
                throw new IllegalArgumentException(
                        "expected a check, its outcome, the call, symptoms and the result, got \"" + line + "\"");
            }
            return new CheckFingerprint(parts[0], parts[1], parts[2], parts[3], parts[4]);
        }

        /// All parts on one line.
        public String line() {
            return String.join(" | ", checkId, outcome, callPattern, symptoms, result);
        }

        /// The same without the numbers.
        CheckFingerprint pattern() {
            return new CheckFingerprint(checkId, outcome, callPattern, symptoms.replaceAll("@[^,]*", ""), "");
        }
    }

    /// The same without the numbers.
    public FailureFingerprint pattern() {
        return new FailureFingerprint(
                ending, checks.stream().map(CheckFingerprint::pattern).toList());
    }

    /// Whether the failures point to one mistake: a method that always returns the same may have many causes, and so
    /// may a wrong `true` or `false`, or a small integer.
    public boolean isDistinctive() {
        boolean telling =
                checks.stream().anyMatch(check -> !check.outcome.equals("MISMATCH") || !ANSWERS.contains(check.result));
        return telling
                && checks.stream()
                        .filter(check -> check.outcome.equals("MISMATCH"))
                        .collect(
                                Collectors.groupingBy(check -> check.callPattern.split("\\(", 2)[0]))
                        .values()
                        .stream()
                        .noneMatch(alike -> alike.size() > 2
                                && alike.stream()
                                                .map(CheckFingerprint::result)
                                                .distinct()
                                                .count()
                                        == 1);
    }
}
