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
import java.util.stream.Stream;

/// Reads the signs of wrong results. A sign that may be chance is said as a fact only where failures of the
/// same method in other checks show it too; else it is put as a question.
final class MismatchExplainer {

    /// Signs that name where it hurts, not why: another failure may know more.
    private static final Set<String> VAGUE = Set.of("nan", "infinite", "zero", "nan-lost", "infinity-lost", "nearly");

    /// What makes other results wrong as well.
    private static final Set<String> ROOT_CAUSES = Set.of("changed-argument", "aliased", "stateful", "global-seed");

    private static final Set<String> COMMON = Set.of(
            "ratio",
            "constant",
            "offset",
            "squared",
            "square-root",
            "complement",
            "exponential",
            "logarithm",
            "inverse");

    /// So many different calls have the same answer only when it does not depend on them.
    private static final int MIN_SAME_ANSWERS = 3;

    private static final int MAX_VALUE_LENGTH = 60;

    private final List<Finding> mismatches;

    MismatchExplainer(CheckRunResult checkRunResult) {
        this.mismatches = checkRunResult.checks().stream()
                .map(CheckResult::id)
                .map(checkRunResult.findings()::get)
                .filter(Objects::nonNull)
                .filter(finding -> finding.kind() == FailureKind.MISMATCH)
                .toList();
    }

    String explain(Finding finding) {
        Optional<String> own = mostTellingSymptom(finding);
        return opposite(finding)
                .or(() -> own.filter(sign -> !VAGUE.contains(SymptomDescriber.name(sign)))
                        .flatMap(SymptomDescriber::sentence))
                .or(() -> sameAnswer(finding))
                .or(() -> fromOtherFailures(finding))
                .or(() -> rootCause(finding))
                .or(() -> own.flatMap(SymptomDescriber::sentence))
                .orElseGet(() -> describe(finding));
    }

    /// What can be said as a fact: of that, what most failures share; of those, what tells most. As sure.
    private Optional<String> mostTellingSymptom(Finding finding) {
        return finding.symptoms().stream()
                .filter(sign -> SymptomDescriber.isCertain(sign) || isConfirmed(sign, finding))
                .map(sign -> SymptomDescriber.isCertain(sign) ? sign : sign.substring(sign.indexOf(':') + 1))
                .filter(sign -> SymptomDescriber.sentence(sign).isPresent())
                .max(Comparator.<String>comparingLong(sign -> votes(sign, finding))
                        .thenComparing(sign -> -position(sign, finding)));
    }

    private boolean isConfirmed(String sign, Finding finding) {
        // Among few rows, the wrong index is often the one beside the right one.
        return SymptomDescriber.name(sign).startsWith("one-")
                ? votes(sign, finding) == ofSameMethod(finding).count()
                        && ofSameMethod(finding)
                                        .map(Finding::expected)
                                        .distinct()
                                        .count()
                                >= MIN_SAME_ANSWERS
                : votes(sign, finding) > 1;
    }

    private static int position(String sign, Finding finding) {
        return finding.symptoms().stream()
                .map(SymptomDescriber::keyWithNumbers)
                .toList()
                .indexOf(SymptomDescriber.keyWithNumbers(sign));
    }

    /// How many failures of the same method show it.
    private long votes(String sign, Finding finding) {
        return ofSameMethod(finding)
                .filter(each -> each.symptoms().stream()
                        .anyMatch(other ->
                                SymptomDescriber.keyWithNumbers(other).equals(SymptomDescriber.keyWithNumbers(sign))))
                .count();
    }

    private Stream<Finding> ofSameMethod(Finding finding) {
        return mismatches.stream().filter(each -> method(each).equals(method(finding)));
    }

    private Optional<String> sameAnswer(Finding finding) {
        List<Finding> all = ofSameMethod(finding).toList();
        boolean same = all.size() >= MIN_SAME_ANSWERS
                && all.stream().map(Finding::got).distinct().count() == 1
                && all.stream().map(Finding::expected).distinct().count() > 1
                && finding.got().length() <= MAX_VALUE_LENGTH;
        return same ? SymptomDescriber.sentence("same-answer@" + finding.got()) : Optional.empty();
    }

