package gradus.studio.doctor;

import gradus.course.Course;
import gradus.judge.Health;
import gradus.judge.SandboxTier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.tools.ToolProvider;

/// Looks at everything that Gradus stands on. It repairs nothing, and makes nothing that stays.
public final class Doctor {

    private static final boolean LINUX = System.getProperty("os.name").equals("Linux");

    private final Path home;
    private final Path cache;
    private final Supplier<Course> course;
    private final Supplier<Health> health;
    private final boolean browser;

    /// @param home the learner's home, which need not be there yet
    /// @param cache where is kept what took time to make
    /// @param course reads the course
    /// @param health what the judge's self-test came to
    /// @param browser whether a browser can be opened from here
    public Doctor(Path home, Path cache, Supplier<Course> course, Supplier<Health> health, boolean browser) {
        this.home = home;
        this.cache = cache;
        this.course = course;
        this.health = health;
        this.browser = browser;
    }

    public DoctorReport examine() {
        var storageChecks = new StorageChecks(home, cache);
        var findings = new ArrayList<>(List.of(
                java(),
                storageChecks.home(),
                storageChecks.workspace(),
                storageChecks.journal(),
                course(),
                browser(),
                storageChecks.disk(),
                storageChecks.cache()));
        Health known = health.get();
        findings.add(Finding.ok("Worker", known.workerJvm().description()));
        findings.add(confinement(known, LINUX));
        return new DoctorReport(findings, known);
    }

    private static Finding java() {
        String running = Runtime.version() + " (" + System.getProperty("java.vendor") + "), in "
                + System.getProperty("java.home");
        return ToolProvider.getSystemJavaCompiler() == null
                ? Finding.broken("Java", running + ", which has no compiler", "Set JAVA_HOME to a JDK 25 or newer.")
                : Finding.ok("Java", running);
    }

    private Finding course() {
        String remedy = "`gradus author check` names each fault with its line.";
        try {
            int lessons = course.get().lessons().size();
            return lessons == 0
                    ? Finding.broken("Course", "it has no lesson", remedy)
                    : Finding.ok("Course", lessons + (lessons == 1 ? " lesson" : " lessons"));
        } catch (RuntimeException e) {
            return Finding.broken("Course", "it cannot be read: " + e.getMessage(), remedy);
        }
    }

    private Finding browser() {
        return browser
                ? Finding.ok("Browser", "can be opened from here")
                : Finding.note(
                        "Browser",
                        "none can be opened from here",
                        "Open the address that `gradus` prints in any browser on this machine.");
    }

    /// Where nothing holds, another person's code must not run; where only the Java machine's layer holds,
    /// one's own may.
    static Finding confinement(Health health, boolean linux) {
        return switch (health.tier()) {
            case NONE ->
                Finding.broken(
                        "Confinement",
                        "no tier: " + why(health),
                        "Check only code that you trust; start Gradus again, and report this if it stays.");
            case T0 ->
                health.nothingBlocked(SandboxTier.T1)
                        ? Finding.note(
                                "Confinement",
                                "tier T0, only the Java machine's own layer holds here: fit for your own code on your"
                                        + " own machine",
                                linux
                                        ? "Linux 5.13 or newer, x86-64 or aarch64, with Landlock and seccomp holds more."
                                        : "More holds on Linux only.")
                        : Finding.note(
                                "Confinement",
                                "tier T0, for not everything that Landlock, seccomp and limits forbid was held here: "
                                        + String.join(", ", health.notBlocked(SandboxTier.T1)),
                                "That is fit for your own code on your own machine.");
            case T1, T2 ->
                Finding.ok(
                        "Confinement",
                        "tier " + health.tier() + ", " + health.tier().layers() + " hold");
        };
    }

    private static String why(Health health) {
        return health.attacks().stream()
                .filter(it -> !it.isBlocked() && it.attack().tier() == SandboxTier.T0)
                .findFirst()
                .map(it -> it.detail().isEmpty()
                        ? "a submission could " + it.attack().title()
                        : it.detail())
                .orElse("nothing was tried");
    }
}
