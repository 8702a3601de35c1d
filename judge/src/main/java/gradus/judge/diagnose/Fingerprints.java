package gradus.judge.diagnose;

import gradus.course.FailureFingerprint;
import gradus.course.FailureFingerprint.CheckFingerprint;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Outcome;
import gradus.judge.run.CheckRunResult;
import gradus.proctor.transcript.Event.Finding;
import java.util.Optional;

/// Describes how a run failed, so that it can be compared with others.
public final class Fingerprints {

    private Fingerprints() {}

    /// The fingerprint of a run: its checks that did not pass, and how it ended. A gate that a failure has
    /// skipped tells nothing.
    public static FailureFingerprint of(CheckRunResult result) {
        return new FailureFingerprint(
                result.ending().getClass().getSimpleName(),
                result.checks().stream()
                        .flatMap(check -> fingerprint(check, result).stream())
                        .toList());
    }

    private static Optional<CheckFingerprint> fingerprint(CheckResult check, CheckRunResult result) {
        return switch (check.outcome()) {
            case Outcome.Passed _ -> Optional.empty();
            case Outcome.NotRun _ ->
                result.ending() instanceof CheckRunResult.Ending.Completed
                        ? Optional.empty()
                        : Optional.of(new CheckFingerprint(check.id(), "NOT_RUN", "", "", ""));
            case Outcome.Failed failed -> {
                Finding finding = result.findings().get(check.id());
                yield Optional.of(new CheckFingerprint(
                        check.id(),
                        finding.kind().name(),
                        callPattern(finding.call()),
                        String.join(",", finding.symptoms()),
                        withoutIdentityHashes(failed.got())));
            }
        };
    }

    /// Identifies a call within its check, whatever numbers it was made with.
    private static String callPattern(String call) {
        return call.replaceAll(",? ?…[^,)}]*", "").replaceAll("-?\\b\\d[\\d.]*(?:[eE][-+]?\\d+)?(?:, )?", "");
    }

    /// Removes identity hashes, which differ from run to run.
    private static String withoutIdentityHashes(String got) {
        return got.replaceAll("@[0-9a-f]{5,8}\\b", "@");
    }
}
