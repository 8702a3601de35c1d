package gradus.judge;

import java.util.Locale;

/// Something that no submission may do, and that the self-test therefore tries.
public enum Attack {
    INTERNALS(SandboxTier.T0, "reach into the JDK", "modules that are left out"),
    REFLECTION(SandboxTier.T0, "look inside the proctor", "module encapsulation"),
    CHECKS(SandboxTier.T0, "look inside the hidden checks", "module encapsulation"),
    NATIVE(SandboxTier.T0, "call native code", "the ban on native code"),
    ENVIRONMENT(SandboxTier.T0, "read an environment variable", "an empty environment"),
    FORGERY(SandboxTier.T0, "forge a message of the proctor", "a token on every message"),
    READ(SandboxTier.T1, "read a file", ""),
    LIST(SandboxTier.T1, "list a folder", ""),
    WRITE(SandboxTier.T1, "write a file", ""),
    CHMOD(SandboxTier.T1, "change a file's permissions", ""),
    CONNECT(SandboxTier.T1, "connect to a server on this machine", ""),
    START(SandboxTier.T1, "start a program", ""),
    SIGNAL(SandboxTier.T1, "end another process", ""),
    RESERVE(SandboxTier.T1, "reserve 2 GB outside the heap", "limits"),
    NETWORK(SandboxTier.T2, "share the machine's network namespace", "namespaces"),
    SHARED_MEMORY(SandboxTier.T2, "share the machine's IPC namespace", "namespaces"),
    /// The last: where it is held, it ends the child.
    HEAP(SandboxTier.T0, "fill more memory than its heap", "the heap's limit");

    private final SandboxTier sandboxTier;
    private final String title;
    private final String layer;

    Attack(SandboxTier sandboxTier, String title, String layer) {
        this.sandboxTier = sandboxTier;
        this.title = title;
        this.layer = layer;
    }

    /// The lowest tier that promises to hold it.
    public SandboxTier tier() {
        return sandboxTier;
    }

    /// What it is: a phrase after "a submission cannot".
    public String title() {
        return title;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Which layer held it, as far as its `detail` shows: what the system said in refusing.
    String blockingLayer(String detail) {
        if (!layer.isEmpty()) {
            return layer;
        }
        if (detail.contains("not permitted") || detail.contains("error=1,") || detail.contains("signal was refused")) {
            return "seccomp";
        }
        if (detail.contains("AccessDenied") || detail.contains("ermission denied") || detail.contains("error=13,")) {
            // The filter and Landlock refuse to open for writing in the same words.
            return this == WRITE ? "seccomp and Landlock" : "Landlock";
        }
        if (detail.contains("no such process is to be seen")) {
            return "Landlock";
        }
        return "the operating system";
    }

    /// What came of trying.
    public enum Result {
        /// It did not succeed, though it succeeds where nothing holds it.
        BLOCKED,
        /// It succeeded.
        SUCCEEDED,
        /// It could not be tried, or fails for a reason of its own: it shows nothing.
        NOT_TRIED
    }

    /// A deed that was tried.
    ///
    /// @param blockedBy the layer that held it; empty if none did
    /// @param detail what it came to, as the child saw it
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

        public boolean isBlocked() {
            return result == Result.BLOCKED;
        }
    }
}
