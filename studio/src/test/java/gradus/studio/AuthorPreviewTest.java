package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.studio.desk.Desk;
import gradus.studio.fixture.InMemoryJournal;
import gradus.studio.fixture.ManualClock;
import gradus.studio.fixture.ScriptedJudge;
import gradus.studio.fixture.TestDesks;
import gradus.studio.fixture.TestVerdicts;
import gradus.studio.json.Json;
import gradus.studio.web.StudioServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages as an author sees them, over a course that changes while it runs.
class AuthorPreviewTest {

    private static final String LESSON = "curriculum/toolkit/first-model/lesson.md";

    @TempDir
    Path root;

    private CourseCopy course;
    private Desk desk;
    private StudioServer server;
    private URI address;
    private String cookie = "";

    private record Reply(int status, String body) {}

    @BeforeEach
    void open() throws IOException {
        course = CourseCopy.in(root);
        var preview = new CoursePreview(course.installation());
        desk = TestDesks.at(
                root.resolve("home"),
                preview.course(),
                ScriptedJudge.returning(TestVerdicts.notYet()),
                new InMemoryJournal(),
                new ManualClock());
        preview.onChange(desk::replaceCourse);
        server = StudioServer.start(desk, Optional.of(preview), 0);
        address = URI.create(server.address("/lessons/first-model"));
        HttpURLConnection first = request(address);
        assertThat(first.getHeaderField("Location")).isEqualTo("/lessons/first-model");
        cookie = first.getHeaderField("Set-Cookie").split(";")[0];
    }

    @AfterEach
    void close() {
        server.close();
        desk.close();
    }

    private HttpURLConnection request(URI uri) throws IOException {
        var connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Accept", "text/html");
        connection.setRequestProperty("Cookie", cookie);
        return connection;
    }

    private Reply get(String path) throws IOException {
        HttpURLConnection connection = request(address.resolve(path));
        int status = connection.getResponseCode();
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Reply(status, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private String version() throws IOException {
        return String.valueOf(
                Json.read(get("/preview/version").body(), Map.class).get("version"));
    }

    @Test
    void aSaveGivesThePageItsNewTextAndAnotherVersion() throws Exception {
        String page = get("/lessons/first-model").body();
        String version = version();
        assertThat(page).contains("Which letter is this?", "data-version=\"" + version + "\"", "/assets/preview-");
        assertThat(page).doesNotContain("class=\"verdict-card faults\"");

        course.change(LESSON, "## Which letter is this?", "## Which letter might this be?");

        assertThat(version()).isNotEqualTo(version).isEqualTo(version());
        assertThat(get("/lessons/first-model").body())
                .contains("Which letter might this be?", "data-version=\"" + version() + "\"");
    }

    @Test
    void theFaultsOfALessonStandAtTheTopOfItsPageAndOfNoOther() throws Exception {
        course.change(LESSON, "sum += (row[j]", "sum += ((row[j]");

        String page = get("/lessons/first-model").body();

        assertThat(page).contains("<h2 id=\"h-faults\">1 fault</h2>", "<code>" + LESSON + ":129</code>");
        assertThat(page.indexOf("does not parse"))
                .isBetween(0, page.indexOf("Which letter is this?", page.indexOf("h-hook")));
        assertThat(get("/lessons/java-numerics").body()).doesNotContain("h-faults");
    }

    @Test
    void aNeedThatIsNotWrittenYetIsAFaultOfTheLessonAndNotOfThePage() throws Exception {
        course.change(LESSON, "needs: []", "needs: [not-written]");

        Reply page = get("/lessons/first-model");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Unknown lesson \"not-written\" in needs")
                .doesNotContain("Prerequisites:");
    }

    @Test
    void aLessonThatCannotBeReadShowsItsFaults() throws Exception {
        course.change(LESSON, "---\n\n## Which letter", "\n\n## Which letter");

        Reply page = get("/lessons/first-model");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "The lesson can't be read yet",
                        "<code>" + LESSON + ":1</code>",
                        "front matter",
                        "data-version=");
        assertThat(get("/lessons/no-such").status()).isEqualTo(404);
    }
}
