package gradus.judge;

import gradus.judge.Verdict.CheckResult;
import gradus.proctor.transcript.Event.Finding;
import gradus.proctor.transcript.Event.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the signs of wrong results. A sign that several failures show is no chance; one that only a single
/// small number shows is put as a question.
final class Reading {

    /// Signs that name where it hurts, not why: another failure may know more.
    private static final List<String> VAGUE = List.of("nan", "infinite", "zero");

    private final List<Finding> mismatches;

    Reading(Trial trial) {
        this.mismatches = trial.checks().stream()
                .map(CheckResult::id)
                .map(trial.findings()::get)
                .filter(Objects::nonNull)
                .filter(finding -> finding.kind() == Kind.MISMATCH)
                .toList();
    }

    String sentence(Finding finding) {
        if (isOpposite(finding)) {
            return Looks.sentence("opposite").orElseThrow();
        }
        Optional<String> best = best(finding);
        Optional<String> other =
                best.filter(sign -> !VAGUE.contains(Looks.name(sign))).isEmpty()
                        ? elsewhere(finding)
                        : Optional.empty();
        return other.or(() -> best.flatMap(this::words)).orElseGet(() -> plain(finding));
    }

    /// The sign that most failures share; of those, the one that tells most.
    private Optional<String> best(Finding finding) {
        return finding.signs().stream()
                .filter(sign -> words(sign).isPresent())
                .max(Comparator.<String>comparingLong(this::votes)
                        .thenComparing(sign -> -finding.signs().indexOf(sign)));
    }

    private long votes(String sign) {
        return mismatches.stream()
                .filter(finding -> finding.signs().stream()
                        .anyMatch(other -> Looks.name(other).equals(Looks.name(sign))))
                .count();
    }

    private Optional<String> words(String sign) {
        return votes(sign) > 1 && sign.startsWith("maybe:")
                ? Looks.sentence(sign.substring("maybe:".length()))
                : Looks.sentence(sign);
    }

    /// What a failure of the same method shows in more than one check, where this one shows little.
    private Optional<String> elsewhere(Finding finding) {
        return mismatches.stream()
                .filter(each -> each != finding && method(each).equals(method(finding)))
                .flatMap(each -> best(each)
                        .filter(sign -> VAGUE.stream().noneMatch(Looks.name(sign)::startsWith))
                        .filter(sign -> votes(sign) > 1)
                        .flatMap(this::words)
                        .map(words -> "Look at " + Diagnoses.call(each) + " first. " + words)
                        .stream())
                .findFirst();
    }

    /// The name before the last opening parenthesis that stands at the outermost level.
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
                return call.substring(from, i);
            }
        }
        return call;
    }

    private boolean isOpposite(Finding finding) {
        return Stream.of("maybe:accepts", "maybe:refuses").allMatch(sign -> votes(sign) > 1)
                && finding.signs().stream()
                        .anyMatch(sign -> sign.equals("maybe:accepts") || sign.equals("maybe:refuses"));
    }

    private static String plain(Finding finding) {
        return Diagnoses.call(finding) + " does not give what the contract says" + Diagnoses.why(finding)
                + finding.signs().stream()
                        .flatMap(sign -> Looks.question(sign).stream())
                        .findFirst()
                        .map(question -> " " + question)
                        .orElse("");
    }
}
