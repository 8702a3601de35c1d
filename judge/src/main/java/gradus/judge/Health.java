package gradus.judge;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What the judge found out about itself by attacking itself.
///
/// @param attacks what was tried, in order
/// @param took how long the self-test took
public record Health(SandboxTier tier, List<Attack.Outcome> attacks, WorkerJvm workerJvm, Duration took) {

    public Health {
        attacks = List.copyOf(attacks);
    }

    /// What runs submissions.
    ///
    /// @param description in words: "plain JVM"
    public record WorkerJvm(String description) {}

    public static Health of(List<Attack.Outcome> deeds, WorkerJvm workerJvm, Duration took) {
        return new Health(SandboxTier.of(deeds), deeds, workerJvm, took);
    }

    /// Nothing could be tried, and so nothing is known to hold.
    public static Health untested(String reason) {
        List<Attack.Outcome> untried = Arrays.stream(Attack.values())
                .map(attack -> Attack.Outcome.notTried(attack, reason))
                .toList();
        return of(untried, new WorkerJvm("unknown"), Duration.ZERO);
    }

    /// The deeds that came to this.
    public List<Attack.Outcome> withResult(Attack.Result result) {
        return attacks.stream().filter(it -> it.result() == result).toList();
    }

    /// The deeds of this tier that nothing held, or that could not be tried: what each was.
    public List<String> notBlocked(SandboxTier tier) {
        return attacks.stream()
                .filter(it -> it.attack().tier() == tier && !it.isBlocked())
                .map(it -> it.attack().title())
                .toList();
    }

    /// Whether nothing of this tier holds.
    public boolean nothingBlocked(SandboxTier tier) {
        return attacks.stream().filter(it -> it.attack().tier() == tier).noneMatch(Attack.Outcome::isBlocked);
    }

    /// What holds, in one sentence for the person whose code it is.
    public String summary() {
        return switch (tier) {
            case NONE -> "It is not known whether anything confines your code here.";
            case T0 ->
                nothingBlocked(SandboxTier.T1)
                        ? "Your code is confined only by the Java machine here: fit for your own code on your own machine."
                        : "Your code is confined here, but could " + String.join(", ", notBlocked(SandboxTier.T1))
                                + ". That is fit for your own code on your own machine.";
            case T1, T2 -> "Your code runs confined (" + tier.layers() + ").";
        };
    }

    /// Why the judge serves one person only on this machine; empty if it may serve several.
    public String singleUserReason() {
        if (tier.atLeast(SandboxTier.T1)) {
            return "";
        }
        List<String> open = Stream.of(SandboxTier.T0, SandboxTier.T1)
                .flatMap(of -> notBlocked(of).stream())
                .toList();
        return "Judging for several people needs Landlock, seccomp and limits to hold everything, and on this machine"
                + " they did not hold this: " + String.join(", ", open)
                + "; run it on Linux 5.13 or newer, x86-64 or aarch64, or let each person run Gradus on a machine of"
                + " their own.";
    }
}
