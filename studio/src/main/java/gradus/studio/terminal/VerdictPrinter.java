package gradus.studio.terminal;

import gradus.course.Arena;
import gradus.course.Audit;
import gradus.course.Coding;
import gradus.course.Cut;
import gradus.course.Lab;
import gradus.course.Milestone;
import gradus.course.Testing;
import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Integration;
import gradus.judge.Verdict.OutOfTime.Stage;
import gradus.judge.Verdict.Outcome;
import gradus.judge.Verdict.Place;
import gradus.studio.desk.CostText;
import gradus.studio.desk.CourseProgress;
import gradus.studio.desk.Desk;
import gradus.studio.terminal.ConsolePrinter.Style;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Prints a verdict: what to look at first, then the checks that failed, then the number of those that
/// passed.
///
/// @param lab the lab that was checked
record VerdictPrinter(ConsolePrinter paper, Desk desk, Lab lab) {

    /// If more checks than this fail, only the first few are printed in full. The simplest come first.
    private static final int MANY = 5;

    private static final int CLAUSES = 2;
    private static final int FEW = 3;

    /// A terminal that scrolls away the verdict helps nobody.
    private static final int OUTPUT_LINES = 30;

    private static final int OUTPUT_CHARACTERS = 2400;

    void print(Verdict verdict) {
        switch (verdict) {
            case Verdict.Passed it -> passed(it);
            case Verdict.ChecksPassed it -> checksPassed(it);
            case Verdict.NotYet it -> notYet(it);
            case Verdict.DidNotCompile it -> didNotCompile(it);
            case Verdict.OutOfTime it -> {
                boolean ran = it.stage() != Stage.COMPILING;
                bad(
                        ran
                                ? "Out of time: it ran longer than " + CostText.time(it.limit())
                                        + during(it.runningCheck()) + "."
                                : "Out of time: the compiler was still running after " + CostText.time(it.limit())
                                        + ".");
                paper.line(
                        "  ",
                        (ran ? "That's the limit for all of this lab's checks together. " : "")
                                + it.stage().advice());
                rest(it.checks(), "", "", it.output());
            }
            case Verdict.OutOfMemory it -> {
                bad("Out of memory: it needed more than " + it.megabytes() + " MB" + during(it.runningCheck()) + ".");
                paper.line(
                        "  ",
                        "That's this lab's limit. Look for something that grows with every step and is never"
                                + " released, or for an array that's far too large.");
                rest(it.checks(), "", "", it.output());
            }
            case Verdict.Forbidden it -> {
                bad("Not allowed: " + it.what() + ".");
                paper.line("  ", it.why());
            }
            case Verdict.EndedEarly it -> {
                bad("The program ended before the checks finished: " + it.how() + during(it.runningCheck()) + ".");
                if (it.how().startsWith("System.exit")) {
                    paper.line("  ", "A method should return or throw, and never end the program.");
                }
                rest(it.checks(), "", "", it.output());
            }
            // Printed on standard error, like every system error.
            case Verdict.JudgeFault _ -> {}
        }
    }

    private void passed(Verdict.Passed verdict) {
        int count = verdict.checks().size();
        good("Passed: " + (count == 1 ? "1 check." : "all " + count + " checks."));
        CourseProgress courseProgress = desk.courseProgress();
        for (Cut cut : cuts()) {
            paper.line(
                    "  ",
                    "Yours now: " + cut.simpleName() + " (" + String.join(", ", cut.labels()) + ")"
                            + (runs(cut) ? "." : ", but the library's runs, as you chose."));
        }
        paper.line(
                "  ",
                courseProgress.partsMine() + " of " + courseProgress.parts() + " parts of the library "
                        + (courseProgress.partsMine() == 1 ? "is" : "are") + " yours.");
        metrics(verdict.checks());
        integration(verdict.integration());
        remarks(verdict.remarks());
        paper.line(Style.FAINT, "  ", Style.FAINT, "Cost: " + CostText.of(verdict.resourceUsage()));
        output(verdict.output());
    }

    private void checksPassed(Verdict.ChecksPassed verdict) {
        good("All " + verdict.checks().size() + " checks pass. The gate trains for longer: start it with `gradus run "
                + lab.lesson() + "`.");
        integration(verdict.integration());
        remarks(verdict.remarks());
        output(verdict.output());
    }

    private List<Cut> cuts() {
        return switch (lab) {
            case Coding coding -> coding.cuts();
            case Arena _, Audit _, Milestone _, Testing _ -> List.of();
        };
    }

    private void remarks(List<Verdict.Remark> remarks) {
        for (Verdict.Remark remark : remarks) {
            paper.line(
                    "  ",
                    remark.message()
                            + remark.place()
                                    .map(place -> " (" + where(place) + ")")
                                    .orElse(""));
        }
    }

    private void integration(Integration integration) {
        switch (integration) {
            case Integration.NoOtherParts _ -> {}
            case Integration.Passed it ->
                paper.line("  ", "The checks also pass with your own " + simpleNames(it.parts()) + ".");
            case Integration.Failed it -> {
                String part = simpleName(it.part());
                paper.line(
                        Style.BAD,
                        "✗ ",
                        Style.PLAIN,
                        "The checks pass with the library's other parts, but with your own parts \""
                                + it.failedCheck().title()
                                + "\" fails. With the library's " + part + " it passes, so look at your " + part
                                + ", or switch to the library's: `gradus parts " + part + " library`.");
                if (it.failedCheck().outcome() instanceof Outcome.Failed failed) {
                    failed(failed);
                }
            }
        }
    }

