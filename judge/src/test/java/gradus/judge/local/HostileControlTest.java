package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An attack that fails everywhere shows nothing: where nothing confines it, its effect must show. The header
/// of each says how, or why that cannot be. It is free there of all that the judge does, and shut in by other
/// means: a plain user, for whom nothing can be written but a stage.
@Tag("hostile")
class HostileControlTest {

    @TempDir
    Path folder;

    @Test
    void everyAttackHasItsEffectWhereTheJudgeDoesNotHoldIt() throws Exception {
        IsolatedFolder isolatedFolder = IsolatedFolder.in(folder);
        assumeTrue(
                isolatedFolder.lends(isolatedFolder.shutIn()),
                "hostile code cannot be shut in here, and is not let loose");

        List<String> lines = isolatedFolder.lines(isolatedFolder.shutIn(), UnconfinedAttackRunner.class);

        assertThat(lines).filteredOn(line -> !line.startsWith("shown ")).isEmpty();
        assertThat(lines).hasSameSizeAs(UnconfinedAttackRunner.attacks());
    }
}
