package gradus.studio;

import gradus.course.Course;
import gradus.course.Lesson;
import gradus.course.cut.LibrarySources;
import gradus.judge.JudgePaths;
import gradus.judge.SelfTestReport;
import gradus.judge.local.LocalJudge;
import gradus.mastery.Recommendation;
import gradus.studio.command.CommandServer;
import gradus.studio.command.RunningStudio;
import gradus.studio.desk.Desk;
import gradus.studio.doctor.Doctor;
import gradus.studio.doctor.DoctorReport;
import gradus.studio.error.UserFacingException;
import gradus.studio.journal.SqliteJournal;
import gradus.studio.run.RunArchive;
import gradus.studio.terminal.Application;
import gradus.studio.terminal.AuthorApplication;
import gradus.studio.web.LastPort;
import gradus.studio.web.StudioServer;
import gradus.studio.workspace.MavenProject;
import gradus.studio.workspace.Workspace;
import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/// The composition root: connects desk, judge, journal, workspace and pages.
final class CompositionRoot implements Application {

    /// The version of JUnit that runs the visible checks in a workspace.
    private static final String JUNIT = "6.1.3";

    /// How long a run that is computed has to end when the studio closes.
    private static final Duration STOP_LIMIT = Duration.ofSeconds(2);

    private final InstantSource clock;
    private final Function<Path, Installation> installations;
    private final Function<JudgePaths, LocalJudge> judges;
    private final Function<JudgePaths, LocalJudge> studioJudges;
    private final Function<Installation, Course> courses;

    CompositionRoot(InstantSource clock) {
        this(clock, Installation::locate);
    }

    /// @param installations the installation to use with a home
    CompositionRoot(InstantSource clock, Function<Path, Installation> installations) {
        this(clock, installations, LocalJudge::oneShot, LocalJudge::longLived, Installation::course);
    }

    /// @param judges opens the judge of a command or studio, which closes it
    CompositionRoot(
            InstantSource clock, Function<Path, Installation> installations, Function<JudgePaths, LocalJudge> judges) {
        this(clock, installations, judges, judges, Installation::course);
    }

    private CompositionRoot(
            InstantSource clock,
            Function<Path, Installation> installations,
            Function<JudgePaths, LocalJudge> judges,
            Function<JudgePaths, LocalJudge> studioJudges,
            Function<Installation, Course> courses) {
        this.clock = clock;
        this.installations = installations;
        this.judges = judges;
        this.studioJudges = studioJudges;
        this.courses = courses;
    }

    @Override
    public Desk openDesk(Path home) {
        return openDesk(home, _ -> {});
    }

    @Override
    public Desk openDeskToCheck(Path home) {
        return openDesk(home, LocalJudge::expectSubmission);
    }

