package gradus.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same attacks on a judge that somebody else has started: a plain user, and root within namespaces.
@Tag("hostile")
class HostileAsOthersTest {

    @TempDir
    Path folder;

    @Test
    void noAttackGetsThroughWhenAPlainUserRunsTheJudge() throws Exception {
        held(Stage.PLAIN_USER);
    }

    @Test
    void noAttackGetsThroughWithinNamespaces() throws Exception {
        held(Stage.NAMESPACES);
    }

    private void held(List<String> as) throws Exception {
        Stage stage = Stage.in(folder);
        assumeTrue(stage.lends(as), "this machine lends no such place");

        List<String> lines = stage.lines(as, Assault.class);

        assertThat(lines).filteredOn(line -> !line.startsWith("held ")).isEmpty();
        assertThat(lines).hasSameSizeAs(Attack.all());
    }
}
