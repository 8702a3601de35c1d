package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gradus.course.Coding;
import gradus.course.Lab;
import gradus.course.Profile;
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

    private static final int FEW = 10;

    private static final Coding COMPUTING =
            ToyLibrary.wholeNumbers().withLimits(new Lab.Limits(5, 64, new Profile.Compute(1)));

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
        assertBlocked(quick(), ToyLibrary.wholeNumbers(), 16);
    }

    @Test
    @Tag("hostile")
    void noQuickAttackChangesTheNextVerdict() throws Exception {
        assertBlocked(quick());
    }

    private static List<HostileSubmission> quick() throws Exception {
        return HostileSubmission.all().stream()
                .filter(hostileSubmission -> !hostileSubmission.isSlow())
                .toList();
    }

    @Test
    void noneOfAFewAttacksThatRunSucceedsInTheComputeProfile() throws Exception {
        assertBlocked(Sample.of(thatRun(), FEW), COMPUTING);
    }

    @Test
    @Tag("hostile")
    void noQuickAttackThatRunsSucceedsInTheComputeProfile() throws Exception {
        assertBlocked(thatRun(), COMPUTING);
    }

    /// Those that a JVM is started for: what is refused before is the same in any profile.
    private static List<HostileSubmission> thatRun() throws Exception {
        return quick().stream()
                .filter(hostileSubmission -> !hostileSubmission.name().startsWith("file-"))
                .filter(hostileSubmission ->
                        !hostileSubmission.header("verdict").contains("DidNotCompile"))
                .toList();
    }

    @Test
    @Tag("hostile")
    void noSlowAttackSucceeds() throws Exception {
        assertBlocked(HostileSubmission.all().stream()
                .filter(HostileSubmission::isSlow)
                .toList());
    }

    /// Much of an attack is dropped where only members count. What is left must not succeed either, nor harm
    /// anybody.
    @Test
    @Tag("hostile")
    void noAttackSucceedsFromWithinTheMembersThatCount() throws Exception {
        assertBlocked(HostileSubmission.all(), ToyLibrary.numbers());
    }

    /// The whole class is the learner's, so that everything in the file runs.
    private void assertBlocked(List<HostileSubmission> attacks) throws Exception {
        assertBlocked(attacks, ToyLibrary.wholeNumbers());
    }

    private void assertBlocked(List<HostileSubmission> attacks, Coding lab) throws Exception {
        assertBlocked(attacks, lab, 1);
    }

    /// @param each an honest submission follows each attack if it is 1, every second one if it is 2
    private void assertBlocked(List<HostileSubmission> attacks, Coding lab, int each) throws Exception {
        List<Result> came = AttackRunner.runAll(attacks, folder, lab, each);

        assertThat(came).hasSameSizeAs(attacks);
        assertThat(came)
                .filteredOn(result -> !result.problems().isEmpty())
                .extracting(Result::line)
                .isEmpty();
    }
}