    private Desk openDesk(Path home, Consumer<LocalJudge> preparation) {
        Installation installation = installations.apply(home);
        // Each takes a good part of a command's time, and neither needs the other.
        var course = CompletableFuture.supplyAsync(
                () -> courses.apply(installation),
                reading -> Thread.ofPlatform().name("course").daemon().start(reading));
        LocalJudge judge = judges.apply(installation.judgePaths());
        try {
            preparation.accept(judge);
            return desk(home, installation, course.join(), judge);
        } catch (RuntimeException e) {
            judge.close();
            throw e instanceof CompletionException && e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public Optional<URI> serveStudio(Path home, int port, boolean browser, Consumer<URI> ready) {
        Optional<URI> running = program().flatMap(program -> RunningStudio.of(home, program));
        if (running.isPresent()) {
            running.filter(_ -> browser).ifPresent(CompositionRoot::openBrowser);
            return running;
        }
        Installation installation = installations.apply(home);
        serve(home, installation, installation.course(), Optional.empty(), "/", port, browser, ready);
        return Optional.empty();
    }

    /// The name of this program; empty if the launcher didn't start it.
    private static Optional<String> program() {
        return Optional.ofNullable(System.getProperty("gradus.program"));
    }

    @Override
    public void servePreview(Path home, Optional<String> lesson, int port, boolean browser, Consumer<URI> ready) {
        Installation installation = installations.apply(home);
        var preview = new CoursePreview(installation);
        lesson.filter(id -> preview.course().lesson(id).isEmpty() && !preview.isBroken(id))
                .ifPresent(id -> {
                    throw UserFacingException.usageError("There is no lesson \"" + id
                            + "\"; name the folder of one, or make it with `gradus author new`.");
                });
        String page = lesson.map(id -> "/lessons/" + id).orElse("/map");
        serve(home, installation, preview.course(), Optional.of(preview), page, port, browser, ready);
    }

    private void serve(
            Path home,
            Installation installation,
            Course course,
            Optional<CoursePreview> preview,
            String page,
            int port,
            boolean browser,
            Consumer<URI> ready) {
        LocalJudge judge = studioJudges.apply(installation.judgePaths());
        LastPort lastPort = LastPort.of(home);
        var stopRequested = new CountDownLatch(1);
        var closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(stopRequested, closed)));
        try (Desk desk = desk(home, installation, course, judge);
                StudioServer server = StudioServer.start(
                        desk, preview.map(Function.identity()), port == 0 ? lastPort.ifFree() : port);
                CommandServer _ =
                        preview.isEmpty() ? performing(home, installation, course, judge) : CommandServer.none()) {
            preview.ifPresent(it -> it.onChange(desk::replaceCourse));
            lastPort.remember(server.port());
            URI address = URI.create(server.address(page));
            program().ifPresent(program -> RunningStudio.note(home, address, program));
            ready.accept(address);
            if (browser) {
                openBrowser(address);
            }
            Thread.ofVirtual().start(() -> warmUp(desk, judge));
            Thread computing =
                    Thread.ofPlatform().name("runs").start(desk.runs().queue()::computeForEver);
            try {
                stopRequested.await();
            } finally {
                computing.interrupt();
                computing.join(STOP_LIMIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closed.countDown();
        }
    }

    /// Performs commands with the course and the judge of this studio.
    private CommandServer performing(Path home, Installation installation, Course course, LocalJudge judge) {
        if (program().isEmpty()) {
            return CommandServer.none();
        }
        String stamps = installation.courseStamps();
        return CommandServer.open(
                home,
                new CommandServer.Service(
                        program().get(),
                        () -> installation.courseStamps().equals(stamps),
                        new CompositionRoot(
                                clock, _ -> installation, _ -> judge.sharing(), _ -> judge.sharing(), _ -> course),
                        clock));
    }

    /// On Ctrl-C, lets the thread that opened the studio close it before the JVM exits.
    private static void shutDown(CountDownLatch stopRequested, CountDownLatch closed) {
        stopRequested.countDown();
        try {
            closed.await(3, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public AuthorApplication author() {
        return new AuthorTools(() -> installations.apply(Path.of(System.getProperty("user.home"))), clock);
    }

    @Override
    public DoctorReport doctor(Path home) {
        Installation installation = installations.apply(home);
        try (var judge = LocalJudge.oneShot(installation.judgePaths())) {
            CompletableFuture<SelfTestReport> health = judge.health();
            return new Doctor(home, installation.cache(), installation::course, health::join, opensBrowsers())
                    .examine();
        }
    }

    private Desk desk(Path home, Installation installation, Course course, LocalJudge judge) {
        LibrarySources librarySources = installation.library();
        var mavenProject = new MavenProject(Installation.VERSION, JUNIT, installation.workspaceJars());
        return new Desk(
                course,
                lab -> librarySources.files(lab, course.codings()),
                judge,
                judge.figureRenderer(),
                judge.snippetRunner(),
                judge.answerRunner(),
                SqliteJournal.open(home.resolve("journal.db")),
                new Workspace(home.resolve("workspace"), mavenProject),
                new RunArchive(home.resolve("runs")),
                clock);
    }

    /// Does slow preparations while the learner reads. Errors are ignored here (the studio may be closing, or
    /// the disk full): the work is repeated when it's needed, and the error is then reported.
    private static void warmUp(Desk desk, LocalJudge judge) {
        try {
            lessonOf(desk.next())
                    .flatMap(desk.course()::lesson)
                    .flatMap(Lesson::coding)
                    .ifPresent(judge::prepareFor);
            // The course has been read, which took several times the memory that it needs.
            System.gc();
            // Get ready to judge first: the self-test keeps a core busy for a second.
            judge.awaitReady();
            judge.health();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            return;
        }
    }

    /// The lesson that the learner will most likely open.
    private static Optional<String> lessonOf(Recommendation next) {
        return switch (next) {
            case Recommendation.Retry retry -> Optional.of(retry.lesson());
            case Recommendation.Learn learn -> Optional.of(learn.lesson());
            case Recommendation.Review review -> Optional.of(review.lesson());
            case Recommendation.Rest rest -> Optional.empty();
        };
    }

    private static boolean opensBrowsers() {
        return !GraphicsEnvironment.isHeadless() && Desktop.isDesktopSupported();
    }

    /// Opens the address in a browser, if there is one. The address is also printed.
    private static void openBrowser(URI address) {
        if (!opensBrowsers()) {
            return;
        }
        try {
            Desktop.getDesktop().browse(address);
        } catch (IOException | UnsupportedOperationException e) {
            return;
        }
    }
}
