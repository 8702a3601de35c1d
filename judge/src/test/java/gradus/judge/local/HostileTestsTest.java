package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gradus.judge.LearnerParts;
import gradus.judge.ProgressEvent;
import gradus.judge.Verdict;
import gradus.judge.sandbox.Spawner;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every file in `hostile-tests` is a hostile test class, handed in to a lab of tests; its first lines give
/// the expected result. They do what only tests can do; what any submission can do is in `hostile`.
class HostileTestsTest extends WithToyJudge {

    static Stream<HostileSubmission> attacks() {
        return HostileSubmission.all("hostile-tests").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void noAttackSucceedsNorBlamesTheLab(HostileSubmission attack) {
        var spawner = Spawner.confined(List.of(), List.of());
        spawner.ifPresent(Spawner::close);
        assumeTrue(spawner.isPresent(), "this kernel has no Landlock, or this processor is not known to the filter");
        var printed = new StringBuffer();

        try (Canaries canaries = Canaries.set()) {
            Verdict verdict = judge.judge(
                    ToyTesting.lab(),
                    ToyTesting.submission(attack.source(canaries.targets())),
                    LearnerParts.NONE,
                    event -> {
                        if (event instanceof ProgressEvent.Printed(String text)) {
                            printed.append(text);
                        }
                    });

            assertThat(attack.header("verdict"))
                    .as(verdict.toString())
                    .contains(verdict.getClass().getSimpleName());
            attack.header("says")
                    .forEach(words -> assertThat(verdict.toString()).contains(words));
            assertThat(verdict.toString()).doesNotContain("lab is at fault, not");
            assertThat(printed).doesNotContain(HostileSubmission.THROUGH);
            assertThat(canaries.harm()).isEmpty();
        }
    }

    @Test
    void thePageHasARowForEachTestClass() throws Exception {
        assertThat(HostileTableTest.rows("| test class | what it tries | verdict | what stops it |"))
                .containsExactlyElementsOf(attacks().map(HostileTableTest::row).toList());
    }
}
