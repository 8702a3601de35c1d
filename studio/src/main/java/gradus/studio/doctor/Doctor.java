package gradus.studio.doctor;

import gradus.course.Course;
import gradus.judge.SandboxTier;
import gradus.judge.SelfTestReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.tools.ToolProvider;

/// Checks everything that Gradus needs. It repairs nothing and leaves no files behind.
public final class Doctor {

    private static final boolean LINUX = System.getProperty("os.name").equals("Linux");

    private final Path home;
    private final Path cache;
    private final Supplier<Course> course;
    private final Supplier<SelfTestReport> health;
    private final boolean browser;

    /// @param home the learner's home folder, which needn't exist yet
    /// @param cache the cache folder
    /// @param course reads the course
    /// @param health what the judge's self-test came to
    /// @param browser whether a browser can be opened from here
    public Doctor(Path home, Path cache, Supplier<Course> course, Supplier<SelfTestReport> health, boolean browser) {
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
        SelfTestReport known = health.get();
        findings.add(DoctorFinding.ok("Worker", known.workerJvm().description()));
        findings.add(confinement(known, LINUX));
        return new DoctorReport(findings, known);
    }

    private static DoctorFinding java() {
        String running = Runtime.version() + " (" + System.getProperty("java.vendor") + "), in "
                + System.getProperty("java.home");
        return ToolProvider.getSystemJavaCompiler() == null
                ? DoctorFinding.broken(
                        "Java", running + ", which has no compiler", "Set JAVA_HOME to a JDK 25 or newer.")
                : DoctorFinding.ok("Java", running);
    }

    private DoctorFinding course() {
        String remedy = "`gradus author check` names each fault with its line.";
        try {
            int lessons = course.get().lessons().size();
            return lessons == 0
                    ? DoctorFinding.broken("Course", "it has no lessons", remedy)
                    : DoctorFinding.ok("Course", lessons + (lessons == 1 ? " lesson" : " lessons"));
        } catch (RuntimeException e) {
            return DoctorFinding.broken("Course", "it cannot be read: " + e.getMessage(), remedy);
        }
    }

    private DoctorFinding browser() {
        return browser
                ? DoctorFinding.ok("Browser", "can be opened from here")
                : DoctorFinding.note(
                        "Browser",
                        "none can be opened from here",
                        "Open the address that `gradus` prints in any browser on this machine.");
    }

    /// Rates the sandbox. With no tier, only trusted code should run here; tier T0 is enough for one's own
    /// code.
    static DoctorFinding confinement(SelfTestReport selfTestReport, boolean linux) {
        return switch (selfTestReport.tier()) {
            case NONE ->
                DoctorFinding.broken(
                        "Sandbox",
                        "no tier reached (" + why(selfTestReport) + ")",
                        "Check only code that you trust. Start Gradus again, and report this if it happens again.");
            case T0 ->
                selfTestReport.nothingBlocked(SandboxTier.T1)
                        ? DoctorFinding.note(
                                "Sandbox",
                                "tier T0, enforced only by the JVM, which is enough for your own code on your own"
                                        + " machine",
                                linux
                                        ? "Linux 5.13 or newer (x86-64 or aarch64), with Landlock and seccomp, blocks"
                                                + " more."
                                        : "The sandbox blocks more on Linux.")
                        : DoctorFinding.note(
                                "Sandbox",
                                "tier T0, because Landlock, seccomp and limits don't block everything here: "
                                        + String.join(", ", selfTestReport.notBlocked(SandboxTier.T1)),
                                "That is enough for your own code on your own machine.");
            case T1, T2 ->
                DoctorFinding.ok(
                        "Sandbox",
                        "tier " + selfTestReport.tier() + ", enforced by "
                                + selfTestReport.tier().layers());
        };
    }

    private static String why(SelfTestReport selfTestReport) {
        return selfTestReport.attacks().stream()
                .filter(it -> !it.wasBlocked() && it.attack().tier() == SandboxTier.T0)
                .findFirst()
                .map(it -> it.detail().isEmpty()
                        ? "a submission could " + it.attack().title()
                        : it.detail())
                .orElse("nothing was tried");
    }
}
