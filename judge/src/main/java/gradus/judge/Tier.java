package gradus.judge;

import java.util.Collection;

/// How far a submission is shut in on this machine, from what was tried and did not succeed; never from
/// what is installed.
public enum Tier {

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

    Tier(String layers) {
        this.layers = layers;
    }

    /// What holds at this tier, in words.
    public String layers() {
        return layers;
    }

    public boolean atLeast(Tier other) {
        return compareTo(other) >= 0;
    }

    /// The highest tier whose every deed held, and every deed of the tiers below. What was not tried did
    /// not hold.
    static Tier of(Collection<Deed.Outcome> outcomes) {
        Tier reached = NONE;
        for (Tier tier : values()) {
            if (tier != NONE) {
                boolean holds = outcomes.stream().anyMatch(it -> it.deed().tier() == tier)
                        && outcomes.stream()
                                .filter(it -> it.deed().tier() == tier)
                                .allMatch(Deed.Outcome::held);
                if (!holds) {
                    return reached;
                }
                reached = tier;
            }
        }
        return reached;
    }
}
