package gradus.proctor.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A test with a folder of data sets of its own, in which the set `set` has no files yet.
abstract class DataFolder {

    @TempDir
    Path folder;

    private String before;

    @BeforeEach
    void useTheFolder() throws IOException {
        before = System.getProperty("gradus.data", "data");
        System.setProperty("gradus.data", folder.toString());
        Files.createDirectories(folder.resolve("set"));
    }

    @AfterEach
    void useTheOldOne() {
        System.setProperty("gradus.data", before);
    }

    final void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve("set").resolve(name), bytes);
    }
}
