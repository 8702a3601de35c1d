package gradus.judge;

import gradus.judge.build.Breakdown;
import gradus.judge.build.Built;
import gradus.judge.build.Complaint;
import gradus.judge.child.Crew;
import gradus.judge.child.Mailbox;
import gradus.judge.child.Mailbox.Mail;
import gradus.judge.child.Worker;
import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.Job;
import java.time.Duration;
import java.util.Map;

/// Runs the small programs that lessons quote, upon the library and the proctor, so that what a page says of
/// their output is true.
public final class Snippets implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int MEGABYTES = 256;
    private static final String NAME = "Snippet";

    private final Bench bench;

    public Snippets(Toolbox toolbox) {
        this.bench = new Bench(toolbox, false);
    }

    /// What came of a snippet.
    public sealed interface Ran {

        /// It ended by itself.
        record Through(String output) implements Ran {}

        /// @param line of the snippet, from 1; 0 if unknown
        record DidNotCompile(int line, String message) implements Ran {}

        /// It threw, ran too long, or ended the JVM.
        ///
        /// @param how what happened, in words
        record Failed(String how, String output) implements Ran {}
    }

    /// Runs `source`, a compact source file: imports, methods, and a `main`.
    public Ran run(String source) {
        return switch (bench.course().compile(Map.of(NAME + ".java", source), Map.of())) {
            case Built.Refused refused -> {
                Complaint first = refused.complaints().getFirst();
                yield new Ran.DidNotCompile(first.line(), first.message());
            }
            case Built.TooSlow slow -> throw new Breakdown("a snippet took too long to compile");
            case Built.Classes built -> run(built.classes());
        };
    }

    private Ran run(Map<String, byte[]> classes) {
        var job = new Job(bench.library().path().toString(), Map.of(), classes, new Job.RunMain(NAME));
        try (Worker worker = Crew.await(bench.crew().take(MEGABYTES))) {
            return follow(worker.start(job));
        }
    }

    private static Ran follow(Mailbox mailbox) {
        var output = new StringBuilder();
        String failure = "";
        // The child's own start counts here: nobody's time is being measured.
        long deadline = System.nanoTime() + LIMIT.multipliedBy(2).toNanos();
        while (true) {
            switch (mailbox.next(deadline)) {
                case Mail.Came(Event.Printed printed) -> output.append(printed.text());
                case Mail.Came(Event.Started started) -> deadline = System.nanoTime() + LIMIT.toNanos();
                case Mail.Came(Event.Failed failed) ->
                    failure = failed.finding().got();
                case Mail.Came(Event.Broken broken) -> {
                    return new Ran.Failed(broken.what(), output.toString());
                }
                case Mail.Came(Event.Finished finished) -> {
                    return failure.isEmpty()
                            ? new Ran.Through(output.toString())
                            : new Ran.Failed("it threw " + failure, output.toString());
                }
                case Mail.Came came -> {}
                case Mail.Late late -> {
                    return new Ran.Failed("it ran longer than " + LIMIT.toSeconds() + " s", output.toString());
                }
                case Mail.Gone gone -> {
                    return new Ran.Failed("it ended the JVM, exit code " + gone.exitCode(), output.toString());
                }
                case Mail.Garbled garbled -> throw new Breakdown("the channel from the child broke: " + garbled.why());
            }
        }
    }

    @Override
    public void close() {
        bench.close();
    }
}
