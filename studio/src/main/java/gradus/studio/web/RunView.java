package gradus.studio.web;

import gradus.course.Coding;
import gradus.course.Lesson;
import gradus.judge.ProgressEvent.Drawing;
import gradus.judge.ProgressEvent.Sample;
import gradus.judge.Submission;
import gradus.judge.Verdict.Metric;
import gradus.studio.desk.Desk;
import gradus.studio.run.Run;
import gradus.studio.run.RunCard;
import gradus.studio.run.RunProgress;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// A run as its page shows it, and as the list of runs does.
///
/// @param state in words: "running"
/// @param doing what happens now, or what has come of it
/// @param percent of the training that is done; negative if it doesn't say
/// @param times how long it has run, and how long it will
/// @param samples what the model has written, the latest first
/// @param facts what one has to know to get the same again
/// @param metrics what was measured, for the list
/// @param verdict empty until it is over, and if `milestone` says it
/// @param milestone what a run of a milestone has shown; empty until it is over
/// @param next what to do after it, once it has passed
public record RunView(
        String id,
        String lesson,
        String title,
        String state,
        boolean over,
        boolean startable,
        String when,
        String doing,
        int percent,
        String times,
        List<CurveChart> charts,
        List<Sample> samples,
        List<Drawing> drawings,
        List<String> facts,
        String metrics,
        Optional<VerdictView> verdict,
        Optional<MilestoneView> milestone,
        Optional<RecommendationView> next) {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.ENGLISH);

    /// The run in a list.
    static RunView of(Run run, Desk desk, ZoneId zone) {
        return of(run, new RunProgress(List.of()), Optional.empty(), desk, zone);
    }

    static RunView of(Run run, RunProgress progress, Desk desk, ZoneId zone) {
        return of(run, progress, MilestoneView.of(run, desk, zone), desk, zone);
    }

    private static RunView of(
            Run run, RunProgress progress, Optional<MilestoneView> milestone, Desk desk, ZoneId zone) {
        Optional<RunCard> card = run.card();
        Optional<Lesson> lesson = desk.course().lesson(run.lesson());
        return new RunView(
                run.id(),
                run.lesson(),
                run.request().title(),
                run.state().words(),
                run.state().isOver(),
                lesson.flatMap(Lesson::milestone).isPresent()
                        || lesson.flatMap(Lesson::coding)
                                .flatMap(Coding::gateRun)
                                .isPresent(),
                WHEN.format(run.request().requestedAt().atZone(zone)),
                doing(run, progress),
                progress.steps().isPresent() ? (int) (100 * progress.share()) : -1,
                times(card, progress),
                CurveChart.of(progress.curves()),
                progress.samples().reversed(),
                progress.drawings(),
                card.map(RunView::facts).orElse(List.of()),
                card.map(RunView::metrics).orElse(""),
                card.flatMap(RunCard::verdict)
                        .filter(_ -> milestone.isEmpty())
                        .flatMap(it -> lesson.flatMap(Lesson::lab)
                                .map(lab -> VerdictView.of(it, lab, submission(run), false))),
                milestone,
                run.state().isOver()
                        ? Optional.of(RecommendationView.of(desk.next(), desk.course()))
                        : Optional.empty());
    }

    private static Submission submission(Run run) {
        return new Submission(run.lesson(), run.request().sources());
    }

    private static String doing(Run run, RunProgress progress) {
        return switch (run.state()) {
            case QUEUED -> "It starts as soon as the runs before it are over.";
            case RUNNING -> progress.doing().isEmpty() ? "Starting …" : progress.doing();
            case INTERRUPTED ->
                "The program that computed it has ended before it was done. What it had shown until then is below.";
            case CANCELLED -> "It was cancelled, and nothing was recorded.";
            case PASSED, NOT_YET, FAULT -> "";
        };
    }

    private static String times(Optional<RunCard> card, RunProgress progress) {
        return card.map(it -> "took " + time(it.took()))
                .orElseGet(() -> progress.events().isEmpty()
                        ? ""
                        : time(progress.elapsed())
                                + progress.left()
                                        .map(left -> ", about " + time(left) + " left")
                                        .orElse(""));
    }

    private static List<String> facts(RunCard card) {
        var facts = new ArrayList<>(card.conditions());
        card.data().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(file -> facts.add(file.getKey() + " " + file.getValue().substring(0, 12)));
        return facts;
    }

    private static String metrics(RunCard card) {
        return card.metrics().stream()
                .map(metric -> Metric.number(metric.value()))
                .collect(Collectors.joining(", "));
    }

    /// A clock that was put back or forward meanwhile makes a time negative, or longer than any run.
    private static String time(Duration time) {
        if (time.plusMinutes(1).isNegative() || time.toDays() > 0) {
            return "an unknown time";
        }
        long seconds = Math.max(0, time.toSeconds());
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
