package gradus.studio.web;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.studio.json.Json;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A check streams its events as it runs, and continues if the client disconnects.
class CheckStreamTest extends StudioServerFixture {

    private static final Pattern KIND = Pattern.compile("\"event\":\"(\\w+)\"");

    private final Semaphore checks = new Semaphore(0);

    @Override
    void between() {
        checks.acquireUninterruptibly();
    }

    @Test
    void eventsAreSentAsTheyHappen() throws Exception {
        try (Socket socket = check()) {
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(readUntil(lines, "checking")).containsExactly("compiled", "printed", "checking");
            for (int i = 0; i < 3; i++) {
                checks.release();
                assertThat(readUntil(lines, "checking")).containsExactly("checked", "checking");
            }
            checks.release();
            assertThat(readUntil(lines, "verdict")).endsWith("verdict");
        }
    }

    @Test
    void aCheckWhosePageIsClosedIsStillRecorded() throws Exception {
        try (Socket socket = check()) {
            readUntil(
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)),
                    "checking");
        }
        checks.release(100);
        while (desk.mastery().knowledgeOf("vectors").submissions() == 0) {
            Thread.onSpinWait();
        }
        assertThat(testClient.page("/").status()).isEqualTo(200);
    }

    @Test
    void aPageWhoseConnectionBrokeOffAsksHowItsCheckEnded() throws Exception {
        try (Socket socket = check()) {
            readUntil(
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)),
                    "checking");
        }
        assertThat(ending("mine").status()).isEqualTo(202);
        checks.release(100);
        TestClient.Reply reply = ending("mine");
        while (reply.status() == 202) {
            reply = ending("mine");
        }
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains("\"event\":\"verdict\"", "Not yet: 2 of 4 checks pass");
    }

    @Test
    void aCheckThatNobodyBeganHasNoEnding() throws Exception {
        assertThat(ending("another").status()).isEqualTo(404);
    }

    @Test
    void aRequestThatABrowserSendsTwiceIsCheckedOnce() throws Exception {
        try (Socket socket = check()) {
            readUntil(
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)),
                    "checking");
            assertThat(testClient.post("/lessons/vectors/check", handedIn()).status())
                    .isEqualTo(409);
            checks.release(100);
        }
    }

    private TestClient.Reply ending(String check) throws Exception {
        return testClient.call("GET", "/lessons/vectors/checks/" + check, "");
    }

    private static String handedIn() {
        return Json.write(Map.of(
                "check", "mine", "sources", Map.of(SampleCourse.VECTOR, "unfinished", SampleCourse.NUMERICS, "")));
    }

    private Socket check() throws Exception {
        testClient.post("/lessons/vectors/lab", "{}");
        return testClient.begin("POST", "/lessons/vectors/check", handedIn());
    }

    /// Reads up to the next event of this kind.
    ///
    /// @return the kinds of the events read, in order
    private static List<String> readUntil(BufferedReader lines, String event) throws Exception {
        var kinds = new ArrayList<String>();
        while (!kinds.contains(event)) {
            Matcher kind = KIND.matcher(lines.readLine());
            if (kind.find()) {
                kinds.add(kind.group(1));
            }
        }
        return kinds;
    }
}
