package gradus.judge.diagnose;

import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Outcome;
import gradus.judge.run.CheckRunResult;
import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.Event.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// A fingerprint of how a submission fails: how each check ended, and how the run ended.
///
/// @param ending the simple name of the [CheckRunResult.Ending]
public record FailureFingerprint(String ending, List<CheckFingerprint> checks) {

    /// The fingerprint of a submission that never ran; it matches no run.
    public static final FailureFingerprint NONE = new FailureFingerprint("Refused", List.of());

    private static final int MAX_GOT_LENGTH = 1_000;

    public FailureFingerprint {
        checks = List.copyOf(checks);
    }

    /// @param callPattern the call without its numbers
    /// @param outcome `PASSED`, `NOT_RUN`, or the kind of the failure
    /// @param symptoms the symptoms of the wrong result, joined by commas
    /// @param got the value returned, as shown
    record CheckFingerprint(String checkId, String outcome, String callPattern, String symptoms, String got) {

        /// The same without the numbers.
        CheckFingerprint pattern() {
            return new CheckFingerprint(checkId, outcome, callPattern, symptoms.replaceAll("@[^,]*", ""), "");
        }
    }

    public static FailureFingerprint of(CheckRunResult result) {
        return new FailureFingerprint(
                result.ending().getClass().getSimpleName(),
                result.checks().stream()
                        .map(check -> fingerprint(check, result))
                        .toList());
    }

    private static CheckFingerprint fingerprint(CheckResult check, CheckRunResult result) {
        return switch (check.outcome()) {
            case Outcome.Passed passed -> new CheckFingerprint(check.id(), "PASSED", "", "", "");
            case Outcome.NotRun notRun -> new CheckFingerprint(check.id(), "NOT_RUN", "", "", "");
            case Outcome.Failed failed -> {
                Finding finding = result.findings().get(check.id());
                yield new CheckFingerprint(
                        check.id(),
                        finding.kind().name(),
                        callPattern(finding.call()),
                        String.join(",", finding.symptoms()),
                        withoutIdentityHashes(failed.got()));
            }
        };
    }

    /// Identifies a call within its check, whatever numbers it was made with.
    private static String callPattern(String call) {
        return call.replaceAll(",? ?…[^,)}]*", "").replaceAll("-?\\b\\d[\\d.]*(?:[eE][-+]?\\d+)?(?:, )?", "");
    }

    /// Removes identity hashes, which differ from run to run.
    private static String withoutIdentityHashes(String got) {
        String text = got.replaceAll("@[0-9a-f]{5,8}\\b", "@");
        return text.length() > MAX_GOT_LENGTH ? text.substring(0, MAX_GOT_LENGTH) : text;
    }

    /// Whether the failures point to one mistake: a method that always returns the same may have many causes.
    boolean isDistinctive() {
        return checks.stream()
                .filter(check -> check.outcome.equals(Event.FailureKind.MISMATCH.name()))
                .collect(Collectors.groupingBy(check -> check.callPattern.split("\\(", 2)[0]))
                .values()
                .stream()
                .noneMatch(alike -> alike.size() > 2
                        && alike.stream().map(CheckFingerprint::got).distinct().count() == 1);
    }

    FailureFingerprint pattern() {
        return new FailureFingerprint(
                ending, checks.stream().map(CheckFingerprint::pattern).toList());
    }

    byte[] toBytes() {
        var text = new StringBuilder(quote(ending));
        for (CheckFingerprint check : checks) {
            text.append('\n').append(String.join("\t", quote(check.checkId), check.outcome, quote(check.callPattern)));
            text.append('\t').append(quote(check.symptoms));
            text.append('\t').append(quote(check.got));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static FailureFingerprint fromBytes(byte[] bytes) {
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
        List<CheckFingerprint> checks = List.of(lines).subList(1, lines.length).stream()
                .map(line -> line.split("\t", -1))
                .map(fields -> new CheckFingerprint(
                        unquote(fields[0]), fields[1], unquote(fields[2]), unquote(fields[3]), unquote(fields[4])))
                .toList();
        return new FailureFingerprint(unquote(lines[0]), checks);
    }

    private static String quote(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
    }

    private static String unquote(String text) {
        return text.translateEscapes();
    }
}
