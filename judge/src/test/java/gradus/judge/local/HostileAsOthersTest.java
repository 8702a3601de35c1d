package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same attacks on a judge that another user has started: a plain user, and root within namespaces.
@Tag("hostile")
class HostileAsOthersTest {

    @TempDir
    Path folder;

    @Test
    void noAttackSucceedsIfAPlainUserRunsTheJudge() throws Exception {
        assertBlocked(IsolatedFolder.PLAIN_USER);
    }

    @Test
    void noAttackSucceedsWithinNamespaces() throws Exception {
        assertBlocked(IsolatedFolder.NAMESPACES);
    }

    private void assertBlocked(List<String> as) throws Exception {
        IsolatedFolder isolatedFolder = IsolatedFolder.in(folder);
        assumeTrue(isolatedFolder.lends(as), "this machine lends no such place");

        List<String> lines = isolatedFolder.lines(as, AttackRunner.class);

        assertThat(lines).filteredOn(line -> !line.startsWith("blocked ")).isEmpty();
        assertThat(lines).hasSameSizeAs(HostileSubmission.all());
    }
}
