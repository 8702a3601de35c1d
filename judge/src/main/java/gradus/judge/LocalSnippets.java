package gradus.judge;

import gradus.judge.build.Breakdown;
import gradus.judge.build.Built;
import gradus.judge.build.Complaint;
import gradus.judge.child.Mailbox;
import gradus.judge.child.Mailbox.Mail;
import gradus.judge.child.Worker;
import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.Job;
import java.time.Duration;
import java.util.Map;

/// Runs snippets on this machine, each in a child JVM of its own.
public final class LocalSnippets implements Snippets {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int MEGABYTES = 256;
    private static final String NAME = "Snippet";

    private final Bench bench;
    private final boolean ownsBench;

    public LocalSnippets(Toolbox toolbox) {
        this.bench = new Bench(toolbox, false);
        this.ownsBench = true;
    }

    LocalSnippets(Bench bench) {
        this.bench = bench;
        this.ownsBench = false;
    }

    @Override
    public Ran run(String source, Parts parts) {
        Map<String, byte[]> mine = bench.compiled(parts);
        return switch (bench.beside().compile(Map.of(NAME + ".java", source), mine)) {
            case Built.Refused refused -> {
                Complaint first = refused.complaints().getFirst();
                yield new Ran.DidNotCompile(first.line(), first.message());
            }
            case Built.TooSlow slow -> throw new Breakdown("a snippet took too long to compile");
            case Built.Classes built -> run(built.classes(), mine);
        };
    }

    private Ran run(Map<String, byte[]> classes, Map<String, byte[]> mine) {
        var job = new Job(bench.library().classes(), mine, classes, new Job.RunMain(NAME));
        try {
            return run(bench.kept().take(MEGABYTES), job);
        } catch (TrialRun.Lost e) {
            // It may have been about to end: the run before may have left something behind.
            return run(bench.crew().take(MEGABYTES), job);
        }
    }

    private Ran run(Worker worker, Job job) {
        Ran ran = null;
        try {
            ran = follow(worker.startOneOfMany(job));
            return ran;
        } finally {
            if (ran instanceof Ran.Through) {
                bench.kept().giveBack(worker);
            } else {
                worker.close();
            }
        }
    }

    private static Ran follow(Mailbox mailbox) {
        var output = new StringBuilder();
        String failure = "";
        boolean begun = false;
        // The child's own start counts here: nobody's time is being measured.
        long deadline = System.nanoTime() + LIMIT.multipliedBy(2).toNanos();
        while (true) {
            switch (mailbox.next(deadline)) {
                case Mail.Came(Event.Printed printed) -> output.append(printed.text());
                case Mail.Came(Event.Started started) -> {
                    begun = true;
                    deadline = System.nanoTime() + LIMIT.toNanos();
                }
                case Mail.Came(Event.Failed failed) ->
                    failure = failed.finding().got();
                case Mail.Came(Event.ProctorFault proctorFault) -> {
                    return new Ran.Failed(proctorFault.message(), output.toString());
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
                    if (!begun) {
                        throw new TrialRun.Lost("the child JVM ended before it began, exit code " + gone.exitCode());
                    }
                    return new Ran.Failed("it ended the JVM, exit code " + gone.exitCode(), output.toString());
                }
                case Mail.Garbled garbled -> throw new Breakdown("the channel from the child broke: " + garbled.why());
            }
        }
    }

    @Override
    public void close() {
        if (ownsBench) {
            bench.close();
        }
    }
}
