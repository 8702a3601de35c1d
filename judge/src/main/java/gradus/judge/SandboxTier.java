package gradus.judge;

import java.util.Collection;

/// How far a submission is shut in on this machine, from what was tried and did not succeed; never from
/// what is installed.
public enum SandboxTier {

    /// Not even the layer of the Java machine holds, or nobody knows.
    NONE("nothing was seen to hold"),

    /// Modules, a heap of its own and no native access hold: enough for one's own code on one's own
    /// machine.
    T0("only the Java machine's own layer"),

    /// Landlock, seccomp and limits hold as well: enough to judge for several people.
    T1("Landlock, seccomp and limits"),

    /// Network and shared memory are the child's own, too.
    T2("Landlock, seccomp, limits and namespaces");

    private final String layers;

    SandboxTier(String layers) {
        this.layers = layers;
    }

    /// What holds at this tier, in words.
    public String layers() {
        return layers;
    }

    public boolean atLeast(SandboxTier other) {
        return compareTo(other) >= 0;
    }

    /// The highest tier whose every deed held, and every deed of the tiers below. What was not tried did
    /// not hold.
    public static SandboxTier of(Collection<Attack.Outcome> outcomes) {
        SandboxTier reached = NONE;
        for (SandboxTier sandboxTier : values()) {
            if (sandboxTier != NONE) {
                boolean holds = outcomes.stream().anyMatch(it -> it.attack().tier() == sandboxTier)
                        && outcomes.stream()
                                .filter(it -> it.attack().tier() == sandboxTier)
                                .allMatch(Attack.Outcome::isBlocked);
                if (!holds) {
                    return reached;
                }
                reached = sandboxTier;
            }
        }
        return reached;
    }
}
