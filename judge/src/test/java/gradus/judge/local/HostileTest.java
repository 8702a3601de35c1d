package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gradus.judge.local.AttackRunner.Result;
import gradus.judge.sandbox.Spawner;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every file in `hostile` is a hostile submission; its first lines give the expected result.
class HostileTest {

    @TempDir
    Path folder;

    @BeforeEach
    void onlyWithASandbox() {
        var spawner = Spawner.confined(List.of(), List.of());
        spawner.ifPresent(Spawner::close);
        assumeTrue(spawner.isPresent(), "this kernel has no Landlock, or this processor is not known to the filter");
    }

    @Test
    void noQuickAttackSucceeds() throws Exception {
        assertBlocked(HostileSubmission.all().stream()
                .filter(hostileSubmission -> !hostileSubmission.isSlow())
                .toList());
    }

    @Test
    @Tag("hostile")
    void noSlowAttackSucceeds() throws Exception {
        assertBlocked(HostileSubmission.all().stream()
                .filter(HostileSubmission::isSlow)
                .toList());
    }

    private void assertBlocked(List<HostileSubmission> attacks) throws Exception {
        List<Result> came = AttackRunner.runAll(attacks, folder);

        assertThat(came).hasSameSizeAs(attacks);
        assertThat(came)
                .filteredOn(each -> !each.problems().isEmpty())
                .extracting(Result::line)
                .isEmpty();
    }
}
