package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartupTrainingTest {

    @TempDir
    Path home;

    /// A page that can't be had ends the run with an exception.
    @Test
    void theTrainingRunReachesTheCommandsAndTheFirstPagesInItsOwnHome() throws IOException {
        StartupTraining.train(home);

        assertThat(home).isDirectoryContaining("glob:**journal*");
    }
}
