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

/// Explains a wrong result by its symptoms. One that may be a coincidence becomes a question, unless there is
/// [SymptomEvidence] for it.
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

    /// If this many different calls return the same, the result doesn't depend on the arguments.
    private static final int MIN_SAME_ANSWERS = 3;

    private static final Set<String> ANSWERS = Set.of("true", "false");

    private static final int MAX_VALUE_LENGTH = 60;

    private static final Pattern MISSING_WORDS = Pattern.compile(".*; it lacks (\".*)", Pattern.DOTALL);

    private final List<Finding> mismatches;
    private final List<Finding> thrown;
    private final SymptomEvidence evidence;

    MismatchExplainer(CheckRunResult checkRunResult) {
        mismatches = ofKind(checkRunResult, FailureKind.MISMATCH);
        thrown = ofKind(checkRunResult, FailureKind.THREW);
        evidence = new SymptomEvidence(mismatches);
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
        Optional<String> own = evidence.mostTelling(finding);
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
        // Values that are shown have their lengths beside them.
        boolean shown = isShown(finding) && SymptomDescriber.name(symptom).equals("length");
        boolean share = SymptomDescriber.name(symptom).equals("share-off");
        String complete =
                share ? "share-off@" + SymptomDescriber.direction(finding.got(), finding.expected()) : symptom;
        return SymptomDescriber.sentence(complete)
                .map(sentence -> stands ? sentence : described(finding, shown ? "" : " " + sentence));
    }

    private Optional<String> sameAnswer(Finding finding) {
        List<Finding> all = evidence.ofSameMethod(finding).toList();
        boolean same = all.size() >= MIN_SAME_ANSWERS
                && all.stream().map(Finding::got).distinct().count() == 1
                && all.stream().map(Finding::expected).distinct().count() > 1
                // NaN and infinity spread through a calculation that does depend on the arguments.
                && SymptomEvidence.isOrdinary(finding)
                && thrown.stream().noneMatch(each -> CallText.method(each).equals(CallText.method(finding)))
                && !ANSWERS.contains(finding.got())
                && finding.got().length() <= MAX_VALUE_LENGTH;
        return same
                ? SymptomDescriber.sentence("same-answer@" + CallText.method(finding) + "/" + finding.got())
                : Optional.empty();
    }

    /// Whether the symptom points to the range of `double`, which isn't the cause if ordinary numbers fail
    /// too.
    private static boolean isRangeSymptom(String symptom) {
        return Set.of("nan", "infinite", "zero")
                .contains(SymptomDescriber.name(symptom).split(":")[0]);
    }

    /// The symptom of another failure of the same method, if this one shows little.
    private Optional<String> fromOtherFailures(Finding finding) {
        return evidence.ofSameMethod(finding)
                .filter(each -> each != finding)
                .flatMap(each -> evidence.mostTelling(each).stream()
                        .filter(symptom -> !VAGUE.contains(SymptomDescriber.name(symptom)) && !isRangeSymptom(symptom))
                        .filter(symptom -> !OF_MANY_CALLS.contains(SymptomDescriber.name(symptom)))
                        .map(symptom -> new SymptomOfFinding(each, symptom)))
                .max(Comparator.comparingLong(each -> evidence.votes(each.symptom, each.finding)))
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
        boolean both =
                Stream.of("maybe:accepts", "maybe:refuses").allMatch(symptom -> evidence.votes(symptom, finding) > 1);
        boolean answers = finding.symptoms().stream().anyMatch(Set.of("maybe:accepts", "maybe:refuses")::contains);
        return both && answers ? SymptomDescriber.sentence("opposite") : Optional.empty();
    }

    private String describe(Finding finding) {
        String question = finding.symptoms().stream()
                .filter(symptom -> SymptomDescriber.question(symptom).isPresent())
                .max(Comparator.<String>comparingLong(symptom -> evidence.votes(symptom, finding))
                        .thenComparing(symptom -> -SymptomEvidence.position(symptom, finding)))
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

    private static boolean isShown(Finding finding) {
        return Stream.of(finding.got(), finding.expected())
                .allMatch(value -> !value.isEmpty() && value.length() <= MAX_VALUE_LENGTH);
    }

    private static String gotAndExpected(Finding finding) {
        return isShown(finding)
                ? (isOfACall(finding) ? " returned " : " is ") + finding.got() + ", expected " + finding.expected()
                : " doesn't return what the contract says";
    }
}
