package gradus.judge;

import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Outcome;
import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.Event.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// How a submission fails: for each check how it ended, and how the whole run ended.
///
/// @param ending the simple name of the [Trial.StopReason]
record Fingerprint(String ending, List<Mark> marks) {

    /// Of what never ran; nothing that ran is like it.
    static final Fingerprint NONE = new Fingerprint("Refused", List.of());

    private static final int LONGEST_GOT = 1_000;

    Fingerprint {
        marks = List.copyOf(marks);
    }

    /// @param call what was called, without its numbers
    /// @param outcome `PASSED`, `NOT_RUN`, or the kind of the failure
    /// @param signs what the numbers look like
    /// @param got what came, as shown
    record Mark(String check, String outcome, String call, String signs, String got) {

        /// Without the numbers themselves.
        Mark pattern() {
            return new Mark(check, outcome, call, signs.replaceAll("@[^,]*", ""), "");
        }
    }

    static Fingerprint of(Trial trial) {
        return new Fingerprint(
                trial.ending().getClass().getSimpleName(),
                trial.checks().stream().map(check -> mark(check, trial)).toList());
    }

    private static Mark mark(CheckResult check, Trial trial) {
        return switch (check.outcome()) {
            case Outcome.Passed passed -> new Mark(check.id(), "PASSED", "", "", "");
            case Outcome.NotRun notRun -> new Mark(check.id(), "NOT_RUN", "", "", "");
            case Outcome.Failed failed -> {
                Finding finding = trial.findings().get(check.id());
                yield new Mark(
                        check.id(),
                        finding.kind().name(),
                        shape(finding.call()),
                        String.join(",", finding.symptoms()),
                        stable(failed.got()));
            }
        };
    }

    /// Which of a check's calls it was, whatever numbers it was made with.
    private static String shape(String call) {
        return call.replaceAll(",? ?…[^,)}]*", "").replaceAll("-?\\b\\d[\\d.]*(?:[eE][-+]?\\d+)?(?:, )?", "");
    }

    /// Identity hashes differ from run to run.
    private static String stable(String got) {
        String text = got.replaceAll("@[0-9a-f]{5,8}\\b", "@");
        return text.length() > LONGEST_GOT ? text.substring(0, LONGEST_GOT) : text;
    }

    /// Whoever always answers the same may do so for many reasons.
    boolean isTelling() {
        return marks.stream()
                .filter(mark -> mark.outcome.equals(Event.FailureKind.MISMATCH.name()))
                .collect(Collectors.groupingBy(mark -> mark.call.split("\\(", 2)[0]))
                .values()
                .stream()
                .noneMatch(alike -> alike.size() > 2
                        && alike.stream().map(Mark::got).distinct().count() == 1);
    }

    Fingerprint pattern() {
        return new Fingerprint(ending, marks.stream().map(Mark::pattern).toList());
    }

    byte[] bytes() {
        var text = new StringBuilder(quote(ending));
        for (Mark mark : marks) {
            text.append('\n').append(String.join("\t", quote(mark.check), mark.outcome, quote(mark.call)));
            text.append('\t').append(quote(mark.signs));
            text.append('\t').append(quote(mark.got));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static Fingerprint of(byte[] bytes) {
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
        List<Mark> marks = List.of(lines).subList(1, lines.length).stream()
                .map(line -> line.split("\t", -1))
                .map(fields -> new Mark(
                        unquote(fields[0]), fields[1], unquote(fields[2]), unquote(fields[3]), unquote(fields[4])))
                .toList();
        return new Fingerprint(unquote(lines[0]), marks);
    }

    private static String quote(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
    }

    private static String unquote(String text) {
        return text.translateEscapes();
    }
}
