package gradus.judge.local;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// Tests that share a judge on the toy library.
abstract class WithToyJudge {

    @TempDir
    static Path folder;

    static LocalJudge judge;

    @BeforeAll
    static void open() {
        judge = LocalJudge.oneShot(ToyLibrary.judgePaths(folder));
        Images.build(judge);
    }

    @AfterAll
    static void close() {
        judge.close();
    }
}
