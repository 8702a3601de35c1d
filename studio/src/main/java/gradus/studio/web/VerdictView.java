package gradus.studio.web;

import gradus.course.Arena;
import gradus.course.Audit;
import gradus.course.Coding;
import gradus.course.Lab;
import gradus.course.Milestone;
import gradus.course.Testing;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.OutOfTime.Stage;
import gradus.judge.Verdict.Outcome;
import gradus.judge.Verdict.Problem;
import gradus.judge.Verdict.ResourceUsage;
import gradus.studio.desk.CostText;
import gradus.studio.desk.DecidedVerdict;
import java.util.List;
import java.util.Optional;

/// A verdict as shown on a page.
///
/// @param tone `passed`, `not-yet` or `fault`
/// @param title the verdict in a few words
/// @param sentence the diagnosis, or what to look at first; may be empty
/// @param remarks what else to know about the learner's files
/// @param hints the hints of the recognised mistake: a question, a pointer, an explanation
/// @param contract the clauses of the contract that the first failed check holds, rendered
/// @param output the program's output
/// @param cost the time and memory of the run; may be empty
/// @param decided the cases that were decided with the code, if the lab has any
public record VerdictView(
        String tone,
        String title,
        String sentence,
        List<Verdict.Remark> remarks,
        List<String> hints,
        List<CheckResult> checks,
        List<Problem> problems,
        List<String> contract,
        String output,
        String cost,
        Optional<DecidedVerdict> decided) {

    private static final String GATE_NEXT = "gate-next";

    /// The number of failed checks shown at first; the others are folded.
    public static final int FAILURES_SHOWN = 3;

    /// Of the first failed check's clauses; readers skip more.
    public static final int CLAUSES_SHOWN = 2;

    /// A verdict without decisions.
    private VerdictView(
            String tone,
            String title,
            String sentence,
            List<Verdict.Remark> remarks,
            List<String> hints,
            List<CheckResult> checks,
            List<Problem> problems,
            List<String> contract,
            String output,
            String cost) {
        this(tone, title, sentence, remarks, hints, checks, problems, contract, output, cost, Optional.empty());
    }

    /// @param lab the lab that was checked
    /// @param submission what was handed in
    /// @param visibleOnly whether only the visible checks ran, and nothing was graded
    static VerdictView of(Verdict verdict, Lab lab, Submission submission, boolean visibleOnly) {
        Optional<DecidedVerdict> decided = switch (lab) {
            case Coding coding -> visibleOnly ? Optional.empty() : DecidedVerdict.of(coding, submission, verdict);
            case Arena _, Audit _, Milestone _, Testing _ -> Optional.empty();
        };
        VerdictView view = of(decided.map(DecidedVerdict::code).orElse(verdict), lab, visibleOnly);
        return new VerdictView(
                view.tone,
                view.title,
                view.sentence,
                view.remarks,
                view.hints,
                view.checks,
                view.problems,
                view.contract,
                view.output,
                view.cost,
                decided);
    }

    private static VerdictView of(Verdict verdict, Lab lab, boolean visibleOnly) {
        return switch (verdict) {
            case Verdict.Passed it ->
                new VerdictView(
                        "passed",
                        visibleOnly ? "The visible checks pass" : "Passed",
                        visibleOnly
                                ? "Press Check to run the hidden ones too."
                                : VerdictWords.integration(it.integration()),
                        it.remarks(),
                        List.of(),
                        it.checks(),
                        List.of(),
                        List.of(),
                        it.output(),
                        cost(it.resourceUsage()));
            case Verdict.ChecksPassed it ->
                new VerdictView(
                        GATE_NEXT,
                        "All checks pass",
                        visibleOnly
                                ? "Press Check to run the hidden ones too."
                                : "The gate is next: it trains for longer, and goes on if you leave this page. "
                                        + VerdictWords.integration(it.integration()),
                        it.remarks(),
                        List.of(),
                        it.checks(),
                        List.of(),
                        List.of(),
                        it.output(),
                        cost(it.resourceUsage()));
            case Verdict.NotYet it ->
                new VerdictView(
                        "not-yet",
                        notYet(it.checks(), visibleOnly),
                        it.diagnosis().message(),
                        it.remarks(),
                        it.diagnosis()
                                .recognised()
                                .map(Verdict.RecognisedMistake::hints)
                                .orElse(List.of()),
                        it.checks(),
                        List.of(),
                        clauses(it.checks(), lab),
                        it.output(),
                        cost(it.resourceUsage()));
            case Verdict.DidNotCompile it ->
                new VerdictView(
                        "not-yet",
                        "It doesn't compile yet",
                        it.problems().size() == 1
                                ? "There is one error."
                                : "There are " + it.problems().size()
                                        + " errors. Start with the first; the others may follow from it.",
                        List.of(),
                        List.of(),
                        List.of(),
                        it.problems(),
                        List.of(),
                        "",
                        "");
            case Verdict.OutOfTime it ->
                stopped(
                        "Out of time",
                        (it.stage() == Stage.COMPILING
                                        ? "The compiler was still running after " + VerdictWords.seconds(it.limit())
                                                + ". "
                                        : "Your code was still running" + VerdictWords.during(it.runningCheck())
                                                + " after " + VerdictWords.seconds(it.limit())
                                                + ", the limit for all of this lab's checks together. ")
                                + it.stage().advice(),
                        it.checks(),
                        clauses(it.checks(), lab),
                        it.output());
            case Verdict.OutOfMemory it ->
                stopped(
                        "Out of memory",
                        "Your code needed more than the " + it.megabytes() + " MB that this lab allows"
                                + VerdictWords.during(it.runningCheck())
                                + ". Look for something that grows with every step, or for an array that's far too"
                                + " large.",
                        it.checks(),
                        clauses(it.checks(), lab),
                        it.output());
            case Verdict.EndedEarly it ->
                stopped(
                        "The program ended before the checks finished",
                        "It ended" + VerdictWords.during(it.runningCheck()) + ": " + it.how() + "."
                                + (it.how().startsWith("System.exit")
                                        ? " A method should return or throw, and never end the program."
                                        : ""),
                        it.checks(),
                        clauses(it.checks(), lab),
                        it.output());
            case Verdict.Forbidden it ->
                stopped(
                        "Not allowed",
                        "This lab doesn't allow " + it.what() + ". " + it.why(),
                        List.of(),
                        List.of(),
                        "");
            case Verdict.JudgeFault it ->
                new VerdictView(
                        "fault",
                        "The judge failed, not your code",
                        it.message() + " Nothing was recorded. Check again.",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        "",
                        "");
        };
    }

    /// Whether there is nothing to mend.
    public boolean isGood() {
        return tone.equals("passed") || isGateNext();
    }

    /// Whether only the gate is left, which has a run of its own.
    public boolean isGateNext() {
        return tone.equals(GATE_NEXT);
    }

    /// The checks that failed, simplest first.
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

    /// Whether the gate was left out because others failed. Only a run that went to its end has a cost.
    public boolean isGateWaiting() {
        return !notRun().isEmpty() && !cost.isBlank();
    }

    public List<CheckResult> notRun() {
        return checks.stream()
                .filter(check -> check.outcome() instanceof Outcome.NotRun)
                .toList();
    }

    /// What the checks have measured.
    public List<Verdict.Metric> metrics() {
        return checks.stream().flatMap(check -> check.metrics().stream()).toList();
    }

    /// How the check failed. Only for checks of [#failed].
    public static Outcome.Failed failure(CheckResult check) {
        return (Outcome.Failed) check.outcome();
    }

    private static VerdictView stopped(
            String title, String sentence, List<CheckResult> checks, List<String> contract, String output) {
        return new VerdictView(
                "not-yet", title, sentence, List.of(), List.of(), checks, List.of(), contract, output, "");
    }

    private static List<String> clauses(List<CheckResult> checks, Lab lab) {
        return checks.stream()
                .filter(check -> check.outcome() instanceof Outcome.Failed)
                .findFirst()
                .map(check -> switch (lab) {
                    case Coding coding -> coding.clausesOf(check.id());
                    case Arena _, Audit _, Milestone _, Testing _ -> List.<Lab.Clause>of();
                })
                .orElse(List.of())
                .stream()
                .limit(CLAUSES_SHOWN)
                .map(Lab.Clause::html)
                .toList();
    }

    private static String notYet(List<CheckResult> checks, boolean visibleOnly) {
        long passed = checks.stream()
                .filter(check -> check.outcome() instanceof Outcome.Passed)
                .count();
        return passed == checks.size()
                ? "Not yet: all checks pass, but too few decisions are right"
                : "Not yet: " + passed + " of " + checks.size() + (visibleOnly ? " visible" : "") + " checks pass";
    }

    static String cost(ResourceUsage resourceUsage) {
        return CostText.of(resourceUsage);
    }
}
