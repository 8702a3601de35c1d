package gradus.studio.terminal;

import gradus.course.Arena;
import gradus.course.Audit;
import gradus.course.Coding;
import gradus.course.Lab;
import gradus.course.Milestone;
import gradus.course.Testing;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.studio.desk.Desk;
import gradus.studio.run.Run;
import gradus.studio.run.RunCard;
import gradus.studio.run.RunFollower;
import gradus.studio.terminal.ConsolePrinter.Style;
import java.time.Duration;
import java.util.Optional;

/// Starts the run of a lesson, or joins it if it is going on, and shows it until it is over.
final class RunCommand {

    private static final Duration REDRAW = Duration.ofMillis(250);

    private final TerminalEnvironment around;
    private final ConsolePrinter paper;
    private final Desk desk;
    private final boolean json;

    RunCommand(TerminalEnvironment around, ConsolePrinter paper, Desk desk, boolean json) {
        this.around = around;
        this.paper = paper;
        this.desk = desk;
        this.json = json;
    }

    /// The run, once it is over. Interrupting this thread cancels it.
    Run run(String lesson) {
        Run started = desk.runs().start(lesson);
        RunFollower follower = desk.runs().follow(started.id());
        Thread computing =
                Thread.ofPlatform().name("run").start(() -> desk.runs().queue().computeUntilOver(started.id()));
        try (var screen = new RunScreen(around, paper, json)) {
            do {
                screen.show(follower.run(), follower.progress());
            } while (!computing.join(REDRAW));
            screen.show(follower.run(), follower.progress());
        } catch (InterruptedException e) {
            computing.interrupt();
            awaitEnd(computing);
        }
        return follower.run();
    }

    private static void awaitEnd(Thread computing) {
        try {
            computing.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Prints what a run that is over has shown.
    void print(Run run) {
        Optional<Verdict> verdict = run.card().flatMap(RunCard::verdict);
        switch (run.state()) {
            case PASSED, NOT_YET -> print(run, verdict.orElseThrow());
            case CANCELLED -> paper.line(Style.FAINT, "· ", Style.PLAIN, "Cancelled. Nothing was recorded.");
            case INTERRUPTED ->
                paper.line(
                        Style.BAD,
                        "✗ ",
                        Style.PLAIN,
                        "Interrupted: the program that computed it has ended. Start it again with `gradus run "
                                + run.lesson() + "`.");
            case FAULT ->
                around.err()
                        .println(paper.encodable("The judge couldn't run " + run.lesson() + " ("
                                + verdict.map(RunCommand::fault).orElse("no reason is known")
                                + "); it doesn't count against you: try again."));
            case QUEUED, RUNNING -> throw new IllegalArgumentException("the run isn't over: " + run.id());
        }
        run.card().ifPresent(card -> new RunPrinter(paper, around.clock().getZone()).card(card));
    }

    private void print(Run run, Verdict verdict) {
        Lab lab = desk.lesson(run.lesson()).lab().orElseThrow();
        switch (lab) {
            case Milestone milestone -> new MilestonePrinter(paper, desk, milestone).print(run);
            case Coding coding ->
                new CodingPrinter(paper, desk, coding)
                        .print(new Submission(run.lesson(), run.request().sources()), verdict);
            case Arena _, Audit _, Testing _ -> new VerdictPrinter(paper, desk, lab).print(verdict);
        }
    }

    private static String fault(Verdict verdict) {
        return verdict instanceof Verdict.JudgeFault(String message) ? message : verdict.toString();
    }

    static int exitCode(Run run) {
        return switch (run.state()) {
            case PASSED -> ExitCode.SUCCESS;
            case NOT_YET, CANCELLED, INTERRUPTED -> ExitCode.NOT_YET;
            case FAULT -> ExitCode.SYSTEM_ERROR;
            case QUEUED, RUNNING -> throw new IllegalArgumentException("the run isn't over: " + run.id());
        };
    }
}
