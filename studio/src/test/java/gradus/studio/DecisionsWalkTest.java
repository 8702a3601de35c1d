package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.CourseReadResult;
import gradus.course.Fault;
import gradus.course.Lesson;
import gradus.studio.author.AuthorProve.Mode;
import gradus.studio.desk.Desk;
import gradus.studio.json.Json;
import gradus.studio.web.StudioServer;
import gradus.studio.web.TestClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A lab of code with cases to decide, at the terminal and on its page.
class DecisionsWalkTest {

    private static final String DOUBLER = "gradus/ml/toy/Doubler.java";
    private static final String ANSWERS = "answers/doubling.yaml";
    private static final String TODO =
            "throw new UnsupportedOperationException(\"To do in lesson doubling: Doubler.twice\");";

    @TempDir
    Path folder;

    private School school;
    private RealTerminal terminal;

    @BeforeEach
    void open() {
        school = DecisionsSchool.at(folder);
        terminal = school.terminal();
    }

    private Path answers() {
        return terminal.home.resolve("workspace").resolve(ANSWERS);
    }

    private void decide(String id, String letter) throws IOException {
        String text = Files.readString(answers());
        assertThat(text).containsPattern("(?m)^" + id + ":.*$");
        Files.writeString(answers(), text.replaceAll("(?m)^" + id + ":.*$", id + ": " + letter));
    }

    private void solve() {
        terminal.edit(DOUBLER, TODO, DecisionsSchool.RIGHT);
    }

    @Test
    void bothAreStartedAndHandedInTogether() throws IOException {
        assertThat(terminal.type("start doubling")).as(terminal.err).isZero();
        assertThat(terminal.words())
                .contains("Doubler.java, the starter code", "✓ answers/doubling.yaml, the cases to decide")
                .contains("Write your code and decide the cases, then submit both: `gradus check doubling`.");
        assertThat(Files.readString(answers())).contains("# Too small", "#   b) The factor was forgotten", "overflow:");

        solve();
        assertThat(terminal.type("check doubling")).isEqualTo(1);
        assertThat(terminal.words())
                .contains("✗ Not yet: all 2 checks pass, but too few decisions are right.")
                .contains("0 of 3 decisions are right, and 2 are wanted.", "✓ 2 passed.")
                .contains("· Overflow You haven't decided this case yet.");

        decide("too-small", "b");
        decide("negative", "b");
        assertThat(terminal.type("check doubling")).isEqualTo(1);
        assertThat(terminal.words())
                .contains("1 of 3 decisions is right, and 2 are wanted.")
                .contains("✓ Too small The factor was forgotten 3 is one times 3.")
                .contains("✗ Negative Doubling makes positive Add -4 and -4 with a pencil.")
                .contains("and 3 of 5 checks and decisions are right.");

        decide("overflow", "b");
        assertThat(terminal.type("check doubling")).as(terminal.out).isZero();
        assertThat(terminal.words())
                .contains("✓ Passed: all 2 checks.", "Your decisions: 2 of 3 are right; 2 are wanted.")
                .contains("✗ Negative", "✓ Overflow The result needs a `long` That holds it.");
    }

    @Test
    void whileTheCodeFailsItLeadsAndOnlyDecidedCasesAreShown() throws IOException {
        terminal.type("start doubling");
        decide("too-small", "b");
        decide("overflow", "a");
        decide("negative", "z");

        assertThat(terminal.type("check doubling")).isEqualTo(1);
        assertThat(terminal.words())
                .contains("✗ Not yet: 0 of 2 checks pass.", "Your decisions: 2 of 3 are right; 2 are wanted.")
                .contains("✓ Too small", "✓ Overflow", "\"z\" is no answer to \"Negative\"")
                .doesNotContain("You haven't decided this case yet.", "decisions are right, and");
        assertThat(terminal.out.indexOf("works by hand")).isLessThan(terminal.out.indexOf("Your decisions"));

        terminal.edit(DOUBLER, TODO, "return 2 * ;");
        assertThat(terminal.type("check doubling")).isEqualTo(1);
        assertThat(terminal.words()).contains("It doesn't compile.", "✓ Too small");

        terminal.edit(DOUBLER, "return 2 * ;", DecisionsSchool.RIGHT);
        assertThat(terminal.type("check doubling")).as(terminal.out).isZero();
    }

