package gradus.studio.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Lab;
import gradus.course.Milestone;
import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Metric;
import gradus.judge.Verdict.Outcome;
import gradus.studio.run.Run;
import gradus.studio.run.RunCard;
import gradus.studio.run.RunRequest;
import gradus.studio.run.RunState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// What is derived from the cards of a milestone's runs.
class RecordsTest {

    private static final Instant THEN = Instant.parse("2026-11-29T12:00:00Z");

    private static final Milestone LAB = new Milestone(
            "ceres",
            new Milestone.Origin("1801", "Gauss", "", "It was lost."),
            "",
            List.of(),
            Lab.Limits.DEFAULT,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Path.of("lab.md"));

    private static Run run(String id, RunState state, double value) {
        var own = new CheckResult(
                "CeresChecks#found",
                "it is found",
                false,
                new Outcome.Passed(Duration.ZERO),
                List.of(new Metric("miss", value, Optional.empty())));
        var library = new CheckResult(
                Milestone.LIBRARY,
                "the library",
                true,
                new Outcome.Passed(Duration.ZERO),
                List.of(new Metric("miss", 0, Optional.empty())));
        var verdict = new Verdict.Passed(
                List.of(own, library),
                new Verdict.Integration.NoOtherParts(),
                List.of(),
                new Verdict.ResourceUsage(Duration.ZERO, Duration.ZERO, Duration.ZERO, 0, 0, OptionalInt.empty()),
                "");
        return new Run(
                new RunRequest(id, "ceres", "Ceres", THEN, Map.of("Qr.java#solve", "class Qr {}")),
                state,
                Optional.of(new RunCard(
                        id, state, THEN, THEN, Optional.of(verdict), List.of(7L), Map.of("a/b", "c"), "25", 256, 1)));
    }

    private static List<String> order(boolean higher, Run... newestFirst) {
        return BestRuns.of(LAB, new Milestone.Best("miss", higher), List.of(newestFirst)).entries().stream()
                .map(BestRuns.Entry::run)
                .toList();
    }

    @Test
    void theRecordIsTheLearnersBestValueInTheDirectionThatTheMilestoneSays() {
        Run worse = run("1", RunState.PASSED, 0.9);
        Run better = run("2", RunState.PASSED, 0.4);

        assertThat(order(false, better, worse)).containsExactly("2", "1");
        assertThat(order(true, better, worse)).containsExactly("1", "2");
    }

    @Test
    void ofEqualValuesTheOlderRunKeepsTheRecord() {
        assertThat(order(false, run("2", RunState.PASSED, 0.4), run("1", RunState.PASSED, 0.4)))
                .containsExactly("1", "2");
        assertThat(order(true, run("2", RunState.PASSED, 0.4), run("1", RunState.PASSED, 0.4)))
                .containsExactly("1", "2");
    }

    @Test
    void runsThatHaveNotPassedOrMeasuredNothingKeepNoRecord() {
        assertThat(order(false, run("2", RunState.NOT_YET, 0.1), run("1", RunState.PASSED, Double.NaN)))
                .isEmpty();
        assertThat(BestRuns.of(LAB, new Milestone.Best("hit", true), List.of(run("1", RunState.PASSED, 1)))
                        .entries())
                .isEmpty();
    }

    @Test
    void theCertificateOfAPassedRunHasTheLearnersMetricsOnly() {
        Certificate certificate =
                Certificate.of(LAB, run("1", RunState.PASSED, 0.4)).orElseThrow();

        assertThat(certificate.metrics()).extracting(Metric::value).containsExactly(0.4);
        assertThat(certificate.opening()).isEqualTo("It was lost.");
        assertThat(Certificate.of(LAB, run("1", RunState.NOT_YET, 0.4))).isEmpty();
    }

    @Test
    void theConfigurationIsTheSameForTheSameSourcesDataAndSeeds() {
        RunCard card = run("1", RunState.PASSED, 0.4).card().orElseThrow();
        RunCard later = run("2", RunState.PASSED, 0.5).card().orElseThrow();
        String one = Certificate.configuration(Map.of("a", "x", "b", "y"), card);

        assertThat(one).isEqualTo(Certificate.configuration(Map.of("b", "y", "a", "x"), later));
        assertThat(one).isNotEqualTo(Certificate.configuration(Map.of("a", "y", "b", "x"), card));
    }
}