    private void notYet(Verdict.NotYet verdict) {
        long passed = count(verdict.checks(), Outcome.Passed.class);
        bad(
                passed == verdict.checks().size()
                        ? "Not yet: all " + passed + " checks pass, but too few decisions are right."
                        : "Not yet: " + passed + " of " + verdict.checks().size() + " checks pass.");
        if (!verdict.diagnosis().message().isBlank()) {
            paper.line("  ", verdict.diagnosis().message());
        }
        verdict.diagnosis()
                .recognised()
                .ifPresent(mistake -> new HintPrinter(paper).print(mistake, desk.lesson(lab.lesson())));
        remarks(verdict.remarks());
        rest(verdict.checks(), verdict.diagnosis().message(), " until all others pass", verdict.output());
    }

    private void didNotCompile(Verdict.DidNotCompile verdict) {
        bad("It doesn't compile.");
        for (Verdict.Problem problem : verdict.problems()) {
            paper.blankLine();
            problem.place().ifPresent(place -> paper.line(Style.BOLD, "  ", Style.BOLD, where(place)));
            paper.line("    ", problem.message());
            if (!problem.plain().isBlank()) {
                paper.line("    ", problem.plain());
            }
        }
    }

    /// @param said what has been printed above, whose reason isn't printed again
    private void rest(List<CheckResult> checks, String said, String whyNotRun, String output) {
        List<CheckResult> failing = checks.stream()
                .filter(check -> check.outcome() instanceof Outcome.Failed)
                .toList();
        int full = failing.size() <= MANY ? failing.size() : FEW;
        for (CheckResult check : failing.subList(0, full)) {
            if (check.outcome() instanceof Outcome.Failed failed) {
                paper.blankLine();
                paper.line(Style.BAD, "✗ ", Style.BOLD, check.title());
                failed(failed, said);
                if (check == failing.getFirst()) {
                    clauses(check);
                }
            }
        }
        paper.blankLine();
        for (CheckResult check : failing.subList(full, failing.size())) {
            paper.line(Style.BAD, "✗ ", Style.PLAIN, check.title());
        }
        long passed = count(checks, Outcome.Passed.class);
        long unrun = count(checks, Outcome.NotRun.class);
        paper.line(
                passed > 0 ? Style.GOOD : Style.FAINT,
                passed > 0 ? "✓ " : "· ",
                Style.PLAIN,
                passed + " passed" + (unrun == 0 ? "." : ", " + unrun + " not run" + whyNotRun + "."));
        metrics(checks);
        output(output);
    }

    /// What the checks have measured.
    private void metrics(List<CheckResult> checks) {
        checks.stream()
                .flatMap(check -> check.metrics().stream())
                .forEach(metric -> paper.line("  ", metric.sentence() + "."));
    }

    void failed(Outcome.Failed failed) {
        failed(failed, "");
    }

    private void failed(Outcome.Failed failed, String said) {
        field("call", failed.call());
        field("expected", failed.expected());
        field("got", failed.got());
        field("why", said.contains(": " + failed.why()) ? "" : failed.why());
        failed.stackTrace().stream().findFirst().ifPresent(place -> field("at", where(place)));
    }

    /// What the contract says about the check, so that the first failure can be read beside it.
    private void clauses(CheckResult check) {
        List<Lab.Clause> clauses = switch (lab) {
            case Coding coding -> coding.clausesOf(check.id());
            case Arena _, Audit _, Milestone _, Testing _ -> List.of();
        };
        clauses.stream()
                .limit(CLAUSES)
                .forEach(clause -> paper.html("    ", "<p>The contract says: " + clause.html() + "</p>"));
    }

    private void field(String name, String text) {
        if (!text.isBlank()) {
            paper.line(Style.FAINT, String.format("    %-9s ", name), Style.PLAIN, text);
        }
    }

    void output(String output) {
        if (!output.isBlank()) {
            paper.blankLine();
            paper.line("Your program printed:");
            String shown = ConsolePrinter.beginning(output.stripTrailing(), OUTPUT_LINES, OUTPUT_CHARACTERS);
            paper.verbatim("    ", shown);
            if (shown.length() < output.stripTrailing().length()) {
                paper.line(
                        "    ", "… and more: " + output.length() + " characters in all. The studio's page shows them.");
            }
        }
    }

    /// A place in the workspace, in the format that editors and terminals turn into links.
    private String where(Place place) {
        Path file = desk.workspace().folder().relativize(desk.workspace().file(place.path()));
        return file + ":" + place.line() + (place.column() > 0 ? ":" + place.column() : "");
    }

    private boolean runs(Cut cut) {
        return desk.partStatuses().stream().anyMatch(it -> it.part().equals(cut.type()) && it.mine());
    }

    private void good(String text) {
        paper.line(Style.GOOD, "✓ ", Style.BOLD, text);
    }

    private void bad(String text) {
        paper.line(Style.BAD, "✗ ", Style.BOLD, text);
    }

    private static String during(Optional<String> check) {
        return check.map(title -> ", during \"" + title + "\"").orElse("");
    }

    private static long count(List<CheckResult> checks, Class<? extends Outcome> outcome) {
        return checks.stream()
                .filter(check -> outcome.isInstance(check.outcome()))
                .count();
    }

    private static String simpleNames(List<String> parts) {
        return parts.stream().map(VerdictPrinter::simpleName).collect(Collectors.joining(", "));
    }

    private static String simpleName(String part) {
        return part.substring(part.lastIndexOf('.') + 1);
    }
}
