package gradus.studio.terminal;

import gradus.judge.Verdict.Metric;
import gradus.studio.run.Run;
import gradus.studio.run.RunCard;
import gradus.studio.terminal.ConsolePrinter.Style;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Prints runs that are over: their cards, and a list of all.
record RunPrinter(ConsolePrinter paper, ZoneId zone) {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);

    void list(List<Run> runs) {
        if (runs.isEmpty()) {
            paper.line("There are no runs yet. `gradus run LESSON` starts one.");
            return;
        }
        paper.table(
                List.of("lesson", "state", "when", "took", "measured", "run"),
                runs.stream().map(this::row).toList());
    }

    private List<String> row(Run run) {
        return List.of(
                run.lesson(),
                run.state().words(),
                WHEN.format(run.request().requestedAt().atZone(zone)),
                run.card().map(card -> TimeText.of(card.took())).orElse(""),
                run.card().map(RunPrinter::measured).orElse(""),
                run.id());
    }

    private static String measured(RunCard card) {
        return card.metrics().stream()
                .map(metric -> Metric.number(metric.value()))
                .collect(Collectors.joining(", "));
    }

    /// What one has to know to get the same again.
    void card(RunCard card) {
        var facts = new ArrayList<String>();
        facts.add("It took " + TimeText.of(card.took()));
        facts.addAll(card.conditions());
        paper.line(Style.FAINT, "  ", Style.FAINT, String.join(", ", facts) + ".");
        paper.line(Style.FAINT, "  ", Style.FAINT, "Its card is in runs/" + card.id() + "/card.json.");
    }
}
