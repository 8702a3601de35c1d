package gradus.studio.terminal;

import gradus.course.answer.Estimate;
import gradus.studio.desk.ArenaDesk;
import gradus.studio.desk.ArenaStanding;
import gradus.studio.terminal.ConsolePrinter.Style;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Probes in an arena, and prints what the probes say.
record ArenaCommand(ConsolePrinter paper, ArenaDesk arenas, String lesson) {

    /// @param contender what to probe; empty to look only
    /// @param startOver whether to begin again
    ArenaStanding run(Optional<String> contender, boolean startOver) {
        ArenaStanding standing = startOver ? arenas.startOver(lesson) : arenas.standing(lesson);
        return contender.map(id -> arenas.probe(lesson, id)).orElse(standing);
    }

    void print(ArenaStanding standing) {
        paper.line(standing.used() + " of " + standing.budget() + " probes are made.");
        standing.prediction()
                .ifPresentOrElse(
                        it -> paper.line(
                                Style.FAINT,
                                "  ",
                                Style.FAINT,
                                "You expected " + String.join(", ", it.order()) + ", because: " + it.reason() + "."),
                        () -> paper.line(
                                "  ", "Write your prediction, then probe: `gradus run " + lesson + " CONTENDER`."));
        paper.blankLine();
        paper.table(
                List.of("contender", standing.metric(), "95 % interval", "folds", "fit ms", "predict ms"),
                standing.contenders().stream().map(ArenaCommand::row).toList());
        if (!standing.margins().isEmpty()) {
            paper.blankLine();
            paper.table(
                    List.of("first less second", "margin", "p-value", "examples"),
                    standing.margins().stream()
                            .map(pair -> List.of(
                                    pair.first() + " less " + pair.second(),
                                    number(pair.margin().mean()),
                                    number(pair.margin().pValue()),
                                    String.valueOf(pair.margin().examples())))
                            .toList());
        }
    }

    private static List<String> row(ArenaStanding.Row row) {
        Optional<Estimate> estimate = row.estimate();
        return List.of(
                row.id(),
                estimate.map(it -> number(it.mean())).orElse(""),
                estimate.map(it -> number(it.low()) + " to " + number(it.high()))
                        .orElse(""),
                String.valueOf(row.folds()),
                estimate.isPresent() ? String.format(Locale.ROOT, "%.1f", row.fitMillis()) : "",
                estimate.isPresent() ? String.format(Locale.ROOT, "%.1f", row.predictMillis()) : "");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
