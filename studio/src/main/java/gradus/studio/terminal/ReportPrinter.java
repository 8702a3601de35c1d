package gradus.studio.terminal;

import gradus.course.measure.CheckKind;
import gradus.course.measure.DecisionsMeasure;
import gradus.course.measure.QuestionMeasure;
import gradus.course.proof.MutationScore;
import gradus.course.proof.MutationScore.Finding;
import gradus.studio.author.LessonReport;
import gradus.studio.author.LessonReport.Bar;
import gradus.studio.author.LessonReport.LabReport;
import gradus.studio.author.LessonReport.TestingReport;
import gradus.studio.terminal.ConsolePrinter.Style;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Prints what is known of the quality of lessons.
record ReportPrinter(ConsolePrinter paper) {

    void print(List<LessonReport> reports) {
        for (LessonReport report : reports) {
            paper.line(Style.BOLD, "", Style.BOLD, report.lesson());
            page(report);
            report.lab().ifPresent(this::lab);
            report.decisions().ifPresent(this::decisions);
            report.testing().ifPresent(this::testing);
            report.bars().forEach(this::bar);
            report.lab().flatMap(LabReport::mutation).ifPresent(this::findings);
            paper.blankLine();
        }
    }

    private void page(LessonReport report) {
        QuestionMeasure questions = report.questions();
        fact(
                "prose",
                report.prose().words() + " words, reading grade "
                        + String.format(Locale.ROOT, "%.1f", report.prose().readingGrade())
                        + " (Flesch–Kincaid), at most "
                        + report.prose().longestWithoutQuestion() + " words without a question; "
                        + TablePrinter.count(report.figures(), "figure"));
        fact(
                "questions",
                questions.predict() + " before, " + questions.steps() + " in steps, " + questions.quiz()
                        + " in the quiz; " + questions.namedWrongAnswers() + " of " + questions.wrongAnswers()
                        + " wrong answers show a misconception; the right one of several is the first, second, …: "
                        + questions.rightPositions().stream()
                                .map(Object::toString)
                                .collect(Collectors.joining(", "))
                        + "; " + TablePrinter.count(report.cards(), "card"));
    }

    private void decisions(DecisionsMeasure decisions) {
        fact(
                "cases",
                decisions.cases() + ", " + decisions.atLeast() + " must be right; "
                        + String.format(Locale.ROOT, "%.1f", 100 * decisions.byChance())
                        + " % of those who guess pass; " + decisions.namedWrongAnswers() + " of "
                        + decisions.wrongAnswers()
                        + " wrong answers show a misconception");
    }

    private void testing(TestingReport testing) {
        fact(
                "mutants",
                testing.mutants() + ", " + testing.atLeast() + " must be killed; "
                        + (testing.proved() ? "the author's tests kill all" : "the proof is stale") + "; "
                        + TablePrinter.count(testing.right(), "other right implementation") + ", "
                        + testing.weak() + " with weak tests");
    }

    private void lab(LabReport lab) {
        String kinds = Arrays.stream(CheckKind.values())
                .filter(lab.kinds()::containsKey)
                .map(kind -> lab.kinds().get(kind) + " " + kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        fact("checks", lab.checks() + " (" + kinds + "), " + lab.visible() + " visible");
        fact(
                "solutions",
                lab.right() + " right, " + lab.wrong() + " wrong, " + lab.named() + " of them named by their own hint");
        Map<String, Long> measured = lab.measured();
        fact(
                "runs",
                (lab.proved() ? "no flakes" : "the proof is stale") + "; slowest run "
                        + measured.getOrDefault("slowestRunMs", 0L) + " ms of "
                        + 1000 * lab.limits().seconds() + " ms, peak heap "
                        + measured.getOrDefault("peakHeapMb", 0L) + " MB of "
                        + lab.limits().megabytes() + " MB"
                        + (measured.containsKey("slowestGateMs")
                                ? ", gate " + measured.get("slowestGateMs") + " ms"
                                : ", no gate"));
        fact(
                "mutants",
                lab.mutation().map(ReportPrinter::score).orElse("not judged yet; run it with --mutants")
                        + (lab.mutation().isPresent() && !lab.scoreCurrent() ? " (stale)" : ""));
    }

    private static String score(MutationScore score) {
        return score.killed() + " of " + score.of() + " killed"
                + (score.of() == 0 ? "" : " (" + 100 * score.killed() / score.of() + " %)") + "; "
                + score.benignRefused().size() + " of " + score.benign() + " benign refused; "
                + score.approximatingPassed().size() + " of " + score.approximating() + " approximating passed; "
                + score.leftOut() + " don't compile";
    }

    private void fact(String name, String text) {
        paper.line("  " + name + " ".repeat(Math.max(1, 11 - name.length())), text);
    }

    private void bar(Bar bar) {
        String text = bar.wanted() + ": " + bar.got();
        switch (bar.state()) {
            case MET -> paper.line(Style.GOOD, "  ✓ ", Style.PLAIN, text);
            case MISSED -> paper.line(Style.BAD, "  ✗ ", Style.PLAIN, text);
            case UNKNOWN -> paper.line(Style.FAINT, "  · ", Style.FAINT, text);
        }
    }

    private void findings(MutationScore score) {
        findings("Survivors", score.survivors(), false);
        findings("Benign, but refused", score.benignRefused(), true);
        findings("Approximating, but passed", score.approximatingPassed(), false);
    }

    private void findings(String title, List<Finding> findings, boolean how) {
        if (!findings.isEmpty()) {
            paper.line("  ", title + ":");
        }
        for (Finding finding : findings) {
            paper.line(Style.FAINT, "    ", Style.FAINT, finding.id());
            paper.line("      ", finding.before());
            paper.line("    → ", finding.after());
            if (how) {
                paper.line("      ", finding.how());
            }
        }
    }
}
