package gradus.course.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.course.Arena;
import gradus.course.answer.ProbeLog.Prediction;
import gradus.course.answer.ProbeLog.Probe;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProbeLogTest {

    private static Probe probe(String contender, int fold, Double... scores) {
        return new Probe(contender, fold, 5, 7, List.of(scores));
    }

    private static ProbeLog log(Probe... probes) {
        return new ProbeLog(Optional.of(new Prediction(List.of("a", "b"), "units")), List.of(probes));
    }

    @Test
    void aLogIsReadAsItWasWritten() {
        ProbeLog log = log(probe("a", 0, 1.0, 0.0), probe("b", 2, -0.125));

        assertThat(ProbeLog.parse(log.text())).isEqualTo(log);
        assertThat(ProbeLog.parse("")).isEqualTo(ProbeLog.EMPTY);
    }

    @Test
    void aLineThatWasWrittenInPartCountsForNothing() {
        ProbeLog log = log(probe("a", 0, 1.0));

        assertThat(ProbeLog.parse(log.text() + "probe b 1 5")).isEqualTo(log);
        assertThat(ProbeLog.parse(log.text() + "probe b x 5 7 1.0")).isEqualTo(log);
    }

    @Test
    void theNextFoldIsTheFirstOnWhichAContenderHasNotBeenProbed() {
        ProbeLog log = log(probe("a", 0, 1.0), probe("a", 1, 1.0));

        assertThat(log.nextFold("a", new Arena.Budget(9, 3))).contains(2);
        assertThat(log.nextFold("b", new Arena.Budget(9, 3))).contains(0);
        assertThat(log.nextFold("a", new Arena.Budget(9, 2))).isEmpty();
    }

    @Test
    void aMarginComparesTheSameExamplesOnly() {
        ProbeLog log = log(probe("a", 0, 1.0, 1.0), probe("a", 1, 0.0), probe("b", 0, 1.0, 0.0), probe("b", 2, 1.0));

        assertThat(log.margin("a", "b")).hasValueSatisfying(it -> {
            assertThat(it.mean()).isEqualTo(0.5);
            assertThat(it.examples()).isEqualTo(2);
        });
        assertThat(log.margin("a", "c")).isEmpty();
    }

    @Test
    void anIntervalHoldsTheMeanAndShrinksWithTheNumberOfExamples() {
        Estimate few = Estimate.of(alternating(20));
        Estimate many = Estimate.of(alternating(2_000));

        assertThat(few.mean()).isBetween(few.low(), few.high()).isEqualTo(0.5);
        // The normal approximation: 1.96 standard errors on both sides.
        assertThat(many.high() - many.low()).isCloseTo(2 * 1.96 * 0.5 / Math.sqrt(2_000), within(0.004));
        assertThat(few.high() - few.low()).isGreaterThan(5 * (many.high() - many.low()));
        assertThat(Estimate.of(new double[] {0.7})).isEqualTo(new Estimate(0.7, 0.7, 0.7, 1));
    }

    private static double[] alternating(int examples) {
        return IntStream.range(0, examples).mapToDouble(i -> i % 2).toArray();
    }

    @Test
    void thePValueIsThatOfTheSignTestIfAllDifferencesAreAsLarge() {
        List<Double> ones = Collections.nCopies(5, 1.0);
        List<Double> zeros = Collections.nCopies(5, 0.0);

        // All five signs are the same in 2 of 32 permutations.
        assertThat(Margin.between(ones, zeros).pValue()).isCloseTo(2.0 / 32, within(0.008));
        assertThat(Margin.between(zeros, ones).mean()).isEqualTo(-1);
        assertThat(Margin.between(ones, ones)).isEqualTo(new Margin(0, 1, 5));
        assertThat(Margin.between(Collections.nCopies(20, 1.0), Collections.nCopies(20, 0.0))
                        .isSignificant())
                .isTrue();
    }
}
