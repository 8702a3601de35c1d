package gradus.judge.diagnose;

import gradus.judge.Verdict.CheckResult;
import gradus.judge.run.CheckRunResult;
import gradus.proctor.transcript.Event.FailureKind;
import gradus.proctor.transcript.Event.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Explains a wrong result by its symptoms. A symptom that may be a coincidence is stated as a fact only if
/// failures of the same method in other checks show it too; otherwise it becomes a question.
final class MismatchExplainer {

    /// Symptoms that say what is wrong, but not why: another failure may say more.
    private static final Set<String> VAGUE = Set.of("nan", "infinite", "zero", "nan-lost", "infinity-lost", "nearly");

    /// Symptoms that are facts, in no need of a call to show them.
    private static final Set<String> FACTS = Set.of(
            "changed-argument",
            "aliased",
            "stateful",
            "global-seed",
            "allocates",
            "null",
            "null-inside",
            "ragged",
            "transposed",
            "text",
            "too-slow");

    /// Symptoms of many calls together, which say nothing of another failure.
    private static final Set<String> OF_MANY_CALLS =
            Set.of("distribution", "mean-off", "variance-off", "share-off", "correlated", "too-few", "seed-ignored");

    /// Mistakes that make other results wrong as well.
    private static final Set<String> ROOT_CAUSES = Set.of("changed-argument", "aliased", "stateful", "global-seed");

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

    /// If this many different calls return the same, the result doesn't depend on the arguments.
    private static final int MIN_SAME_ANSWERS = 3;

    private static final Set<String> ANSWERS = Set.of("true", "false");

    private static final int MAX_VALUE_LENGTH = 60;

    private static final Pattern MISSING_WORDS = Pattern.compile(".*; it lacks (\".*)", Pattern.DOTALL);

    private final List<Finding> mismatches;
    private final List<Finding> thrown;

    MismatchExplainer(CheckRunResult checkRunResult) {
        mismatches = ofKind(checkRunResult, FailureKind.MISMATCH);
        thrown = ofKind(checkRunResult, FailureKind.THREW);
    }

    private static List<Finding> ofKind(CheckRunResult checkRunResult, FailureKind kind) {
        return checkRunResult.checks().stream()
                .map(CheckResult::id)
                .map(checkRunResult.findings()::get)
                .filter(Objects::nonNull)
                .filter(finding -> finding.kind() == kind)
                .toList();
    }

    /// What was returned, what was expected and why, with no guess at the cause.
    static String describePlainly(Finding finding) {
        return described(finding, "");
    }

    String explain(Finding finding) {
        Optional<String> own = mostTellingSymptom(finding);
        return opposite(finding)
                .or(() -> own.filter(symptom -> !VAGUE.contains(SymptomDescriber.name(symptom)))
                        .flatMap(symptom -> sentence(symptom, finding)))
                .or(() -> sameAnswer(finding))
                .or(() -> finding.why().isEmpty() ? fromOtherFailures(finding) : Optional.empty())
                .or(() -> rootCause(finding))
                .or(() -> own.flatMap(symptom -> sentence(symptom, finding)))
                .orElseGet(() -> describe(finding));
    }

    /// What is known comes first, because what the symptom points to may be a coincidence.
    private static Optional<String> sentence(String symptom, Finding finding) {
        boolean stands = finding.call().isEmpty()
                || finding.why().isEmpty()
                || FACTS.contains(SymptomDescriber.name(symptom).split(":")[0]);
        return SymptomDescriber.sentence(symptom)
                .map(sentence -> stands ? sentence : described(finding, " " + sentence));
    }

    /// The symptom to state as a fact, marked as certain: the one that most failures share, then the most
    /// telling.
    private Optional<String> mostTellingSymptom(Finding finding) {
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
                                >= MIN_SAME_ANSWERS
                : votes(symptom, finding) > (OFTEN_BY_CHANCE.contains(SymptomDescriber.name(symptom)) ? 2 : 1);
    }

    private static int position(String symptom, Finding finding) {
        return finding.symptoms().stream()
                .map(SymptomDescriber::keyWithNumbers)
                .toList()
                .indexOf(SymptomDescriber.keyWithNumbers(symptom));
    }

    /// How many failures of the same method show this symptom.
    private long votes(String symptom, Finding finding) {
        return ofSameMethod(finding).filter(each -> shows(each, symptom)).count();
    }

    private static boolean shows(Finding finding, String symptom) {
        return finding.symptoms().stream()
                .map(SymptomDescriber::keyWithNumbers)
                .anyMatch(SymptomDescriber.keyWithNumbers(symptom)::equals);
    }

