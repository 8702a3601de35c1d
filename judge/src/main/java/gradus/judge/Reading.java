package gradus.judge;

import gradus.judge.Verdict.CheckResult;
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
final class Reading {

    /// Signs that name where it hurts, not why: another failure may know more.
    private static final Set<String> VAGUE = Set.of("nan", "infinite", "zero", "nan-lost", "infinity-lost", "nearly");

    /// What makes other results wrong as well.
    private static final Set<String> ROOTS = Set.of("changed-argument", "aliased", "stateful", "global-seed");

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
    private static final int SAME_ANSWERS = 3;

    private static final int LONGEST_VALUE = 60;

    private final List<Finding> mismatches;

    Reading(Trial trial) {
        this.mismatches = trial.checks().stream()
                .map(CheckResult::id)
                .map(trial.findings()::get)
                .filter(Objects::nonNull)
                .filter(finding -> finding.kind() == FailureKind.MISMATCH)
                .toList();
    }

    String sentence(Finding finding) {
        Optional<String> own = stated(finding);
        return opposite(finding)
                .or(() -> own.filter(sign -> !VAGUE.contains(Looks.name(sign))).flatMap(Looks::sentence))
                .or(() -> sameAnswer(finding))
                .or(() -> elsewhere(finding))
                .or(() -> root(finding))
                .or(() -> own.flatMap(Looks::sentence))
                .orElseGet(() -> plain(finding));
    }

    /// What can be said as a fact: of that, what most failures share; of those, what tells most. As sure.
    private Optional<String> stated(Finding finding) {
        return finding.symptoms().stream()
                .filter(sign -> Looks.isSure(sign) || isConfirmed(sign, finding))
                .map(sign -> Looks.isSure(sign) ? sign : sign.substring(sign.indexOf(':') + 1))
                .filter(sign -> Looks.sentence(sign).isPresent())
                .max(Comparator.<String>comparingLong(sign -> votes(sign, finding))
                        .thenComparing(sign -> -position(sign, finding)));
    }

    private boolean isConfirmed(String sign, Finding finding) {
        // Among few rows, the wrong index is often the one beside the right one.
        return Looks.name(sign).startsWith("one-")
                ? votes(sign, finding) == alike(finding).count()
                        && alike(finding).map(Finding::expected).distinct().count() >= SAME_ANSWERS
                : votes(sign, finding) > 1;
    }

    private static int position(String sign, Finding finding) {
        return finding.symptoms().stream().map(Looks::key).toList().indexOf(Looks.key(sign));
    }

    /// How many failures of the same method show it.
    private long votes(String sign, Finding finding) {
        return alike(finding)
                .filter(each -> each.symptoms().stream()
                        .anyMatch(other -> Looks.key(other).equals(Looks.key(sign))))
                .count();
    }

    private Stream<Finding> alike(Finding finding) {
        return mismatches.stream().filter(each -> method(each).equals(method(finding)));
    }

    private Optional<String> sameAnswer(Finding finding) {
        List<Finding> all = alike(finding).toList();
        boolean same = all.size() >= SAME_ANSWERS
                && all.stream().map(Finding::got).distinct().count() == 1
                && all.stream().map(Finding::expected).distinct().count() > 1
                && finding.got().length() <= LONGEST_VALUE;
        return same ? Looks.sentence("same-answer@" + finding.got()) : Optional.empty();
    }

    /// What all results have in common if they have it for this reason; an ordinary number without it says
    /// that they do not.
    private static boolean isDenied(String sign, Finding finding) {
        boolean ordinary = finding.symptoms().stream()
                .map(Looks::name)
                .noneMatch(name -> name.startsWith("nan") || name.startsWith("infinite"));
        return ordinary && COMMON.contains(Looks.name(sign).split(":")[0]);
    }

    /// Where ordinary numbers go wrong, it is not the range of `double` that is to blame.
    private static boolean isOfTheEdge(String sign) {
        return Set.of("nan", "infinite", "zero").contains(Looks.name(sign).split(":")[0]);
    }

    /// What another failure of the same method shows, where this one shows little.
    private Optional<String> elsewhere(Finding finding) {
        return alike(finding)
                .filter(each -> each != finding)
                .flatMap(each -> stated(each).stream()
                        .filter(sign -> !VAGUE.contains(Looks.name(sign)) && !isOfTheEdge(sign))
                        .filter(sign -> votes(sign, each) > 1 || !isDenied(sign, finding))
                        .map(sign -> new Told(each, sign)))
                .max(Comparator.comparingLong(told -> votes(told.sign, told.finding)))
                .flatMap(Told::words);
    }

    private Optional<String> root(Finding finding) {
        return mismatches.stream()
                .filter(each -> each != finding)
                .flatMap(
                        each -> each.symptoms().stream().filter(ROOTS::contains).map(sign -> new Told(each, sign)))
                .findFirst()
                .flatMap(Told::words);
    }

    private record Told(Finding finding, String sign) {

        Optional<String> words() {
            String call = Diagnoses.call(finding);
            return Looks.sentence(sign)
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
        return both && answers ? Looks.sentence("opposite") : Optional.empty();
    }

    private String plain(Finding finding) {
        String question = finding.symptoms().stream()
                .filter(sign -> Looks.question(sign).isPresent())
                .max(Comparator.<String>comparingLong(sign -> votes(sign, finding))
                        .thenComparing(sign -> -position(sign, finding)))
                .flatMap(Looks::question)
                .map(words -> " " + words)
                .orElse("");
        return Diagnoses.call(finding) + came(finding) + Diagnoses.why(finding) + question;
    }

    private static String came(Finding finding) {
        boolean shown = Stream.of(finding.got(), finding.expected())
                .allMatch(value -> !value.isEmpty() && value.length() <= LONGEST_VALUE);
        return shown
                ? " gives " + finding.got() + " where " + finding.expected() + " is due"
                : " does not give what the contract says";
    }
}
