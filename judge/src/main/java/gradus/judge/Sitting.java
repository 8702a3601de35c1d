package gradus.judge;

import gradus.judge.build.Breakdown;
import gradus.judge.build.Library;
import gradus.judge.child.Mailbox;
import gradus.judge.child.Mailbox.Mail;
import gradus.judge.child.Worker;
import gradus.proctor.transcript.Event;
import gradus.proctor.transcript.Event.FailureKind;
import gradus.proctor.transcript.Event.Finding;
import gradus.proctor.transcript.Job;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// One figure in one child, for as many pictures as are asked for.
final class Sitting implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration TO_BEGIN = Duration.ofSeconds(30);

    private final String key;
    private final String name;
    private final List<String> learners;
    private final Worker worker;
    private final Mailbox mailbox;
    private boolean begun;
    private boolean over;

    /// @param key changes with the figure's source and the learner's parts
    /// @param learners the learner's own classes that it draws with
    Sitting(String key, String name, List<String> learners, Worker worker, Job job) {
        this.key = key;
        this.name = name;
        this.learners = learners;
        this.worker = worker;
        this.mailbox = worker.start(job);
    }

    String key() {
        return key;
    }

    /// Whether it cannot draw any more.
    boolean isOver() {
        return over;
    }

    FigureReply draw(Map<String, String> moved) {
        worker.ask(new Job.DrawRequest(moved));
        // The first picture waits for the JVM itself.
        Duration limit = begun ? LIMIT : TO_BEGIN;
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            switch (mailbox.next(deadline)) {
                case Mail.Came came -> {
                    switch (came.event()) {
                        case Event.Drawn drawn -> {
                            begun = true;
                            return new FigureReply.Drawn(drawn.svg(), drawn.description(), drawn.controls());
                        }
                        case Event.Failed failed -> {
                            begun = true;
                            return new FigureReply.NotDrawn(why(failed.finding()));
                        }
                        case Event.Started started -> {
                            begun = true;
                            deadline = System.nanoTime() + LIMIT.toNanos();
                        }
                        case Event.Printed printed -> {}
                        case Event.ProctorFault proctorFault -> {
                            return end("the figure " + name + " cannot be drawn: " + proctorFault.message());
                        }
                        case Event.Passed passed -> throw unasked(passed);
                        case Event.Finished finished -> throw unasked(finished);
                    }
                }
                case Mail.Late late -> {
                    return end("the figure " + name + " took longer than " + LIMIT.toSeconds() + " s" + blame());
                }
                case Mail.Gone gone -> {
                    return end("the program that draws the figure " + name
                            + " ended before there was a picture (exit code " + gone.exitCode() + ")" + blame());
                }
                case Mail.Garbled garbled -> {
                    return end("the channel from the child broke: " + garbled.why());
                }
            }
        }
    }

    private FigureReply end(String why) {
        close();
        return new FigureReply.NotDrawn(why);
    }

    private String blame() {
        return learners.isEmpty() ? "" : "; look at your own parts, or switch to the library's for now";
    }

    /// Whose fault it is: a part of the learner's own that is on the stack, else the figure.
    private String why(Finding finding) {
        return finding.stackTrace().stream()
                .filter(stackFrame -> learners.contains(Library.outermost(stackFrame.className())))
                .findFirst()
                .map(stackFrame -> "your own " + simple(stackFrame.className()) + "." + stackFrame.method() + ", line "
                        + stackFrame.line()
                        + (finding.kind() == FailureKind.TO_DO
                                ? ", is still to be written"
                                : ", threw " + finding.got()))
                .orElse("the figure " + name + " threw " + finding.got());
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
    }

    private static Breakdown unasked(Event event) {
        return new Breakdown("the proctor said what it was not asked: " + event);
    }

    @Override
    public void close() {
        over = true;
        worker.close();
    }
}
