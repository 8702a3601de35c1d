package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An attack that fails everywhere shows nothing: without the judge's sandbox, its effect must show. The
/// header of each says how, or why it can't. Other means confine it there: a plain user who can write only in
/// one folder.
@Tag("hostile")
class HostileControlTest {

    @TempDir
    Path folder;

    @Test
    void everyAttackHasItsEffectWithoutTheSandbox() throws Exception {
        IsolatedFolder isolatedFolder = IsolatedFolder.in(folder);
        assumeTrue(
                isolatedFolder.lends(isolatedFolder.shutIn()),
                "hostile code cannot be shut in here, and is not let loose");

        List<String> lines = isolatedFolder.lines(isolatedFolder.shutIn(), UnconfinedAttackRunner.class);

        assertThat(lines).filteredOn(line -> !line.startsWith("shown ")).isEmpty();
        assertThat(lines).hasSameSizeAs(UnconfinedAttackRunner.attacks());
    }
}