    @Test
    void nothingIsSaidOfCasesThatNobodyHasTouchedBeforeTheCodeIsRight() {
        terminal.type("start doubling");

        assertThat(terminal.type("check doubling")).isEqualTo(1);
        assertThat(terminal.words()).contains("Not yet: 0 of 2 checks pass.").doesNotContain("ecisions:", "decided");
    }

    @Test
    void laterLessonsRunTheCodeAlone() throws IOException {
        terminal.type("start doubling");
        solve();
        decide("too-small", "b");
        decide("negative", "a");
        assertThat(terminal.type("check doubling")).as(terminal.out).isZero();

        terminal.type("start eight");
        terminal.edit(
                "gradus/ml/toy/Eightfold.java",
                "throw new UnsupportedOperationException(\"To do in lesson eight: Eightfold.of\");",
                "return 4 * Doubler.twice(x);");
        assertThat(terminal.type("check eight")).as(terminal.out).isZero();
        assertThat(terminal.words()).contains("The checks also pass with your own Doubler.");
    }

    @Test
    void thePageHasTheFormBesideTheEditorAndHandsInBoth() throws Exception {
        try (Desk desk = new CompositionRoot(Clock.systemUTC(), any -> school.installation()).openDesk(terminal.home);
                StudioServer server = StudioServer.start(desk, 0)) {
            TestClient client = TestClient.of(server);
            assertThat(client.page("/lessons/doubling").body())
                    .contains("<gradus-workbench", "data-path=\"answers/doubling.yaml\"")
                    .contains("name=\"overflow\" value=\"c\"", "2 of 3 decisions must be right.");
            var files = new HashMap<String, String>();
            for (Object file :
                    Json.read(client.post("/lessons/doubling/lab", "").body(), List.class)) {
                files.put(value((Map<?, ?>) file, "path"), value((Map<?, ?>) file, "text"));
            }
            assertThat(files).containsOnlyKeys(DOUBLER, ANSWERS);

            files.put(ANSWERS, "too-small: b\nnegative: b\n");
            assertThat(post(client, "check", files))
                    .contains("Not yet: 0 of 2 checks pass", "Your decisions: 1 of 3 is right; 2 are wanted.")
                    .contains("Add -4 and -4 with a pencil.")
                    .doesNotContain("You haven't decided this case yet.");
            files.put(DOUBLER, DecisionsSchool.SOLVED);
            assertThat(post(client, "check", files))
                    .contains("Not yet: all checks pass, but too few decisions are right")
                    .contains("1 of 3 decisions is right, and 2 are wanted.", "You haven't decided this case yet.");
            assertThat(post(client, "run", files))
                    .contains("The visible checks pass")
                    .doesNotContain("Your decisions");
            files.put(ANSWERS, "too-small: b\nnegative: b\noverflow: a\n");
            assertThat(post(client, "check", files)).contains("\"passed\":true", "2 of 3 are right");
        }
    }

    private static String value(Map<?, ?> file, String name) {
        return file.get(name).toString();
    }

    private static String post(TestClient client, String what, Map<String, String> files) throws Exception {
        return client.post("/lessons/doubling/" + what, Json.write(Map.of("sources", files)))
                .body();
    }

    @Test
    void theAuthorProvesThemAndLearnsHowManyPassByChance() {
        assertThat(proved()).isEmpty();
        assertThat(folder.resolve("curriculum/toy/doubling/proof.json"))
                .content()
                .contains("\"decisions\"");
        assertThat(terminal.type("author report doubling")).isZero();
        assertThat(terminal.words())
                .contains("cases 3, 2 must be right; 58.3 % of those who guess pass; 0 of 3 wrong answers")
                .contains("✗ at most 5 % pass by chance: 58.3 %");

        change("- [x] The result needs a `long`", "- [ ] The result needs a `long`");
        terminal.type("author check doubling");
        assertThat(terminal.words()).contains("The proof is stale, because the key of its decisions has changed");
    }

    private List<String> proved() {
        CourseReadResult course = school.installation().readCourse();
        List<Lesson> lessons = course.course().lesson("doubling").stream().toList();
        return CurriculumTest.prove(school.installation(), course, it -> it.prove(lessons, Mode.STALE))
                .faults()
                .stream()
                .map(Fault::toString)
                .toList();
    }

    private void change(String was, String now) {
        try {
            Path lab = folder.resolve("curriculum/toy/doubling/lab.md");
            String text = Files.readString(lab);
            assertThat(text).contains(was);
            Files.writeString(lab, text.replace(was, now));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
