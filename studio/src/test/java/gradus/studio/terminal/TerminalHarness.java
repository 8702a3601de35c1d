package gradus.studio.terminal;

import gradus.course.Fault;
import gradus.judge.SandboxTier;
import gradus.judge.SelfTestReport;
import gradus.judge.Verdict;
import gradus.studio.author.AuthorMeasure;
import gradus.studio.author.AuthorProve;
import gradus.studio.author.AuthorReport;
import gradus.studio.author.FillReport;
import gradus.studio.author.LessonReport;
import gradus.studio.author.NewLesson;
import gradus.studio.desk.Desk;
import gradus.studio.doctor.Doctor;
import gradus.studio.doctor.DoctorReport;
import gradus.studio.fixture.InMemoryJournal;
import gradus.studio.fixture.ManualClock;
import gradus.studio.fixture.ScriptedJudge;
import gradus.studio.fixture.TestCourses;
import gradus.studio.fixture.TestDesks;
import gradus.studio.fixture.TestHealth;
import gradus.studio.fixture.TestVerdicts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A terminal over the small course, with its output.
class TerminalHarness implements Application, AuthorApplication {

    final ManualClock clock = new ManualClock();
    final InMemoryJournal journal = new InMemoryJournal();
    final List<String> opened = new ArrayList<>();

    /// The address of a studio that runs already.
    Optional<URI> running = Optional.empty();

    final Map<String, String> environment = new HashMap<>();
    ScriptedJudge judge = ScriptedJudge.returning(TestVerdicts.notYet());
    List<Fault> faults = List.of();
    List<AuthorReport.Remark> remarks = List.of();
    List<LessonReport> reports = List.of();
    List<AuthorMeasure.Measured> measured = List.of();
    SelfTestReport selfTestReport = TestHealth.of(SandboxTier.T1);
    Charset charset = StandardCharsets.UTF_8;
    boolean terminal;
    int width = 80;
    String out = "";
    String err = "";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    TerminalHarness(Path home) {
        environment.put("HOME", home.toString());
    }

    TerminalHarness judging(Verdict... verdicts) {
        judge = ScriptedJudge.returning(verdicts);
        return this;
    }

    /// Types a command line and returns its exit code.
    int type(String line) {
        var said = new ByteArrayOutputStream();
        printed.reset();
        var around = new TerminalEnvironment(
                new PrintStream(printed, true, charset),
                new PrintStream(said, true, charset),
                environment,
                terminal,
                width,
                clock);
        int code = new Terminal(around, this).run(line.isBlank() ? List.of() : List.of(line.split(" ")));
        out = printed.toString(charset);
        err = said.toString(charset);
        return code;
    }

    /// The output of a command that is still running.
    String soFar() {
        return printed.toString(charset);
    }

    @Override
    public Desk openDesk(Path home) {
        opened.add("desk " + home);
        return TestDesks.at(home, judge, journal, clock);
    }

    @Override
    public Optional<URI> serveStudio(Path home, int port, boolean browser, Consumer<URI> ready) {
        opened.add("studio " + home + " " + port + " " + browser);
        if (running.isEmpty()) {
            ready.accept(URI.create("http://127.0.0.1:8080/"));
        }
        return running;
    }

    @Override
    public void servePreview(Path home, Optional<String> lesson, int port, boolean browser, Consumer<URI> ready) {
        opened.add("preview " + home + " " + lesson.orElse("all") + " " + port + " " + browser);
        ready.accept(URI.create("http://127.0.0.1:8080/"));
    }

    @Override
    public AuthorApplication author() {
        return this;
    }

    @Override
    public List<AuthorMeasure.Measured> measure(Optional<Path> path, int seeds) {
        opened.add("measure " + path.map(Path::toString).orElse("all") + " " + seeds);
        return measured;
    }

    @Override
    public AuthorReport check(Optional<Path> path) {
        opened.add("author " + path.map(Path::toString).orElse("all"));
        return new AuthorReport(3, 0, faults, remarks);
    }

    @Override
    public AuthorReport prove(Optional<Path> path, AuthorProve.Mode mode) {
        opened.add("prove " + path.map(Path::toString).orElse("all") + " " + mode);
        return new AuthorReport(3, 1, faults);
    }

    @Override
    public AuthorReport record(Optional<Path> path, String python) {
        opened.add("record " + path.map(Path::toString).orElse("all") + " " + python);
        return new AuthorReport(3, 1, faults);
    }

    @Override
    public List<LessonReport> report(Optional<Path> path, boolean mutants) {
        opened.add("report " + path.map(Path::toString).orElse("all") + (mutants ? " with mutants" : ""));
        return reports;
    }

    @Override
    public NewLesson make(Path file) {
        opened.add("new " + file);
        return faults.isEmpty()
                ? new NewLesson("dots", List.of(Path.of("curriculum/numbers/dots/lesson.md")), List.of())
                : new NewLesson("", List.of(), faults);
    }

    @Override
    public FillReport fill(Optional<Path> path) {
        opened.add("fill " + path.map(Path::toString).orElse("all"));
        return new FillReport(1, 3, List.of(new FillReport.Change(Path.of("lesson.md"), 7, true)), faults);
    }

    @Override
    public DoctorReport doctor(Path home) {
        opened.add("doctor " + home);
        return new Doctor(home, home.resolve("cache"), TestCourses::small, () -> selfTestReport, false).examine();
    }
}
