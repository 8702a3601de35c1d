package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `gradus doctor` over the real course and the real judge.
class RealDoctorTest {

    @TempDir
    Path home;

    @Test
    void thisMachineWorksAndItsAttacksAreReported() {
        var terminal = new RealTerminal(home);
        assertThat(terminal.type("doctor --json")).as(terminal.out).isZero();
        Map<?, ?> health = (Map<?, ?>) terminal.object().get("health");
        assertThat(health.get("tier")).isIn("T0", "T1", "T2");
        assertThat((List<?>) health.get("attacks"))
                .hasSizeGreaterThan(10)
                .allSatisfy(it -> assertThat(((Map<?, ?>) it).get("result")).isIn("BLOCKED", "SUCCEEDED", "NOT_TRIED"));
        assertThat(terminal.type("doctor")).isZero();
        assertThat(terminal.words()).contains("✓ Course: ").contains("Everything works.");
    }
}
