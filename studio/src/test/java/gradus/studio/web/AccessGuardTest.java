package gradus.studio.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.studio.error.UserFacingException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Access to the studio is granted and rejected.
class AccessGuardTest extends StudioServerFixture {

    @Test
    void theAddressGrantsAccess() throws Exception {
        assertThat(testClient.page("/").status()).isEqualTo(200);
        assertThat(testClient.page("/").body()).contains("Your first model");
    }

    @Test
    void withoutTheAddressAPageSaysToOpenIt() throws Exception {
        var answer = TestClient.stranger(server).page("/map");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body())
                .contains("Open the address that Gradus printed")
                .doesNotContain("skill graph");
    }

    @Test
    void aWrongTokenIsRejected() throws Exception {
        assertThat(TestClient.stranger(server).page("/?token=0123").status()).isEqualTo(401);
    }

    @Test
    void theTokenIsHiddenFromScriptsAndOtherSites() throws Exception {
        String address = server.address();
        var answer = TestClient.stranger(server).page(address.substring(address.indexOf("/?")));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("set-cookie")).contains("HttpOnly").contains("SameSite=Strict");
        assertThat(answer.header("location")).isEqualTo("/");
    }

    @Test
    void anotherHostNameIsRejectedEvenForAssets() throws Exception {
        var host = Map.of("Host", "evil.example:" + server.port());
        assertThat(testClient.send("GET", "/", host, "").status()).isEqualTo(403);
        assertThat(testClient
                        .send("GET", Assets.bundled().path("app.js"), host, "")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aChangeFromAnotherOriginIsRejected() throws Exception {
        var origin = Map.of("Origin", "http://evil.example");
        assertThat(testClient.send("POST", "/lessons/vectors/lab", origin, "{}").status())
                .isEqualTo(403);
    }

    @Test
    void aChangeWithoutAnOriginIsRejected() throws Exception {
        assertThat(testClient
                        .send("POST", "/lessons/vectors/lab", Map.of(), "{}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void pagesForbidScriptsOfOtherOrigins() throws Exception {
        String policy = testClient.page("/").header("content-security-policy");
        assertThat(policy)
                .contains("default-src 'none'")
                .contains("script-src 'self';")
                .doesNotContain("eval");
        assertThat(testClient.page("/").headers()).doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void aTakenPortIsOneSentence() {
        assertThatThrownBy(() -> StudioServer.start(desk, server.port()))
                .isInstanceOfSatisfying(
                        UserFacingException.class,
                        userFacingException ->
                                assertThat(userFacingException.exitCode()).isEqualTo(2))
                .hasMessageContaining("Port " + server.port())
                .hasMessageContaining("--port");
    }
}
