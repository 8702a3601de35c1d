package gradus.studio.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastPortTest {

    @TempDir
    Path home;

    private final int free = freePort();

    private static int freePort() {
        try (var socket = listening(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static ServerSocket listening(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }

    @Test
    void theLastPortIsTakenAgainIfItIsFree() {
        LastPort.of(home).remember(free);

        assertThat(LastPort.of(home).ifFree()).isEqualTo(free);
    }

    @Test
    void aPortWhereSomebodyListensIsNot() throws IOException {
        LastPort.of(home).remember(free);

        try (var _ = listening(free)) {
            assertThat(LastPort.of(home).ifFree()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eighty", "-1", "70000"})
    void whatIsNoPortCountsAsNone(String text) throws IOException {
        Files.writeString(home.resolve("port"), text);

        assertThat(LastPort.of(home).ifFree()).isZero();
    }

    @Test
    void withoutAHomeThereIsNone() {
        LastPort lastPort = LastPort.of(home.resolve("missing"));
        lastPort.remember(free);

        assertThat(lastPort.ifFree()).isZero();
    }
}
