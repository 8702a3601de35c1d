package gradus.studio.web;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.studio.desk.Desk;
import gradus.studio.json.Json;
import gradus.studio.web.request.ConnectionLimits;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests that don't complete keep nobody out, and answers may take their time.
class ConnectionsTest {

    private static final Duration NEVER = Duration.ofHours(1);

    @TempDir
    Path home;

    private final Semaphore checks = new Semaphore(0);
    private final List<Socket> halfOpen = new ArrayList<>();
    private Desk desk;

    @BeforeEach
    void open() throws IOException {
        desk = SampleStudio.desk(SampleCourse.course(), home, checks::acquireUninterruptibly);
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : halfOpen) {
            socket.close();
        }
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET / HT",
                "GET / HTTP/1.1\r\nHost: 127.0.0.1",
                "POST /lessons/vectors/examples HTTP/1.1\r\nHost: here\r\nContent-Length: 100\r\n\r\n{"
            })
    void whileManyRequestsAreHalfSentANewOneIsAnswered(String half) throws IOException {
        try (StudioServer server = serve(new ConnectionLimits(20, NEVER))) {
            sendHalf(server, half, 200);
            // The server admits connections that come at once in any order, so a new one comes after them.
            awaitEnds(180);
            assertThat(TestClient.of(server).page("/").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET / HT",
                "POST /lessons/vectors/examples HTTP/1.1\r\nHost: here\r\nContent-Length: 100\r\n\r\n{"
            })
    void aRequestThatDoesNotGoOnIsClosed(String half) throws IOException {
        try (StudioServer server = serve(new ConnectionLimits(20, Duration.ofMillis(200)))) {
            sendHalf(server, half, 5);
            for (Socket socket : halfOpen) {
                awaitEnd(socket);
            }
        }
    }

    @Test
    void aCheckMayBeSilentForLongerThanAnUnfinishedRequest() throws Exception {
        try (StudioServer server = serve(new ConnectionLimits(20, Duration.ofMillis(100)))) {
            try (Socket socket = check(server)) {
                // Those that were opened later have been idle for long enough.
                sendHalf(server, "GET / HT", 3);
                for (Socket half : halfOpen) {
                    awaitEnd(half);
                }
                checks.release(100);
                assertThat(read(socket)).contains("\"event\":\"verdict\"");
            }
        }
    }

    @Test
    void aCheckIsNotCutOffByThoseWhoOpenConnections() throws Exception {
        try (StudioServer server = serve(new ConnectionLimits(20, NEVER))) {
            try (Socket socket = check(server)) {
                sendHalf(server, "GET / HT", 100);
                awaitEnd(halfOpen.getFirst());
                checks.release(100);
                assertThat(read(socket)).contains("\"event\":\"verdict\"");
            }
        }
    }

    private StudioServer serve(ConnectionLimits limits) {
        return StudioServer.start(desk, Optional.empty(), limits, 0);
    }

    private void sendHalf(StudioServer server, String half, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            var socket = new Socket("127.0.0.1", server.port());
            socket.setSoTimeout(60_000);
            halfOpen.add(socket);
            try {
                socket.getOutputStream().write(half.getBytes(StandardCharsets.UTF_8));
            } catch (SocketException closedAlready) {
                assertThat(halfOpen).hasSizeGreaterThan(1);
            }
        }
    }

    /// A check whose first event has come.
    private static Socket check(StudioServer server) throws IOException {
        TestClient testClient = TestClient.of(server);
        testClient.post("/lessons/vectors/lab", "{}");
        Socket socket = testClient.begin(
                "POST",
                "/lessons/vectors/check",
                Json.write(Map.of("sources", Map.of(SampleCourse.VECTOR, "solved", SampleCourse.NUMERICS, ""))));
        assertThat(socket.getInputStream().read()).isPositive();
        return socket;
    }

    private static String read(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /// Waits until so many have been closed. A minute without that is an error.
    private void awaitEnds(int count) {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (halfOpen.stream().filter(ConnectionsTest::hasEnded).count() < count) {
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
    }

    private static boolean hasEnded(Socket socket) {
        try {
            socket.setSoTimeout(10);
            socket.getInputStream().readAllBytes();
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /// Reads until the server has closed the connection. A minute without that is an error.
    private static void awaitEnd(Socket socket) throws IOException {
        try {
            socket.getInputStream().readAllBytes();
        } catch (SocketException reset) {
            assertThat(socket.isConnected()).isTrue();
        }
    }
}
