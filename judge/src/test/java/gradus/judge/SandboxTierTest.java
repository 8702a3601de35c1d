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

/// What is said of the confinement follows from what held.
class SandboxTierTest {

    @ParameterizedTest(name = "[{index}] through: {0}, untried: {1}: {2}")
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
    void theTierIsTheHighestOfWhichEverythingHeld(String through, String untried, SandboxTier sandboxTier) {
        assertThat(SandboxTier.of(outcomes(deeds(through), deeds(untried)))).isEqualTo(sandboxTier);
    }

    @Test
    void whereNothingWasTriedNothingHolds() {
        assertThat(SandboxTier.of(List.of())).isEqualTo(SandboxTier.NONE);
        assertThat(Health.untested("no child started").tier()).isEqualTo(SandboxTier.NONE);
    }

    @Test
    void theRefusalSaysWhatIsMissingAndWhatToDo() {
        assertThat(health(Set.of(Attack.READ, Attack.NETWORK), Set.of(Attack.CHMOD))
                        .singleUserReason())
                .isEqualTo(
                        "Judging for several people needs Landlock, seccomp and limits to hold everything, and on this"
                                + " machine they did not hold this: read a file, change a file's permissions; run it on Linux"
                                + " 5.13 or newer, x86-64 or aarch64, or let each person run Gradus on a machine of their own.");
        assertThat(Health.untested("no child started").singleUserReason())
                .contains("they did not hold this: reach into the JDK, ");
    }

    @Test
    void whatPartlyHoldsIsNotCalledNothing() {
        assertThat(health(Set.of(Attack.RESERVE), Set.of()).summary())
                .isEqualTo("Your code is confined here, but could reserve 2 GB outside the heap. That is fit for"
                        + " your own code on your own machine.");
    }

    @Test
    void fromLandlockAndSeccompOnNothingIsRefused() {
        assertThat(health(Set.of(Attack.NETWORK), Set.of()).singleUserReason()).isEmpty();
        assertThat(health(Set.of(), Set.of()).singleUserReason()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SandboxTier.class)
    void everyTierHasASentenceForThePersonWhoseCodeItIs(SandboxTier sandboxTier) {
        assertThat(new Health(sandboxTier, List.of(), new Health.WorkerJvm("plain JVM"), Duration.ZERO).summary())
                .isEqualTo(
                        switch (sandboxTier) {
                            case NONE -> "It is not known whether anything confines your code here.";
                            case T0 ->
                                "Your code is confined only by the Java machine here: fit for your own code on your own machine.";
                            case T1 -> "Your code runs confined (Landlock, seccomp and limits).";
                            case T2 -> "Your code runs confined (Landlock, seccomp, limits and namespaces).";
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
            SIGNAL     | no such process is to be seen                                       | Landlock
            SIGNAL     | the signal was refused                                              | seccomp
            RESERVE    | java.lang.OutOfMemoryError: unable to create native thread          | limits
            NETWORK    | it has one of its own                                               | namespaces
            REFLECTION | java.lang.reflect.InaccessibleObjectException: no                   | module encapsulation
            READ       | java.nio.file.FileSystemException: /x: Input/output error           | the operating system
            """)
    void theLayerThatHeldShowsInTheAnswer(Attack attack, String answer, String layer) {
        assertThat(Outcome.blocked(attack, answer).blockedBy()).isEqualTo(layer);
    }

    private static Health health(Set<Attack> through, Set<Attack> untried) {
        return Health.of(outcomes(through, untried), new Health.WorkerJvm("plain JVM"), Duration.ZERO);
    }

    private static List<Outcome> outcomes(Set<Attack> through, Set<Attack> untried) {
        return Arrays.stream(Attack.values())
                .map(attack -> new Outcome(
                        attack,
                        through.contains(attack)
                                ? Result.SUCCEEDED
                                : untried.contains(attack) ? Result.NOT_TRIED : Result.BLOCKED,
                        "",
                        ""))
                .toList();
    }

    private static Set<Attack> deeds(@org.jspecify.annotations.Nullable String names) {
        return names == null
                ? Set.of()
                : Arrays.stream(names.split(" ")).map(Attack::valueOf).collect(Collectors.toSet());
    }
}
