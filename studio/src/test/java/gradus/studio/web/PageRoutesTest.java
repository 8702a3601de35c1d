package gradus.studio.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// The content of the pages.
class PageRoutesTest extends StudioServerFixture {

    @Test
    void todayRecommendsOneThingAndSaysWhy() throws Exception {
        assertThat(testClient.page("/").body())
                .contains("It's the first lesson, and it has no prerequisites.")
                .contains("href=\"/lessons/first-model\"");
    }

    @Test
    void theMapLinksEveryLessonAndNamesItsState() throws Exception {
        String map = testClient.page("/map").body();
        assertThat(map).contains("aria-label=\"First steps, Your first model, ready\"");
        assertThat(map).contains("aria-label=\"Linear algebra, Vectors, dot products and similarity, later\"");
    }

    @Test
    void aLessonHasEverySectionTheLabAndTheQuiz() throws Exception {
        String lesson = testClient.page("/lessons/vectors").body();
        assertThat(lesson).contains("id=\"hook\"", "id=\"further\"", "id=\"quiz\"", "gradus-workbench", "gradus-order");
    }

    @Test
    void titlesAreEscapedAndCourseHtmlIsNot() throws Exception {
        assertThat(testClient.page("/progress").body())
                .contains("Mean, spread &lt;and&gt; chance")
                .doesNotContain("<and>");
        assertThat(testClient.page("/lessons/vectors").body()).contains("<h3>Three readings of one number</h3>");
    }

    @Test
    void progressShowsWhatTheSandboxBlocks() throws Exception {
        assertThat(testClient.page("/progress").body())
                .contains("Your code runs in a sandbox (Landlock, seccomp and limits).")
                .contains("<th scope=\"row\">read a file</th><td>blocked by a layer</td>")
                .contains("<th scope=\"row\">share the machine's network namespace</th><td>not blocked</td>");
    }

    @Test
    void theChosenThemeIsRemembered() throws Exception {
        assertThat(testClient.page("/").body()).contains("data-theme=\"auto\"");
        testClient.keep("gradus-theme=dark");
        assertThat(testClient.page("/").body()).contains("data-theme=\"dark\"");
    }

    @Test
    void aLearnersStudioIsNoPreview() throws Exception {
        assertThat(testClient.page("/lessons/vectors").body()).doesNotContain("preview");
        assertThat(testClient.page("/preview/version").status()).isEqualTo(404);
    }

    @Test
    void anUnknownLessonIsASentenceAndNotFound() throws Exception {
        var answer = testClient.page("/lessons/vektors");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no lesson \"vektors\" (did you mean \"vectors\"?)");
    }

    @Test
    void anUnknownAddressLeadsBackToToday() throws Exception {
        var answer = testClient.page("/nowhere");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no page at this address");
    }

    @Test
    void assetsMayBeCachedForever() throws Exception {
        var answer = testClient.page(Assets.bundled().path("app.css"));
        assertThat(answer.header("cache-control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(answer.header("content-type")).isEqualTo("text/css; charset=utf-8");
    }

    @Test
    void pagesAreSmallOnTheWire() throws Exception {
        var answer = testClient.send("GET", Assets.bundled().path("app.css"), Map.of("Accept-Encoding", "gzip"), "");
        assertThat(answer.header("content-encoding")).isEqualTo("gzip");
    }

    @Test
    void nothingOutsideTheBundleIsAnAsset() throws Exception {
        assertThat(testClient.page("/assets/manifest.json").status()).isEqualTo(404);
        assertThat(testClient.page("/assets/..%2f..%2fTemplates.class").status())
                .isGreaterThanOrEqualTo(400);
    }
}
