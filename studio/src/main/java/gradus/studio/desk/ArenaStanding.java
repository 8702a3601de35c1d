package gradus.studio.desk;

import gradus.course.Arena;
import gradus.course.answer.Estimate;
import gradus.course.answer.Margin;
import gradus.course.answer.ProbeLog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What a learner's probes in an arena say so far.
///
/// @param metric what is measured, in words
/// @param used how many probes have been made
/// @param budget how many there are
/// @param prediction as it was before the first probe
/// @param contenders all of them, in order
/// @param margins of each two that were probed on the same fold, the better one first
public record ArenaStanding(
        String lesson,
        String metric,
        int used,
        int budget,
        Optional<ProbeLog.Prediction> prediction,
        List<Row> contenders,
        List<Pair> margins) {

    public ArenaStanding {
        contenders = List.copyOf(contenders);
        margins = List.copyOf(margins);
    }

    /// A contender.
    ///
    /// @param folds on how many folds it was probed
    /// @param estimate what its probes say together; empty if there are none
    /// @param fitMillis how long a probe took to fit, on average
    /// @param predictMillis how long it took to score the examples
    public record Row(
            String id, String title, int folds, Optional<Estimate> estimate, double fitMillis, double predictMillis) {}

    /// Two contenders, and the metric of the first less that of the second.
    public record Pair(String first, String second, Margin margin) {}

    static ArenaStanding of(Arena arena, ProbeLog log) {
        return new ArenaStanding(
                arena.lesson(),
                arena.metric(),
                log.probes().size(),
                arena.budget().probes(),
                log.prediction(),
                arena.contenders().stream()
                        .map(contender -> row(contender, log))
                        .toList(),
                pairs(arena, log));
    }

    private static Row row(Arena.Contender contender, ProbeLog log) {
        Collection<ProbeLog.Probe> probes = log.of(contender.id()).values();
        return new Row(
                contender.id(),
                contender.title(),
                probes.size(),
                log.estimate(contender.id()),
                millis(probes.stream()
                        .mapToLong(ProbeLog.Probe::fitNanos)
                        .average()
                        .orElse(0)),
                millis(probes.stream()
                        .mapToLong(ProbeLog.Probe::predictNanos)
                        .average()
                        .orElse(0)));
    }

    private static double millis(double nanos) {
        return nanos / 1e6;
    }

    private static List<Pair> pairs(Arena arena, ProbeLog log) {
        var pairs = new ArrayList<Pair>();
        List<String> ids = arena.contenderIds();
        for (int i = 0; i < ids.size(); i++) {
            for (int j = i + 1; j < ids.size(); j++) {
                pair(arena, log, ids.get(i), ids.get(j)).ifPresent(pairs::add);
            }
        }
        return pairs;
    }

    private static Optional<Pair> pair(Arena arena, ProbeLog log, String one, String other) {
        return log.margin(one, other)
                .map(margin -> margin.mean() == 0 || arena.isBetter(margin.mean())
                        ? new Pair(one, other, margin)
                        : new Pair(other, one, new Margin(-margin.mean(), margin.pValue(), margin.examples())));
    }
}
