package gradus.judge;

import java.util.Locale;

/// Something that the sandbox must block, and that the self-test therefore tries.
public enum Attack {
    INTERNALS(SandboxTier.T0, "use JDK internals", "missing modules"),
    REFLECTION(SandboxTier.T0, "read the hidden checks by reflection", "module encapsulation"),
    CHECKS(SandboxTier.T0, "access the hidden checks by reflection", "module encapsulation"),
    NATIVE(SandboxTier.T0, "call native code", "denied native access"),
    ENVIRONMENT(SandboxTier.T0, "read an environment variable", "an empty environment"),
    FORGERY(SandboxTier.T0, "forge the result of a check", "a token on every message"),
    READ(SandboxTier.T1, "read a file", ""),
    LIST(SandboxTier.T1, "list a folder", ""),
    WRITE(SandboxTier.T1, "write a file", ""),
    CHMOD(SandboxTier.T1, "change a file's permissions", ""),
    CONNECT(SandboxTier.T1, "connect to a server on this machine", ""),
    START(SandboxTier.T1, "start a program", ""),
    SIGNAL(SandboxTier.T1, "kill another process", ""),
    RESERVE(SandboxTier.T1, "reserve 2 GB outside the heap", "limits"),
    NETWORK(SandboxTier.T2, "share the machine's network namespace", "namespaces"),
    SHARED_MEMORY(SandboxTier.T2, "share the machine's IPC namespace", "namespaces"),
    /// Must be the last: if it's blocked, the child ends.
    HEAP(SandboxTier.T0, "allocate more than its heap", "the heap limit");

    /// The detail if the process to kill isn't visible.
    public static final String PROCESS_NOT_VISIBLE = "the process is not visible";

    /// The detail if the signal to the process failed.
    public static final String SIGNAL_BLOCKED = "the signal was blocked";

    private final SandboxTier tier;
    private final String title;
    private final String layer;

    Attack(SandboxTier tier, String title, String layer) {
        this.tier = tier;
        this.title = title;
        this.layer = layer;
    }

    /// The lowest tier that must block it.
    public SandboxTier tier() {
        return tier;
    }

    /// What it does, as a phrase that follows "a submission cannot".
    public String title() {
        return title;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The layer that blocked it, as far as `detail` shows: the error message of the system.
    String blockingLayer(String detail) {
        if (!layer.isEmpty()) {
            return layer;
        }
        if (detail.contains("not permitted") || detail.contains("error=1,") || detail.contains(SIGNAL_BLOCKED)) {
            return "seccomp";
        }
        if (detail.contains("AccessDenied") || detail.contains("ermission denied") || detail.contains("error=13,")) {
            // The filter and Landlock give the same error for opening a file to write.
            return this == WRITE ? "seccomp and Landlock" : "Landlock";
        }
        if (detail.contains(PROCESS_NOT_VISIBLE)) {
            return "Landlock";
        }
        return "the operating system";
    }

    /// The result of an attack.
    public enum Result {
        /// It failed, although it succeeds outside the sandbox.
        BLOCKED,
        /// It succeeded.
        SUCCEEDED,
        /// It couldn't be tried, or fails without a sandbox too, so it shows nothing.
        NOT_TRIED
    }

    /// An attack and its result.
    ///
    /// @param blockedBy the layer that blocked it; empty if none did
    /// @param detail what the child saw: the error, or why the attack wasn't tried
    public record Outcome(Attack attack, Result result, String blockedBy, String detail) {

        public static Outcome blocked(Attack attack, String detail) {
            return new Outcome(attack, Result.BLOCKED, attack.blockingLayer(detail), detail);
        }

        public static Outcome succeeded(Attack attack) {
            return new Outcome(attack, Result.SUCCEEDED, "", "");
        }

        public static Outcome notTried(Attack attack, String reason) {
            return new Outcome(attack, Result.NOT_TRIED, "", reason);
        }

        public boolean wasBlocked() {
            return result == Result.BLOCKED;
        }
    }
}
