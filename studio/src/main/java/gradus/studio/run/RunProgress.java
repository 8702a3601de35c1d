package gradus.studio.run;

import gradus.judge.ProgressEvent;
import gradus.judge.Verdict.Outcome;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a run has shown so far.
///
/// @param events all that has happened, in order
public record RunProgress(List<RunEvent> events) {

    public RunProgress {
        events = List.copyOf(events);
    }

    /// A point of a curve.
    public record CurvePoint(double x, double y) {}

    /// What it does now, in words; empty before it begins.
    public String doing() {
        return events.reversed().stream()
                .flatMap(it -> switch (it.event()) {
                    case ProgressEvent.Checking checking -> Stream.of(checking.title());
                    case ProgressEvent.Integrating integrating ->
                        Stream.of("the checks, with " + integrating.parts() + " of your own parts");
                    case ProgressEvent.Waiting waiting -> Stream.of(waiting.sentence());
                    case ProgressEvent.Compiled _ -> Stream.of("compiled");
                    case ProgressEvent.Checked _, ProgressEvent.Printed _, ProgressEvent.Report _ ->
                        Stream.<String>empty();
                })
                .findFirst()
                .orElse("");
    }

    /// How many checks have passed.
    public long passed() {
        return all(ProgressEvent.Checked.class)
                .filter(checked -> checked.result().outcome() instanceof Outcome.Passed)
                .count();
    }

    /// The last report of how much is done.
    public Optional<ProgressEvent.Progress> steps() {
        return last(ProgressEvent.Progress.class);
    }

    /// The part of the training that is done, from 0 to 1.
    public double share() {
        return steps().filter(it -> it.of() > 0)
                .map(it -> (double) it.done() / it.of())
                .orElse(0.0);
    }

    /// How long the training will still take if it goes on as it did; empty if nothing is done yet.
    public Optional<Duration> left() {
        long begun = events.stream()
                .filter(it -> it.event() instanceof ProgressEvent.Environment)
                .mapToLong(RunEvent::millis)
                .reduce(0, (_, millis) -> millis);
        return events.reversed().stream()
                .filter(it -> it.event() instanceof ProgressEvent.Progress)
                .findFirst()
                .flatMap(it -> it.event() instanceof ProgressEvent.Progress(int done, int of) && done > 0
                        ? Optional.of(Duration.ofMillis((it.millis() - begun) * (of - done) / done))
                        : Optional.empty());
    }

    /// How long it had computed when the last event happened.
    public Duration elapsed() {
        return events.isEmpty()
                ? Duration.ZERO
                : Duration.ofMillis(events.getLast().millis());
    }

    /// The curves by name, in the order in which they appeared.
    public SequencedMap<String, List<CurvePoint>> curves() {
        return all(ProgressEvent.Point.class)
                .collect(Collectors.groupingBy(
                        ProgressEvent.Point::series,
                        LinkedHashMap::new,
                        Collectors.mapping(it -> new CurvePoint(it.x(), it.y()), Collectors.toList())));
    }

    /// What the model has written, the latest last. Of those with the same title, the last.
    public List<ProgressEvent.Sample> samples() {
        var samples = new LinkedHashMap<String, ProgressEvent.Sample>();
        all(ProgressEvent.Sample.class).forEach(it -> samples.putLast(it.title(), it));
        return List.copyOf(samples.values());
    }

    /// The pictures. Of those with the same title, the last.
    public List<ProgressEvent.Drawing> drawings() {
        var drawings = new LinkedHashMap<String, ProgressEvent.Drawing>();
        all(ProgressEvent.Drawing.class).forEach(it -> drawings.put(it.title(), it));
        return List.copyOf(drawings.values());
    }

    /// The seeds from which it drew, in order.
    public List<Long> seeds() {
        return all(ProgressEvent.Seeded.class)
                .map(ProgressEvent.Seeded::seed)
                .distinct()
                .toList();
    }

    /// What decides on its bits and its speed; empty before the training begins.
    public Optional<ProgressEvent.Environment> environment() {
        return last(ProgressEvent.Environment.class);
    }

    private <E extends ProgressEvent> Stream<E> all(Class<E> kind) {
        return events.stream().map(RunEvent::event).filter(kind::isInstance).map(kind::cast);
    }

    private <E extends ProgressEvent> Optional<E> last(Class<E> kind) {
        return all(kind).reduce((_, later) -> later);
    }
}
