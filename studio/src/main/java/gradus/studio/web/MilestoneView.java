package gradus.studio.web;

import gradus.course.Lesson;
import gradus.course.Milestone;
import gradus.judge.Verdict;
import gradus.judge.Verdict.Metric;
import gradus.studio.desk.Desk;
import gradus.studio.milestone.BestRuns;
import gradus.studio.milestone.Certificate;
import gradus.studio.milestone.MilestoneResult;
import gradus.studio.run.Run;
import gradus.studio.run.RunCard;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// The result of a run of a milestone as its page shows it.
///
/// @param tone `passed` or `not-yet`
/// @param sentence the diagnosis; may be empty
/// @param best the record table, once the run has passed
public record MilestoneView(
        String run,
        String tone,
        String title,
        String sentence,
        MilestoneResult result,
        Optional<Certificate> certificate,
        Optional<BestRuns> best,
        ZoneId zone) {

    /// The number of runs that a record table shows.
    public static final int ENTRIES_SHOWN = 10;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    /// Empty if it is the run of another lab, or its checks haven't come to their end.
    static Optional<MilestoneView> of(Run run, Desk desk, ZoneId zone) {
        Optional<Milestone> lab = desk.course().lesson(run.lesson()).flatMap(Lesson::milestone);
        return lab.flatMap(milestone -> run.card().flatMap(card -> of(milestone, run, card, desk, zone)));
    }

    private static Optional<MilestoneView> of(Milestone lab, Run run, RunCard card, Desk desk, ZoneId zone) {
        return card.verdict().flatMap(verdict -> switch (verdict) {
            case Verdict.Passed _ ->
                Optional.of(new MilestoneView(
                        run.id(),
                        "passed",
                        "Reached, with your own parts",
                        "",
                        MilestoneResult.of(lab, card.results()),
                        Certificate.of(lab, run),
                        desk.milestones().best(lab),
                        zone));
            case Verdict.NotYet it ->
                Optional.of(new MilestoneView(
                        run.id(),
                        "not-yet",
                        "Not reached yet",
                        it.diagnosis().message(),
                        MilestoneResult.of(lab, card.results()),
                        Optional.empty(),
                        Optional.empty(),
                        zone));
            case Verdict.ChecksPassed _,
                    Verdict.DidNotCompile _,
                    Verdict.OutOfTime _,
                    Verdict.OutOfMemory _,
                    Verdict.EndedEarly _,
                    Verdict.Forbidden _,
                    Verdict.JudgeFault _ -> Optional.<MilestoneView>empty();
        });
    }

    /// Four significant digits.
    public static String number(double value) {
        return Metric.number(value);
    }

    /// What is wanted of a metric: `≥ 0.9`; empty if nothing is.
    public static String wanted(Verdict.Metric metric) {
        return metric.threshold()
                .map(it -> (it.atLeast() ? "≥ " : "≤ ") + number(it.value()))
                .orElse("");
    }

    /// `29 November 2026`
    public static String day(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone));
    }
}
