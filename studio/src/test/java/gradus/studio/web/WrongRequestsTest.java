package gradus.studio.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests that no page sends are answered with a sentence of the studio's own.
class WrongRequestsTest extends StudioServerFixture {

    @ParameterizedTest
    @CsvSource({
        "POST, /lessons/vectors/questions/predict-dot",
        "POST, /lessons/vectors/figures/dot",
        "POST, /lessons/vectors/examples",
        "POST, /parts/gradus.ml.linalg.Vector",
        "PUT,  /lessons/vectors/lab",
        "POST, /lessons/vectors/check",
        "POST, /lessons/vectors/run"
    })
    void everyRouteThatReadsAnObjectSaysWhatCameInstead(String method, String path) throws Exception {
        for (var body : Map.of(
                        "null", "null",
                        "[1]", "a list",
                        "\"text\"", "a text",
                        "7", "a number",
                        "true", "true or false",
                        "", "nothing",
                        "{\"a\"", "no JSON")
                .entrySet()) {
            var answer = testClient.call(method, path, body.getKey());
            assertThat(answer.status()).as(body.getKey()).isEqualTo(400);
            assertThat(answer.body())
                    .as(body.getKey())
                    .contains("should be a JSON object with", "but it is " + body.getValue() + "; reload the page.");
        }
    }

    @Test
    void aFieldOfAnotherTypeIsNamed() throws Exception {
        var answer = testClient.post("/lessons/vectors/check", "{\"sources\":[7]}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\\\"sources\\\"", "reload the page").doesNotContain("java.", "gradus.");
    }

    @Test
    void aBodyInAnUnknownCharacterSetIsReadAsJson() throws Exception {
        var answer = testClient.send(
                "POST",
                "/lessons/vectors/examples",
                Map.of("Origin", "http://127.0.0.1:" + server.port(), "Content-Type", "application/json; charset=none"),
                "null");
        assertThat(answer.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.0\r\n\r\n", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"})
    void aRequestWithoutAHostIsRejected(String request) throws Exception {
        var answer = TestClient.Reply.of(testClient.raw(request.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.body())
                .contains("open the address that Gradus printed")
                .doesNotContain("Bad Message");
    }

    @Test
    void aBodyThatIsTooLargeIsReadToItsEndSoThatItsSenderReadsTheAnswer() throws Exception {
        var answer = testClient.post("/lessons/vectors/examples", "x".repeat(5_000_000));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("larger than 1 MB");
        assertThat(testClient.page("/").status()).isEqualTo(200);
    }

    @Test
    void aStrangersLargeBodyIsAnsweredToo() throws Exception {
        var answer = TestClient.stranger(server).post("/lessons/vectors/examples", "x".repeat(5_000_000));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("Open the address that Gradus printed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/",
                "///evil.example/",
                "/\\evil.example/",
                "/%2Fevil.example/",
                "/%5Cevil.example/",
                "/;//evil.example/",
                "/./%2e/../evil.example/",
                "http://evil.example/"
            })
    void theAddressWithTheTokenNeverLeadsToAnotherHost(String path) throws Exception {
        String address = server.address();
        var answer = TestClient.stranger(server).page(path + address.substring(address.indexOf("?")));
        assertThat(answer.header("location")).isIn("", "/");
        assertThat(answer.status()).isIn(303, 400);
    }

    @Test
    void theAddressOfAPageLeadsToThatPage() throws Exception {
        String address = server.address("/lessons/vectors");
        var answer = TestClient.stranger(server).page(address.substring(address.indexOf("/lessons")));
        assertThat(answer.header("location")).isEqualTo("/lessons/vectors");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%", "/%zz", "/lessons/%c3%28", "/lessons/%00"})
    void anAddressThatCannotBeReadIsRejected(String path) throws Exception {
        var answer = testClient.page(path);
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.body()).contains("<h1>").doesNotContain("URI:", "java.");
    }
}
