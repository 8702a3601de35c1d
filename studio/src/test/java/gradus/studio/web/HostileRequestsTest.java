package gradus.studio.web;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Sha256;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// No request whatever makes the server fail, say how it is made, or change what isn't the sender's.
class HostileRequestsTest extends StudioServerFixture {

    private static final int REQUESTS = 1_000;
    private static final List<String> INTERNAL = List.of(
            "java.", "gradus.studio", "org.eclipse", "jackson", "Exception", "\tat ", "Bad Message", "HTTP ERROR");

    @Test
    void hostileRequestsAreRejectedAndChangeNothing() throws Exception {
        testClient.post("/lessons/vectors/lab", "{}");
        testClient.page("/lessons/vectors/lab/versions");
        Map<String, String> before = files();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_260_731);
        var wrong = new ArrayList<String>();
        for (int i = 0; i < REQUESTS; i++) {
            HostileRequest request = HostileRequest.draw(random, server.port(), testClient.cookie());
            String answer = send(request);
            if (!isAllowed(request, answer)) {
                wrong.add(new String(request.bytes(), StandardCharsets.UTF_8)
                                .lines()
                                .limit(9)
                                .toList() + "\n → " + answer);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(files()).isEqualTo(before);
        assertThat(testClient.page("/").status()).isEqualTo(200);
    }

    /// The answer, or nothing if the server has closed the connection.
    private String send(HostileRequest request) throws IOException {
        try {
            // A client that asks for it is told to go on before it is answered.
            return testClient.raw(request.bytes()).replaceFirst("^HTTP/1.1 100 Continue\r\n\r\n", "");
        } catch (SocketException closed) {
            return "";
        }
    }

    private static boolean isAllowed(HostileRequest request, String answer) {
        if (!answer.contains("\r\n\r\n")) {
            return answer.isEmpty();
        }
        TestClient.Reply reply = TestClient.Reply.of(answer);
        if (reply.status() < 400) {
            boolean asset = new String(request.bytes(), StandardCharsets.UTF_8).contains(" " + Assets.PATH);
            return reply.status() < 300 && (!request.barred() || asset);
        }
        return reply.status() < 500 && INTERNAL.stream().noneMatch(answer::contains);
    }

    private Map<String, String> files() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            var hashes = new TreeMap<String, String>();
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                hashes.put(
                        home.relativize(file).toString(),
                        Sha256.of(Files.readString(file, StandardCharsets.ISO_8859_1)));
            }
            return hashes;
        }
    }
}
