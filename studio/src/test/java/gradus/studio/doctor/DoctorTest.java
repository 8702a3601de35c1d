package gradus.studio.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.judge.SandboxTier;
import gradus.mastery.Attempt;
import gradus.studio.doctor.DoctorFinding.State;
import gradus.studio.fixture.TestCourses;
import gradus.studio.fixture.TestHealth;
import gradus.studio.journal.SqliteJournal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The doctor's findings.
class DoctorTest {

    @TempDir
    Path home;

    @Test
    void theEntriesOfTheJournalAreCountedAndStay() {
        try (SqliteJournal journal = SqliteJournal.open(home.resolve("journal.db"))) {
            journal.append(new Attempt.Began("counting", Instant.EPOCH));
        }
        assertThat(finding("Journal").text()).endsWith("journal.db, 1 entry");
        assertThat(finding("Journal").text()).endsWith("journal.db, 1 entry");
    }

    @Test
    void damagedEntriesOfTheJournalAreNamed() throws Exception {
        Path file = home.resolve("journal.db");
        try (SqliteJournal journal = SqliteJournal.open(file)) {
            journal.append(new Attempt.Began("counting", Instant.EPOCH));
            for (int i = 0; i < 2; i++) {
                try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                        var statement = connection.createStatement()) {
                    statement.executeUpdate("insert into attempt (lesson, at, body) values ('x', 'y', '{\"type')");
                }
                assertThat(finding("Journal"))
                        .isEqualTo(new DoctorFinding(
                                "Journal",
                                State.NOTE,
                                file + ", 1 entry, and "
                                        + (i == 0
                                                ? "1 that is damaged and skipped (entry 2)"
                                                : "2 that are damaged and skipped (entries 2, 3)"),
                                "What they recorded doesn't count. Everything else is used; restore a backup if you"
                                        + " have one."));
            }
        }
    }

    @Test
    void aCourseThatCannotBeReadIsBroken() {
        var doctor = new Doctor(
                home,
                home,
                () -> {
                    throw new IllegalStateException("course.yaml is gone");
                },
                () -> TestHealth.of(SandboxTier.T1),
                true);
        assertThat(doctor.examine().findings())
                .contains(new DoctorFinding(
                        "Course",
                        State.BROKEN,
                        "it cannot be read: course.yaml is gone",
                        "`gradus author check` names each fault with its line."));
    }

    @Test
    void theCacheIsMeasured() throws Exception {
        Path cache = Files.createDirectories(home.resolve("cache/deep"));
        Files.write(cache.resolve("kept"), new byte[3 << 20]);
        assertThat(finding("Cache").text()).startsWith("3 MB in " + home.resolve("cache"));
    }

    @ParameterizedTest
    @CsvSource({"10, BROKEN", "500, NOTE", "5000, OK"})
    void aNearlyFullDiskIsReported(long megabytes, State state) {
        assertThat(StorageChecks.disk(home, megabytes << 20).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"1, 1 KB", "2000, 2 KB", "3145728, 3 MB", "1610612736, 1.5 GB"})
    void sizesAreShownInReadableUnits(long bytes, String size) {
        assertThat(StorageChecks.size(bytes)).isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource({
        "true, 'Linux 5.13 or newer (x86-64 or aarch64), with Landlock and seccomp, blocks more.'",
        "false, The sandbox blocks more on Linux."
    })
    void theRemedyForAWeakSandboxDependsOnTheSystem(boolean linux, String remedy) {
        assertThat(Doctor.confinement(TestHealth.of(SandboxTier.T0), linux).remedy())
                .isEqualTo(remedy);
    }

    @Test
    void anUnblockedAttackOfTheLowestTierIsNamed() {
        assertThat(Doctor.confinement(TestHealth.of(SandboxTier.NONE), true).text())
                .isEqualTo("no tier reached (a submission could use JDK internals)");
    }

    private DoctorFinding finding(String what) {
        var doctor =
                new Doctor(home, home.resolve("cache"), TestCourses::small, () -> TestHealth.of(SandboxTier.T1), true);
        return doctor.examine().findings().stream()
                .filter(it -> it.subject().equals(what))
                .findFirst()
                .orElseThrow();
    }
}
