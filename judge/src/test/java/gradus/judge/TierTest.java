package gradus.judge;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.judge.Deed.Outcome;
import gradus.judge.Deed.Result;
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
class TierTest {

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
    void theTierIsTheHighestOfWhichEverythingHeld(String through, String untried, Tier tier) {
        assertThat(Tier.of(outcomes(deeds(through), deeds(untried)))).isEqualTo(tier);
    }

    @Test
    void whereNothingWasTriedNothingHolds() {
        assertThat(Tier.of(List.of())).isEqualTo(Tier.NONE);
        assertThat(Health.untested("no child started").tier()).isEqualTo(Tier.NONE);
    }

    @Test
    void theRefusalSaysWhatIsMissingAndWhatToDo() {
        assertThat(health(Set.of(Deed.READ, Deed.NETWORK), Set.of(Deed.CHMOD)).refusal())
                .isEqualTo(
                        "Judging for several people needs Landlock, seccomp and limits to hold everything, and on this"
                                + " machine they did not hold this: read a file, change a file's permissions; run it on Linux"
                                + " 5.13 or newer, x86-64 or aarch64, or let each person run Gradus on a machine of their own.");
        assertThat(Health.untested("no child started").refusal())
                .contains("they did not hold this: reach into the JDK, ");
    }

    @Test
    void whatPartlyHoldsIsNotCalledNothing() {
        assertThat(health(Set.of(Deed.RESERVE), Set.of()).sentence())
                .isEqualTo("Your code is confined here, but could reserve 2 GB outside the heap. That is fit for"
                        + " your own code on your own machine.");
    }

    @Test
    void fromLandlockAndSeccompOnNothingIsRefused() {
        assertThat(health(Set.of(Deed.NETWORK), Set.of()).refusal()).isEmpty();
        assertThat(health(Set.of(), Set.of()).refusal()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void everyTierHasASentenceForThePersonWhoseCodeItIs(Tier tier) {
        assertThat(new Health(tier, List.of(), new Health.Workers("plain JVM"), Duration.ZERO).sentence())
                .isEqualTo(
                        switch (tier) {
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
    void theLayerThatHeldShowsInTheAnswer(Deed deed, String answer, String layer) {
        assertThat(Outcome.held(deed, answer).by()).isEqualTo(layer);
    }

    private static Health health(Set<Deed> through, Set<Deed> untried) {
        return Health.of(outcomes(through, untried), new Health.Workers("plain JVM"), Duration.ZERO);
    }

    private static List<Outcome> outcomes(Set<Deed> through, Set<Deed> untried) {
        return Arrays.stream(Deed.values())
                .map(deed -> new Outcome(
                        deed,
                        through.contains(deed) ? Result.THROUGH : untried.contains(deed) ? Result.UNTRIED : Result.HELD,
                        "",
                        ""))
                .toList();
    }

    private static Set<Deed> deeds(@org.jspecify.annotations.Nullable String names) {
        return names == null
                ? Set.of()
                : Arrays.stream(names.split(" ")).map(Deed::valueOf).collect(Collectors.toSet());
    }
}
