package gradus.judge;

import java.util.Locale;

/// Something that no submission may do, and that the self-test therefore tries.
public enum Deed {
    INTERNALS(Tier.T0, "reach into the JDK", "modules that are left out"),
    REFLECTION(Tier.T0, "look inside the proctor", "module encapsulation"),
    CHECKS(Tier.T0, "look inside the hidden checks", "module encapsulation"),
    NATIVE(Tier.T0, "call native code", "the ban on native code"),
    ENVIRONMENT(Tier.T0, "read an environment variable", "an empty environment"),
    FORGERY(Tier.T0, "forge a message of the proctor", "a token on every message"),
    READ(Tier.T1, "read a file", ""),
    LIST(Tier.T1, "list a folder", ""),
    WRITE(Tier.T1, "write a file", ""),
    CHMOD(Tier.T1, "change a file's permissions", ""),
    CONNECT(Tier.T1, "connect to a server on this machine", ""),
    START(Tier.T1, "start a program", ""),
    SIGNAL(Tier.T1, "end another process", ""),
    RESERVE(Tier.T1, "reserve 2 GB outside the heap", "limits"),
    NETWORK(Tier.T2, "share the machine's network namespace", "namespaces"),
    SHARED_MEMORY(Tier.T2, "share the machine's IPC namespace", "namespaces"),
    /// The last: where it is held, it ends the child.
    HEAP(Tier.T0, "fill more memory than its heap", "the heap's limit");

    private final Tier tier;
    private final String title;
    private final String holder;

    Deed(Tier tier, String title, String holder) {
        this.tier = tier;
        this.title = title;
        this.holder = holder;
    }

    /// The lowest tier that promises to hold it.
    public Tier tier() {
        return tier;
    }

    /// What it is: a phrase after "a submission cannot".
    public String title() {
        return title;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Which layer held it, as far as its `answer` shows: what the system said in refusing.
    String heldBy(String answer) {
        if (!holder.isEmpty()) {
            return holder;
        }
        if (answer.contains("not permitted") || answer.contains("error=1,") || answer.contains("signal was refused")) {
            return "seccomp";
        }
        if (answer.contains("AccessDenied") || answer.contains("ermission denied") || answer.contains("error=13,")) {
            // The filter and Landlock refuse to open for writing in the same words.
            return this == WRITE ? "seccomp and Landlock" : "Landlock";
        }
        if (answer.contains("no such process is to be seen")) {
            return "Landlock";
        }
        return "the operating system";
    }

    /// What came of trying.
    public enum Result {
        /// It did not succeed, though it succeeds where nothing holds it.
        HELD,
        /// It succeeded.
        THROUGH,
        /// It could not be tried, or fails for a reason of its own: it shows nothing.
        UNTRIED
    }

    /// A deed that was tried.
    ///
    /// @param by the layer that held it; empty if none did
    /// @param answer what it came to, as the child saw it
    public record Outcome(Deed deed, Result result, String by, String answer) {

        static Outcome held(Deed deed, String answer) {
            return new Outcome(deed, Result.HELD, deed.heldBy(answer), answer);
        }

        static Outcome through(Deed deed) {
            return new Outcome(deed, Result.THROUGH, "", "");
        }

        static Outcome untried(Deed deed, String why) {
            return new Outcome(deed, Result.UNTRIED, "", why);
        }

        public boolean held() {
            return result == Result.HELD;
        }
    }
}