    /// What all results have in common if they have it for this reason; an ordinary number without it says
    /// that they do not.
    private static boolean isDenied(String sign, Finding finding) {
        boolean ordinary = finding.symptoms().stream()
                .map(SymptomDescriber::name)
                .noneMatch(name -> name.startsWith("nan") || name.startsWith("infinite"));
        return ordinary && COMMON.contains(SymptomDescriber.name(sign).split(":")[0]);
    }

    /// Where ordinary numbers go wrong, it is not the range of `double` that is to blame.
    private static boolean isRangeSymptom(String sign) {
        return Set.of("nan", "infinite", "zero")
                .contains(SymptomDescriber.name(sign).split(":")[0]);
    }

    /// What another failure of the same method shows, where this one shows little.
    private Optional<String> fromOtherFailures(Finding finding) {
        return ofSameMethod(finding)
                .filter(each -> each != finding)
                .flatMap(each -> mostTellingSymptom(each).stream()
                        .filter(sign -> !VAGUE.contains(SymptomDescriber.name(sign)) && !isRangeSymptom(sign))
                        .filter(sign -> votes(sign, each) > 1 || !isDenied(sign, finding))
                        .map(sign -> new SymptomOfFinding(each, sign)))
                .max(Comparator.comparingLong(
                        symptomOfFinding -> votes(symptomOfFinding.sign, symptomOfFinding.finding)))
                .flatMap(SymptomOfFinding::sentence);
    }

    private Optional<String> rootCause(Finding finding) {
        return mismatches.stream()
                .filter(each -> each != finding)
                .flatMap(each -> each.symptoms().stream()
                        .filter(ROOT_CAUSES::contains)
                        .map(sign -> new SymptomOfFinding(each, sign)))
                .findFirst()
                .flatMap(SymptomOfFinding::sentence);
    }

    private record SymptomOfFinding(Finding finding, String sign) {

        Optional<String> sentence() {
            String call = DiagnosisFactory.call(finding);
            return SymptomDescriber.sentence(sign)
                    .map(words -> call.startsWith("`") ? "Look at " + call + " first. " + words : words);
        }
    }

    /// The name before the last opening parenthesis that stands at the outermost level and has one.
    private static String method(Finding finding) {
        String call = finding.call();
        int depth = 0;
        for (int i = call.length() - 1; i >= 0; i--) {
            depth += call.charAt(i) == ')' ? 1 : 0;
            if (call.charAt(i) == '(' && --depth == 0) {
                int from = i;
                while (from > 0 && Character.isJavaIdentifierPart(call.charAt(from - 1))) {
                    from--;
                }
                if (from < i) {
                    return call.substring(from, i);
                }
            }
        }
        return call;
    }

    private Optional<String> opposite(Finding finding) {
        boolean both = Stream.of("maybe:accepts", "maybe:refuses").allMatch(sign -> votes(sign, finding) > 1);
        boolean answers = finding.symptoms().stream().anyMatch(Set.of("maybe:accepts", "maybe:refuses")::contains);
        return both && answers ? SymptomDescriber.sentence("opposite") : Optional.empty();
    }

    private String describe(Finding finding) {
        String question = finding.symptoms().stream()
                .filter(sign -> SymptomDescriber.question(sign).isPresent())
                .max(Comparator.<String>comparingLong(sign -> votes(sign, finding))
                        .thenComparing(sign -> -position(sign, finding)))
                .flatMap(SymptomDescriber::question)
                .map(words -> " " + words)
                .orElse("");
        return DiagnosisFactory.call(finding) + gotAndExpected(finding) + DiagnosisFactory.why(finding) + question;
    }

    private static String gotAndExpected(Finding finding) {
        boolean shown = Stream.of(finding.got(), finding.expected())
                .allMatch(value -> !value.isEmpty() && value.length() <= MAX_VALUE_LENGTH);
        return shown
                ? " gives " + finding.got() + " where " + finding.expected() + " is due"
                : " does not give what the contract says";
    }
}
