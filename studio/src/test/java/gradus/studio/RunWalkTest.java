package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Source;
import gradus.studio.desk.Desk;
import gradus.studio.run.Run;
import gradus.studio.run.RunState;
import gradus.studio.web.StudioServer;
import gradus.studio.web.TestClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A gate with a run of its own, from its lab to its card, at the terminal and on its page.
@Timeout(120)
class RunWalkTest {

    private static final String DOUBLER = "gradus/ml/toy/Doubler.java";

    @TempDir
    Path folder;

    private Installation school;
    private RealTerminal terminal;

    @BeforeEach
    void open() {
        school = RunSchool.at(folder).installation();
        terminal = new RealTerminal(folder.resolve("home"), school);
    }

    private void write(String lesson, String member, String body) {
        assertThat(terminal.type("start " + lesson)).as(terminal.err).isZero();
        terminal.write(Source.of("gradus.ml.toy.Doubler", RunSchool.written(terminal.read(DOUBLER), member, body)));
    }

    @Test
    void theChecksPassAtOnceAndTheGateIsRunAfterwards() throws Exception {
        write("quick", "twice", RunSchool.RIGHT);
        assertThat(terminal.type("check quick")).as(terminal.out).isEqualTo(1);
        assertThat(terminal.words())
                .contains("All 1 checks pass. The gate trains for longer: start it with `gradus run quick`.");
        assertThat(terminal.type("next")).isZero();
        assertThat(terminal.words()).contains("Its gate is still to run: `gradus run quick`");

        assertThat(terminal.type("run quick")).as(terminal.out + terminal.err).isZero();
        assertThat(terminal.words())
                .contains("Lesson quick: running", "100 %, training loss 0.1")
                .contains("✓ Passed: all 2 checks.", "twice 21: 42, at least 42 is wanted")
                .contains("1 thread", "seed 5");
        assertThat(terminal.type("progress")).isZero();
        assertThat(terminal.words()).contains("✓ quick passed");

        assertThat(terminal.type("run --list")).isZero();
        assertThat(terminal.words()).contains("quick passed").contains("42");
        assertThat(terminal.type("run --list --json")).isZero();
        Map<?, ?> run = (Map<?, ?>) ((List<?>) terminal.object().get("runs")).getFirst();
        assertThat(run.get("state")).isEqualTo("PASSED");
        assertThat(folder.resolve("home/runs/" + ((Map<?, ?>) run.get("request")).get("id")))
                .isDirectoryContaining(file -> file.endsWith("card.json"));
    }

    @Test
    void whatFailsItsChecksDoesNotTrain() {
        write("quick", "twice", "return x + 2;");
        assertThat(terminal.type("run quick")).isEqualTo(1);
        assertThat(terminal.words()).contains("✗ Not yet: 0 of 1 checks pass.").doesNotContain("training loss");
    }

    @Test
    void aLessonWithoutARunSaysSo() {
        assertThat(terminal.type("run nothing")).isEqualTo(2);
        assertThat(terminal.type("run")).isEqualTo(2);
        assertThat(terminal.err).contains("Name the lesson to run");
    }

    @Test
    void twoRunsAreQueuedAShortCheckGoesBetweenAndOneIsCancelled() throws Exception {
        write("slow", "slowly", RunSchool.ENDLESS);
        write("quick", "twice", RunSchool.RIGHT);
        try (Desk desk = new CompositionRoot(Clock.systemUTC(), any -> school).openDesk(terminal.home);
                StudioServer server = StudioServer.start(desk, 0)) {
            Thread computing = Thread.ofPlatform().start(desk.runs().queue()::computeForEver);
            TestClient client = TestClient.of(server);
            Run slow = desk.runs().start("slow");
            Run quick = desk.runs().start("quick");
            assertThat(desk.runs().start("slow").id()).isEqualTo(slow.id());
            // The first point of the curve comes after the first step.
            while (!client.page("/runs/" + slow.id()).body().contains("training loss")) {
                Thread.sleep(50);
            }
            assertThat(client.page("/runs").body()).contains("running", "waiting");
            assertThat(client.page("/runs/" + slow.id()).body()).contains("Cancel this run", "training loss");

            // Not graded after the run that is computed, but at once.
            assertThat(terminal.type("check quick")).isEqualTo(1);
            assertThat(terminal.words()).contains("All 1 checks pass.");
            assertThat(state(desk, slow)).isEqualTo(RunState.RUNNING);
            assertThat(state(desk, quick)).isEqualTo(RunState.QUEUED);

            assertThat(client.post("/runs/" + slow.id() + "/cancel", "").status())
                    .isEqualTo(200);
            String events = client.page("/runs/" + quick.id() + "/events").body();
            assertThat(events).contains("\"over\":true", "twice 5 is 10");
            assertThat(state(desk, slow)).isEqualTo(RunState.CANCELLED);
            assertThat(state(desk, quick)).isEqualTo(RunState.PASSED);
            assertThat(client.page("/runs/" + quick.id()).body())
                    .contains("Passed", "To get the same again", "seed 5", "Start it again");
            assertThat(client.page("/lessons/quick").body())
                    .contains("The last run of the gate: <a href=\"/runs/" + quick.id() + "\">passed, ");
            computing.interrupt();
            computing.join();
        }
    }

    @Test
    void aStudioThatEndsLeavesItsRunInterruptedAndAnotherStartsAnew() throws Exception {
        write("slow", "slowly", RunSchool.ENDLESS);
        Run lost;
        try (Desk desk = new CompositionRoot(Clock.systemUTC(), any -> school).openDesk(terminal.home)) {
            Thread computing = Thread.ofPlatform().start(desk.runs().queue()::computeForEver);
            lost = desk.runs().start("slow");
            while (desk.runs().follow(lost.id()).progress().steps().isEmpty()) {
                Thread.sleep(50);
            }
            computing.interrupt();
            computing.join();
        }
        try (Desk desk = new CompositionRoot(Clock.systemUTC(), any -> school).openDesk(terminal.home);
                StudioServer server = StudioServer.start(desk, 0)) {
            assertThat(TestClient.of(server).page("/runs/" + lost.id()).body())
                    .contains("interrupted", "The program that computed it has ended", "training loss");
            assertThat(desk.runs().start("slow").id()).isNotEqualTo(lost.id());
        }
        assertThat(Files.exists(folder.resolve("home/runs/computing"))).isFalse();
    }

    private static RunState state(Desk desk, Run run) {
        return desk.runs().follow(run.id()).run().state();
    }
}
