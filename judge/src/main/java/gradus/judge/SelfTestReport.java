package gradus.judge;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The result of the self-test, in which the judge attacks its own sandbox.
///
/// @param attacks each attack and its result, in order
/// @param took the duration of the self-test
public record SelfTestReport(SandboxTier tier, List<Attack.Outcome> attacks, WorkerJvm workerJvm, Duration took) {

    public SelfTestReport {
        attacks = List.copyOf(attacks);
    }

    /// The JVM that runs submissions.
    ///
    /// @param description such as "plain JVM"
    public record WorkerJvm(String description) {}

    public static SelfTestReport of(List<Attack.Outcome> attacks, WorkerJvm workerJvm, Duration took) {
        return new SelfTestReport(SandboxTier.of(attacks), attacks, workerJvm, took);
    }

    /// No attack could be tried, so nothing is known to be blocked.
    public static SelfTestReport untested(String reason) {
        List<Attack.Outcome> notTried = Arrays.stream(Attack.values())
                .map(attack -> Attack.Outcome.notTried(attack, reason))
                .toList();
        return of(notTried, new WorkerJvm("unknown"), Duration.ZERO);
    }

    /// The attacks with this result.
    public List<Attack.Outcome> withResult(Attack.Result result) {
        return attacks.stream().filter(it -> it.result() == result).toList();
    }

    /// The titles of this tier's attacks that weren't blocked, or couldn't be tried.
    public List<String> notBlocked(SandboxTier tier) {
        return attacks.stream()
                .filter(it -> it.attack().tier() == tier && !it.wasBlocked())
                .map(it -> it.attack().title())
                .toList();
    }

    /// Whether none of this tier's attacks was blocked.
    public boolean nothingBlocked(SandboxTier tier) {
        return attacks.stream().filter(it -> it.attack().tier() == tier).noneMatch(Attack.Outcome::wasBlocked);
    }

    /// What the sandbox blocks, in a sentence or two for the learner.
    public String summary() {
        return switch (tier) {
            case NONE -> "Nothing shows that your code is sandboxed here.";
            case T0 ->
                nothingBlocked(SandboxTier.T1)
                        ? "Only the JVM confines your code here. That's fine for your own code on your own machine."
                        : "Your code runs in a sandbox here, but could " + String.join(", ", notBlocked(SandboxTier.T1))
                                + ". That's fine for your own code on your own machine.";
            case T1, T2 -> "Your code runs in a sandbox (" + tier.layers() + ").";
        };
    }

    /// Why the judge can serve only one person on this machine; empty if it can serve several.
    public String singleUserReason() {
        if (tier.atLeast(SandboxTier.T1)) {
            return "";
        }
        List<String> notBlocked = Stream.of(SandboxTier.T0, SandboxTier.T1)
                .flatMap(each -> notBlocked(each).stream())
                .toList();
        return "To judge for several people, Landlock, seccomp and limits must block everything. On this machine they"
                + " didn't block this: " + String.join(", ", notBlocked)
                + ". Run Gradus on Linux 5.13 or newer, x86-64 or aarch64, or let each person run it on their own"
                + " machine.";
    }
}
