package gradus.judge;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.judge.Attack.Outcome;
import gradus.judge.Attack.Result;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The tier and its messages follow from the attacks that were blocked.
class SandboxTierTest {

    @ParameterizedTest(name = "[{index}] succeeded: {0}, not tried: {1}: {2}")
    @CsvSource(nullValues = "-", textBlock = """
            -,                       -,                      T2
            SHARED_MEMORY,           -,                      T1
            -,                       NETWORK SHARED_MEMORY,  T1
            READ,                    -,                      T0
            CHMOD,                   -,                      T0
            RESERVE,                 -,                      T0
            -,                       SIGNAL,                 T0
            READ CONNECT NETWORK,    -,                      T0
            HEAP,                    -,                      NONE
            REFLECTION READ,         -,                      NONE
            -,                       FORGERY,                NONE
            """)
    void theTierIsTheHighestWithEveryAttackBlocked(String succeeded, String notTried, SandboxTier sandboxTier) {
        assertThat(SandboxTier.of(outcomes(attacks(succeeded), attacks(notTried))))
                .isEqualTo(sandboxTier);
    }

    @Test
    void whatWasNotTriedDoesNotCountAsBlocked() {
        assertThat(SandboxTier.of(List.of())).isEqualTo(SandboxTier.NONE);
        assertThat(SelfTestReport.untested("no child started").tier()).isEqualTo(SandboxTier.NONE);
    }

    @Test
    void theSingleUserReasonSaysWhatWasNotBlockedAndWhatToDo() {
        assertThat(report(Set.of(Attack.READ, Attack.NETWORK), Set.of(Attack.CHMOD))
                        .singleUserReason())
                .isEqualTo(
                        "To judge for several people, Landlock, seccomp and limits must block everything. On this machine"
                                + " they didn't block this: read a file, change a file's permissions. Run Gradus on Linux"
                                + " 5.13 or newer, x86-64 or aarch64, or let each person run it on their own machine.");
        assertThat(SelfTestReport.untested("no child started").singleUserReason())
                .contains("they didn't block this: use JDK internals, ");
    }

    @Test
    void aSandboxWithAGapNamesTheGap() {
        assertThat(report(Set.of(Attack.RESERVE), Set.of()).summary())
                .isEqualTo("Your code runs in a sandbox here, but could reserve 2 GB outside the heap. That's fine for"
                        + " your own code on your own machine.");
    }

    @Test
    void fromTierT1OnThereIsNoSingleUserReason() {
        assertThat(report(Set.of(Attack.NETWORK), Set.of()).singleUserReason()).isEmpty();
        assertThat(report(Set.of(), Set.of()).singleUserReason()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SandboxTier.class)
    void everyTierHasASummaryForTheLearner(SandboxTier sandboxTier) {
        assertThat(new SelfTestReport(sandboxTier, List.of(), new SelfTestReport.WorkerJvm("plain JVM"), Duration.ZERO)
                        .summary())
                .isEqualTo(
                        switch (sandboxTier) {
                            case NONE -> "Nothing shows that your code is sandboxed here.";
                            case T0 ->
                                "Only the JVM confines your code here. That's fine for your own code on your own machine.";
                            case T1 -> "Your code runs in a sandbox (Landlock, seccomp and limits).";
                            case T2 -> "Your code runs in a sandbox (Landlock, seccomp, limits and namespaces).";
                        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            READ       | java.nio.file.AccessDeniedException: /x                             | Landlock
            WRITE      | java.nio.file.AccessDeniedException: /x                             | seccomp and Landlock
            CHMOD      | java.nio.file.FileSystemException: /x: Operation not permitted      | seccomp
            CONNECT    | java.net.SocketException: Operation not permitted                   | seccomp
            CONNECT    | java.net.SocketException: Permission denied                         | Landlock
            START      | java.io.IOException: Cannot run program "true": error=13, Permission denied | Landlock
            START      | java.io.IOException: Cannot run program "true": error=1, Operation not permitted | seccomp
            SIGNAL     | the process is not visible                                          | Landlock
            SIGNAL     | the signal was blocked                                              | seccomp
            RESERVE    | java.lang.OutOfMemoryError: unable to create native thread          | limits
            NETWORK    | it has its own namespace                                            | namespaces
            REFLECTION | java.lang.reflect.InaccessibleObjectException: no                   | module encapsulation
            READ       | java.nio.file.FileSystemException: /x: Input/output error           | the operating system
            """)
    void theBlockingLayerFollowsFromTheDetail(Attack attack, String detail, String layer) {
        assertThat(Outcome.blocked(attack, detail).blockedBy()).isEqualTo(layer);
    }

    private static SelfTestReport report(Set<Attack> succeeded, Set<Attack> notTried) {
        return SelfTestReport.of(
                outcomes(succeeded, notTried), new SelfTestReport.WorkerJvm("plain JVM"), Duration.ZERO);
    }

    private static List<Outcome> outcomes(Set<Attack> succeeded, Set<Attack> notTried) {
        return Arrays.stream(Attack.values())
                .map(attack -> new Outcome(
                        attack,
                        succeeded.contains(attack)
                                ? Result.SUCCEEDED
                                : notTried.contains(attack) ? Result.NOT_TRIED : Result.BLOCKED,
                        "",
                        ""))
                .toList();
    }

    private static Set<Attack> attacks(@org.jspecify.annotations.Nullable String names) {
        return names == null
                ? Set.of()
                : Arrays.stream(names.split(" ")).map(Attack::valueOf).collect(Collectors.toSet());
    }
}
