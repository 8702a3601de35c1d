package gradus.judge;

import java.util.Collection;

/// How strong the sandbox is on this machine, judged by the attacks that were blocked, never by what is
/// installed.
public enum SandboxTier {

    /// Not even the JVM's own layer blocks every attack, or nothing is known.
    NONE("nothing is known to be blocked"),

    /// Modules, the heap limit and denied native access block their attacks: enough for your own code on your
    /// own machine.
    T0("only the JVM's own layer"),

    /// Landlock, seccomp and limits block theirs as well: enough to judge for several people.
    T1("Landlock, seccomp and limits"),

    /// The child also has its own network and IPC namespaces.
    T2("Landlock, seccomp, limits and namespaces");

    private final String layers;

    SandboxTier(String layers) {
        this.layers = layers;
    }

    /// The layers that block attacks at this tier, in words.
    public String layers() {
        return layers;
    }

    public boolean atLeast(SandboxTier other) {
        return compareTo(other) >= 0;
    }

    /// The highest tier of which every attack was blocked, along with every attack of the tiers below. An
    /// attack that wasn't tried doesn't count as blocked.
    public static SandboxTier of(Collection<Attack.Outcome> outcomes) {
        SandboxTier reached = NONE;
        for (SandboxTier tier : values()) {
            if (tier != NONE) {
                boolean blocked = outcomes.stream().anyMatch(it -> it.attack().tier() == tier)
                        && outcomes.stream()
                                .filter(it -> it.attack().tier() == tier)
                                .allMatch(Attack.Outcome::wasBlocked);
                if (!blocked) {
                    return reached;
                }
                reached = tier;
            }
        }
        return reached;
    }
}
