package gradus.studio.web;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.studio.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The workbench's requests: saving, hints and checks.
class LabRoutesTest extends StudioServerFixture {

    private Path vector;

    @BeforeEach
    void openTheLab() throws Exception {
        assertThat(testClient.post("/lessons/vectors/lab", "{}").body()).contains(SampleCourse.VECTOR, "version");
        vector = desk.workspace().folder().resolve("src/main/java").resolve(SampleCourse.VECTOR);
    }

    @Test
    void aSaveGoesToTheWorkspace() throws Exception {
        assertThat(save("mine", version()).status()).isEqualTo(200);
        assertThat(vector).hasContent("mine");
    }

    @Test
    void theStarterIsPutBackAndWhatWasThereIsKept() throws Exception {
        String starter = Files.readString(vector);
        for (String mine : List.of("first", "second")) {
            assertThat(save(mine, version()).status()).isEqualTo(200);

            Map<?, ?> reply = Json.read(
                    testClient.post("/lessons/vectors/lab/starter", "{}").body(), Map.class);

            assertThat(vector).hasContent(starter);
            Path kept = Path.of((String) reply.get("kept"));
            assertThat(kept.resolve("src/main/java").resolve(SampleCourse.VECTOR))
                    .hasContent(mine);
        }
    }

    @Test
    void aCheckAfterTheJournalWasDeletedSaysSo() throws Exception {
        Files.delete(home.resolve("journal.db"));
        String sources =
                Json.write(Map.of("sources", Map.of(SampleCourse.VECTOR, "unfinished", SampleCourse.NUMERICS, "")));
        assertThat(testClient.post("/lessons/vectors/check", sources).body())
                .contains("was deleted or moved away while Gradus was running");
        assertThat(testClient.page("/").body()).doesNotContain("was deleted or moved away");
    }

    @Test
    void aPageAfterTheJournalWasDeletedSaysSo() throws Exception {
        Files.delete(home.resolve("journal.db"));
        assertThat(desk.mastery().lessons()).isEmpty();
        assertThat(testClient.page("/nowhere").body()).doesNotContain("was deleted or moved away");
        assertThat(testClient.page("/progress").body()).contains("was deleted or moved away while Gradus was running");
    }

    @Test
    void aSaveNeverOverwritesWhatAnotherProgramWrote() throws Exception {
        String seen = version();
        Files.writeString(vector, "from the IDE");
        var answer = save("from the page", seen);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("from the IDE");
        assertThat(vector).hasContent("from the IDE");
    }

    @Test
    void whatAnotherProgramWroteHasAnotherVersion() throws Exception {
        String seen = version();
        Files.writeString(vector, "from the IDE");
        assertThat(version()).isNotEqualTo(seen);
    }

    @Test
    void aFileThatDoesNotBelongToTheLabIsRejected() throws Exception {
        var answer =
                testClient.put("/lessons/vectors/lab", "{\"path\":\"../../../../escape\",\"text\":\"\",\"base\":\"\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("doesn't belong to lesson vectors");
    }

    @Test
    void hintsComeOneAtATime() throws Exception {
        assertThat(testClient.post("/lessons/vectors/hints/norm", "{}").body()).contains("\"level\":1");
        assertThat(testClient.post("/lessons/vectors/hints/norm", "{}").body()).contains("\"level\":2");
    }

    @Test
    void whatACheckPrintedComesBeforeItsVerdictHoweverQuickItWas() throws Exception {
        assertThat(events(check("unfinished")))
                .containsSubsequence("printed", "verdict")
                .endsWith("verdict")
                .containsOnlyOnce("printed", "verdict");
    }

    @Test
    void aRunShowsOnlyTheVisibleChecksAndRecordsNothing() throws Exception {
        String body =
                testClient.post("/lessons/vectors/run", sources("unfinished")).body();
        assertThat(events(body)).containsSubsequence("printed", "verdict");
        assertThat(body).contains("Not yet: 1 of 2 visible checks pass");
        assertThat(desk.mastery().knowledgeOf("vectors").submissions()).isZero();
    }

    @Test
    void aVerdictEscapesTheProgramsOutput() throws Exception {
        assertThat(verdict("unfinished"))
                .containsOnlyOnce("The contract says:")
                .contains("<code>x.dot(y)</code> is <code>y.dot(x)</code>.");
        assertThat(verdict("unfinished"))
                .contains("Not yet: 2 of 4 checks pass", "1.0 &lt;unexpected&gt;", "counted twice")
                .doesNotContain("<unexpected>");
    }

    @Test
    void aPassedVerdictSaysWhatComesNext() throws Exception {
        assertThat(verdict("solved")).contains("Passed", "also pass with your own parts: Numerics", "Next step");
    }

    @Test
    void compileProblemsHavePlacesForTheEditor() throws Exception {
        String body = check("syntax");
        assertThat(verdictEvent(body).get("problems")).asString().contains("line=11", "plain=The line ends too early");
        assertThat(body).contains("It doesn't compile yet").contains("Vector.java, line 11");
    }

    @Test
    void anExceptionInTheJudgeIsLoggedAndTheServerKeepsRunning() throws Exception {
        String body = check("fault");
        assertThat(events(body)).containsExactly("broken");
        assertThat(body).contains("Internal error in Gradus").doesNotContain("on purpose");
        assertThat(testClient.page("/").status()).isEqualTo(200);
    }

    @Test
    void aCheckOfOtherFilesIsRejected() throws Exception {
        var answer = testClient.post("/lessons/vectors/check", "{\"sources\":{\"Other.java\":\"\"}}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("files differ from the lab's");
    }

    private TestClient.Reply save(String text, String base) throws Exception {
        return testClient.put(
                "/lessons/vectors/lab", Json.write(Map.of("path", SampleCourse.VECTOR, "text", text, "base", base)));
    }

    private String version() throws Exception {
        String body = testClient.page("/lessons/vectors/lab/versions").body();
        return Json.read(body, Map.class).get(SampleCourse.VECTOR).toString();
    }

    private String check(String words) throws Exception {
        return testClient.post("/lessons/vectors/check", sources(words)).body();
    }

    private static String sources(String words) {
        return Json.write(Map.of("sources", Map.of(SampleCourse.VECTOR, words, SampleCourse.NUMERICS, "")));
    }

    private String verdict(String words) throws Exception {
        return verdictEvent(check(words)).get("html").toString();
    }

    private static Map<?, ?> verdictEvent(String body) {
        return Json.read(body.lines().toList().getLast(), Map.class);
    }

    private static List<String> events(String body) {
        return body.lines()
                .map(line -> Json.read(line, Map.class).get("event").toString())
                .toList();
    }
}
