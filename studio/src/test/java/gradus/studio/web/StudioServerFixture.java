package gradus.studio.web;

import gradus.studio.desk.Desk;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A server over the sample course, and a client with access to it.
abstract class StudioServerFixture {

    @TempDir
    Path home;

    Desk desk;
    StudioServer server;
    TestClient testClient;

    @BeforeEach
    void open() throws IOException {
        desk = SampleStudio.desk(SampleCourse.course(), home, this::between);
        server = StudioServer.start(desk, 0);
        testClient = TestClient.of(server);
    }

    /// Runs in every check, before its result is reported.
    void between() {}

    @AfterEach
    void close() {
        server.close();
        desk.close();
    }
}
