package gradus.studio.web;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.studio.json.Json;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/// A check streams its events as it runs, and continues if the client disconnects.
class CheckStreamTest extends StudioServerFixture {

    private final Semaphore checks = new Semaphore(0);

    @Override
    void between() {
        checks.acquireUninterruptibly();
    }

    @Test
    void eventsAreSentAsTheyHappen() throws Exception {
        try (Socket socket = check()) {
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            readUntil(lines, "checking");
            checks.release();
            readUntil(lines, "checked");
            checks.release(100);
            readUntil(lines, "verdict");
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

    private Socket check() throws Exception {
        testClient.post("/lessons/vectors/lab", "{}");
        String sources =
                Json.write(Map.of("sources", Map.of(SampleCourse.VECTOR, "unfinished", SampleCourse.NUMERICS, "")));
        return testClient.begin("POST", "/lessons/vectors/check", sources);
    }

    private static void readUntil(BufferedReader lines, String event) throws Exception {
        String line = lines.readLine();
        while (!line.contains("\"event\":\"" + event + "\"")) {
            line = lines.readLine();
        }
    }
}
