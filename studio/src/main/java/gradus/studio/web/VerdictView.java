package gradus.studio.web;

import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Integration;
import gradus.judge.Verdict.Outcome;
import gradus.judge.Verdict.Problem;
import gradus.judge.Verdict.ResourceUsage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A verdict in words.
///
/// @param tone `passed`, `not-yet` or `fault`
/// @param title the verdict in a few words
/// @param sentence what to look at first; may be empty
/// @param hints of the wrong solution that this one is like, a question first
/// @param output what the program printed
/// @param cost what the run took; may be empty
public record VerdictView(
        String tone,
        String title,
        String sentence,
        List<String> hints,
        List<CheckResult> checks,
        List<Problem> problems,
        String output,
        String cost) {

    /// How many failed checks stand there at once; one thing at a time.
    public static final int FAILURES_SHOWN = 3;

    /// A stretch of a sentence: words, or code that stood between backticks.
    public record Span(String text, boolean code) {}

    static VerdictView of(Verdict verdict, boolean visibleOnly) {
        return switch (verdict) {
            case Verdict.Passed it ->
                new VerdictView(
                        "passed",
                        visibleOnly ? "The visible checks pass" : "Passed",
                        visibleOnly ? "Check runs the hidden ones as well." : integration(it.integration()),
                        List.of(),
                        it.checks(),
                        List.of(),
                        it.output(),
                        cost(it.resourceUsage()));
            case Verdict.NotYet it ->
                new VerdictView(
                        "not-yet",
                        "Not yet: " + passed(it.checks()) + " of " + it.checks().size()
                                + (visibleOnly ? " visible" : "") + " checks pass",
                        it.diagnosis().message(),
                        it.diagnosis()
                                .recognised()
                                .map(Verdict.RecognisedMistake::hints)
                                .orElse(List.of()),
                        it.checks(),
                        List.of(),
                        it.output(),
                        cost(it.resourceUsage()));
            case Verdict.DidNotCompile it ->
                new VerdictView(
                        "not-yet",
                        "It does not compile yet",
                        it.problems().size() == 1
                                ? "The compiler stops at one place."
                                : "The compiler stops at " + it.problems().size()
                                        + " places; begin with the first, the others may follow from it.",
                        List.of(),
                        List.of(),
                        it.problems(),
                        "",
                        "");
            case Verdict.OutOfTime it ->
                stopped(
                        "Out of time",
                        it.runningCheck().isPresent()
                                ? "It was still at work" + during(it.runningCheck()) + " after " + seconds(it.limit())
                                        + ", all that this lab allows for its checks together; look for a loop that"
                                        + " does not end, or for work that is done again and again."
                                : "The compiler was still at work after " + seconds(it.limit())
                                        + "; look for an expression or a type that is nested very deeply.",
                        it.checks(),
                        it.output());
            case Verdict.OutOfMemory it ->
                stopped(
                        "Out of memory",
                        "It wanted more than the " + it.megabytes() + " MB that this lab allows"
                                + during(it.runningCheck())
                                + "; look for something that grows with every step, or an array far too large.",
                        it.checks(),
                        it.output());
            case Verdict.EndedEarly it ->
                stopped(
                        "It ended before the checks were through",
                        "It ended" + during(it.runningCheck()) + ": " + it.how() + "."
                                + (it.how().startsWith("System.exit")
                                        ? " A method returns or throws; it never ends the program."
                                        : ""),
                        it.checks(),
                        it.output());
            case Verdict.Forbidden it ->
                stopped("That is closed here", "It asked for: " + it.what() + ". " + it.why(), List.of(), "");
            case Verdict.JudgeFault it ->
                new VerdictView(
                        "fault",
                        "The judge failed, not you",
                        it.message() + " Nothing was recorded; check again.",
                        List.of(),
                        List.of(),
                        List.of(),
                        "",
                        "");
        };
    }

    /// The checks that failed, the smallest first.
    public List<CheckResult> failed() {
        return checks.stream()
                .filter(check -> check.outcome() instanceof Outcome.Failed)
                .toList();
    }

    public List<CheckResult> passed() {
        return checks.stream()
                .filter(check -> check.outcome() instanceof Outcome.Passed)
                .toList();
    }

    public List<CheckResult> notRun() {
        return checks.stream()
                .filter(check -> check.outcome() instanceof Outcome.NotRun)
                .toList();
    }

    /// How the check failed; only for one of [#failed].
    public static Outcome.Failed failure(CheckResult check) {
        return (Outcome.Failed) check.outcome();
    }

    /// A sentence as stretches of words and of code.
    public static List<Span> spans(String sentence) {
        String[] stretches = sentence.split("`", -1);
        return IntStream.range(0, stretches.length)
                .mapToObj(i -> new Span(stretches[i], i % 2 == 1 && i < stretches.length - 1))
                .filter(span -> !span.text().isEmpty())
                .toList();
    }

    /// The last word of a path or of a class name's path: `Vector.java`.
    public static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static VerdictView stopped(String title, String sentence, List<CheckResult> checks, String output) {
        return new VerdictView("not-yet", title, sentence, List.of(), checks, List.of(), output, "");
    }

    private static String integration(Integration integration) {
        return switch (integration) {
            case Integration.NoOtherParts _ -> "";
            case Integration.Passed it ->
                "It passes upon your own parts as well: "
                        + it.parts().stream().map(VerdictView::simpleName).collect(Collectors.joining(", ")) + ".";
            case Integration.Failed it ->
                "It passes upon the library, but upon your own parts “"
                        + it.failedCheck().title() + "” fails, and passes again once " + simpleName(it.part())
                        + " is the library's: repair your " + simpleName(it.part())
                        + ", or borrow the library's on the Progress page.";
        };
    }

    private static long passed(List<CheckResult> checks) {
        return checks.stream()
                .filter(check -> check.outcome() instanceof Outcome.Passed)
                .count();
    }

    private static String during(Optional<String> check) {
        return check.map(title -> " during “" + title + "”").orElse("");
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() == 1 ? "1 second" : duration.toSeconds() + " seconds";
    }

    private static String cost(ResourceUsage resourceUsage) {
        return String.format(
                        Locale.ROOT,
                        "Compiled in %d ms, ran for %d ms; %d ms of processor time, %.1f MB allocated, %.1f MB held at most.",
                        resourceUsage.compileTime().toMillis(),
                        resourceUsage.runTime().toMillis(),
                        resourceUsage.cpuTime().toMillis(),
                        resourceUsage.allocatedBytes() / 1e6,
                        resourceUsage.peakHeapBytes() / 1e6)
                + (resourceUsage.learnerPercent().isPresent()
                        ? " Your own classes ran "
                                + resourceUsage.learnerPercent().getAsInt() + " % of the library's time."
                        : "");
    }

    private static String simpleName(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
