package gradus.judge.diagnose;

import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Outcome;
import gradus.judge.run.CheckRunResult;
import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.Event.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// How a submission fails: for each check how it ended, and how the whole run ended.
///
/// @param ending the simple name of the [CheckRunResult.Ending]
public record FailureFingerprint(String ending, List<CheckFingerprint> checks) {

    /// Of what never ran; nothing that ran is like it.
    public static final FailureFingerprint NONE = new FailureFingerprint("Refused", List.of());

    private static final int MAX_GOT_LENGTH = 1_000;

    public FailureFingerprint {
        checks = List.copyOf(checks);
    }

    /// @param callPattern what was called, without its numbers
    /// @param outcome `PASSED`, `NOT_RUN`, or the kind of the failure
    /// @param signs what the numbers look like
    /// @param got what came, as shown
    record CheckFingerprint(String checkId, String outcome, String callPattern, String signs, String got) {

        /// Without the numbers themselves.
        CheckFingerprint pattern() {
            return new CheckFingerprint(checkId, outcome, callPattern, signs.replaceAll("@[^,]*", ""), "");
        }
    }

    public static FailureFingerprint of(CheckRunResult checkRunResult) {
        return new FailureFingerprint(
                checkRunResult.ending().getClass().getSimpleName(),
                checkRunResult.checks().stream()
                        .map(check -> fingerprint(check, checkRunResult))
                        .toList());
    }

    private static CheckFingerprint fingerprint(CheckResult check, CheckRunResult checkRunResult) {
        return switch (check.outcome()) {
            case Outcome.Passed passed -> new CheckFingerprint(check.id(), "PASSED", "", "", "");
            case Outcome.NotRun notRun -> new CheckFingerprint(check.id(), "NOT_RUN", "", "", "");
            case Outcome.Failed failed -> {
                Finding finding = checkRunResult.findings().get(check.id());
                yield new CheckFingerprint(
                        check.id(),
                        finding.kind().name(),
                        callPattern(finding.call()),
                        String.join(",", finding.symptoms()),
                        withoutIdentityHashes(failed.got()));
            }
        };
    }

    /// Which of a check's calls it was, whatever numbers it was made with.
    private static String callPattern(String call) {
        return call.replaceAll(",? ?…[^,)}]*", "").replaceAll("-?\\b\\d[\\d.]*(?:[eE][-+]?\\d+)?(?:, )?", "");
    }

    /// Identity hashes differ from run to run.
    private static String withoutIdentityHashes(String got) {
        String text = got.replaceAll("@[0-9a-f]{5,8}\\b", "@");
        return text.length() > MAX_GOT_LENGTH ? text.substring(0, MAX_GOT_LENGTH) : text;
    }

    /// Whoever always answers the same may do so for many reasons.
    boolean isDistinctive() {
        return checks.stream()
                .filter(checkFingerprint -> checkFingerprint.outcome.equals(Event.FailureKind.MISMATCH.name()))
                .collect(Collectors.groupingBy(
                        checkFingerprint -> checkFingerprint.callPattern.split("\\(", 2)[0]))
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
        for (CheckFingerprint checkFingerprint : checks) {
            text.append('\n')
                    .append(String.join(
                            "\t",
                            quote(checkFingerprint.checkId),
                            checkFingerprint.outcome,
                            quote(checkFingerprint.callPattern)));
            text.append('\t').append(quote(checkFingerprint.signs));
            text.append('\t').append(quote(checkFingerprint.got));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static FailureFingerprint fromBytes(byte[] bytes) {
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
        List<CheckFingerprint> marks = List.of(lines).subList(1, lines.length).stream()
                .map(line -> line.split("\t", -1))
                .map(fields -> new CheckFingerprint(
                        unquote(fields[0]), fields[1], unquote(fields[2]), unquote(fields[3]), unquote(fields[4])))
                .toList();
        return new FailureFingerprint(unquote(lines[0]), marks);
    }

    private static String quote(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
    }

    private static String unquote(String text) {
        return text.translateEscapes();
    }
}