    private Stream<Finding> ofSameMethod(Finding finding) {
        return mismatches.stream().filter(each -> CallText.method(each).equals(CallText.method(finding)));
    }

    private Optional<String> sameAnswer(Finding finding) {
        List<Finding> all = ofSameMethod(finding).toList();
        boolean same = all.size() >= MIN_SAME_ANSWERS
                && all.stream().map(Finding::got).distinct().count() == 1
                && all.stream().map(Finding::expected).distinct().count() > 1
                // NaN and infinity spread through a calculation that does depend on the arguments.
                && isOrdinary(finding)
                && thrown.stream().noneMatch(each -> CallText.method(each).equals(CallText.method(finding)))
                && !ANSWERS.contains(finding.got())
                && finding.got().length() <= MAX_VALUE_LENGTH;
        return same
                ? SymptomDescriber.sentence("same-answer@" + CallText.method(finding) + "/" + finding.got())
                : Optional.empty();
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

    private static boolean isOrdinary(Finding finding) {
        return finding.symptoms().stream()
                .map(SymptomDescriber::name)
                .noneMatch(name -> name.startsWith("nan") || name.startsWith("infinite"));
    }

    /// Whether the symptom points to the range of `double`, which isn't the cause if ordinary numbers fail
    /// too.
    private static boolean isRangeSymptom(String symptom) {
        return Set.of("nan", "infinite", "zero")
                .contains(SymptomDescriber.name(symptom).split(":")[0]);
    }

    /// The symptom of another failure of the same method, if this one shows little.
    private Optional<String> fromOtherFailures(Finding finding) {
        return ofSameMethod(finding)
                .filter(each -> each != finding)
                .flatMap(each -> mostTellingSymptom(each).stream()
                        .filter(symptom -> !VAGUE.contains(SymptomDescriber.name(symptom)) && !isRangeSymptom(symptom))
                        .filter(symptom -> !OF_MANY_CALLS.contains(SymptomDescriber.name(symptom)))
                        .map(symptom -> new SymptomOfFinding(each, symptom)))
                .max(Comparator.comparingLong(each -> votes(each.symptom, each.finding)))
                .flatMap(SymptomOfFinding::sentence);
    }

    private Optional<String> rootCause(Finding finding) {
        return mismatches.stream()
                .filter(each -> each != finding)
                .flatMap(each -> each.symptoms().stream()
                        .filter(ROOT_CAUSES::contains)
                        .map(symptom -> new SymptomOfFinding(each, symptom)))
                .findFirst()
                .flatMap(SymptomOfFinding::sentence);
    }

    private record SymptomOfFinding(Finding finding, String symptom) {

        Optional<String> sentence() {
            String call = CallText.marked(finding);
            return MismatchExplainer.sentence(symptom, finding)
                    .map(message -> call.startsWith("`") && !message.startsWith(call)
                            ? "Look at " + call + " first. " + message
                            : message);
        }
    }

    private Optional<String> opposite(Finding finding) {
        boolean both = Stream.of("maybe:accepts", "maybe:refuses").allMatch(symptom -> votes(symptom, finding) > 1);
        boolean answers = finding.symptoms().stream().anyMatch(Set.of("maybe:accepts", "maybe:refuses")::contains);
        return both && answers ? SymptomDescriber.sentence("opposite") : Optional.empty();
    }

    private String describe(Finding finding) {
        String question = finding.symptoms().stream()
                .filter(symptom -> SymptomDescriber.question(symptom).isPresent())
                .max(Comparator.<String>comparingLong(symptom -> votes(symptom, finding))
                        .thenComparing(symptom -> -position(symptom, finding)))
                .flatMap(SymptomDescriber::question)
                .map(text -> " " + text)
                .orElse("");
        return described(finding, question);
    }

    private static String described(Finding finding, String question) {
        Matcher missing = MISSING_WORDS.matcher(finding.got());
        return finding.expected().contains(" whose message has the ") && missing.matches()
                ? CallText.marked(finding) + " throws the right exception, but its message lacks " + missing.group(1)
                        + ", which the contract asks for."
                : CallText.marked(finding) + gotAndExpected(finding) + DiagnosisFactory.why(finding) + question;
    }

    private static boolean isOfACall(Finding finding) {
        return finding.call().isEmpty() || CallText.isCode(finding);
    }

    private static String gotAndExpected(Finding finding) {
        boolean shown = Stream.of(finding.got(), finding.expected())
                .allMatch(value -> !value.isEmpty() && value.length() <= MAX_VALUE_LENGTH);
        return shown
                ? (isOfACall(finding) ? " returned " : " is ") + finding.got() + ", expected " + finding.expected()
                : " doesn't return what the contract says";
    }
}
