package gradus.studio.milestone;

import gradus.course.Milestone;
import gradus.course.Sha256;
import gradus.judge.Verdict.Metric;
import gradus.studio.run.Run;
import gradus.studio.run.RunCard;
import gradus.studio.run.RunState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a passed run of a milestone shows to others.
///
/// @param title the title of the lesson
/// @param opening the first sentence of the story, rendered
/// @param at when it was reached
/// @param configuration the hash of what decides on the result: the sources of the parts, the data, the seeds
public record Certificate(
        String title,
        String year,
        String source,
        String opening,
        Instant at,
        List<Metric> metrics,
        Optional<Integer> learnerPercent,
        String configuration) {

    public Certificate {
        metrics = List.copyOf(metrics);
    }

    /// The certificate of a run; empty unless it has passed.
    public static Optional<Certificate> of(Milestone lab, Run run) {
        return run.card()
                .filter(card -> card.state() == RunState.PASSED)
                .map(card -> new Certificate(
                        run.request().title(),
                        lab.origin().year(),
                        lab.origin().source(),
                        lab.origin().opening(),
                        card.endedAt(),
                        card.metrics(),
                        card.learnerPercent(),
                        configuration(run.request().sources(), card)));
    }

    /// The same for the same sources, data and seeds, whenever and wherever it runs.
    static String configuration(Map<String, String> sources, RunCard card) {
        var all = new StringBuilder();
        new TreeMap<>(sources)
                .forEach((path, text) ->
                        all.append(path).append(' ').append(hash(text)).append('\n'));
        new TreeMap<>(card.data())
                .forEach((file, hash) ->
                        all.append(file).append(' ').append(hash).append('\n'));
        all.append(card.seeds());
        return hash(all.toString());
    }

    private static String hash(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
