package gradus.checks.random_reproducibility;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.assertions.Purity.seeded;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.numbers.Rng;
import gradus.proctor.assertions.Clause;
import gradus.proctor.property.Gen;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The hidden checks of what can be repeated.
class RngSeedChecks {

    private static final double[] EQUAL_WEIGHTS = equalWeights();

    /// Each kind of draw, as one number.
    private static final Map<String, ToDoubleFunction<Rng>> DRAWS = new TreeMap<>(Map.of(
            "nextInt(1000000)", rng -> rng.nextInt(1_000_000),
            "permutation(9)", rng -> RngOrderChecks.rank(rng.permutation(9)),
            "sample(9, 9)", rng -> RngOrderChecks.rank(rng.sample(9, 9)),
            "shuffle of 0 to 8",
                    rng -> RngOrderChecks.rank(RngOrderChecks.shuffled(rng, new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8})),
            "choice of 300 equal weights", rng -> rng.choice(EQUAL_WEIGHTS),
            "gaussian()", Rng::gaussian));

    @Test
    @DisplayName("the same seed gives the same numbers in every method, another seed others")
    @Clause("seeded")
    void everyMethodIsSeeded() {
        DRAWS.forEach((name, draw) -> seeded(
                seed -> "five times " + name + " of a generator with seed " + seed,
                seed -> drawn(Rng.of(seed), draw, 5)));
    }

    @Test
    @DisplayName("what another generator draws meanwhile changes nothing")
    @Clause({"seeded", "independent"})
    void generatorsDontDisturbEachOther() {
        forAll(Gen.ints(0, 1000))
                .cases(10)
                .check(seed -> DRAWS.forEach((name, draw) -> {
                    double[] expected = drawn(Rng.of(seed), draw, 5);
                    var rng = Rng.of(seed);
                    var other = Rng.of(seed + 1);
                    double[] got = new double[5];
                    for (int i = 0; i < 5; i++) {
                        got[i] = draw.applyAsDouble(rng);
                        draw.applyAsDouble(other);
                    }
                    calling(
                                    () -> "five times " + name + " with seed " + seed
                                            + ", and draws of another generator in between",
                                    () -> got)
                            .gives(expected, "each generator has a stream of its own");
                }));
    }

    @Test
    @DisplayName("a generator restored from its state goes on with the same numbers")
    @Clause({"state", "seeded"})
    void stateResumes() {
        forAll(Gen.pairs(Gen.ints(0, 4), Gen.ints(0, 1000)))
                .cases(15)
                .check(pair -> DRAWS.forEach((name, draw) -> {
                    var rng = Rng.of(pair.second());
                    drawn(rng, draw, pair.first());
                    var state = rng.state();
                    double[] expected = drawn(rng, draw, 4);
                    calling(
                                    () -> "four times " + name + " of Rng.from(rng.state()), where rng has seed "
                                            + pair.second() + " and has drawn " + pair.first() + " of them",
                                    () -> drawn(Rng.from(state), draw, 4))
                            .gives(expected, "the state is all that a generator needs to go on");
                }));
    }

    @Test
    @DisplayName("what a split generator draws doesn't disturb its parent")
    @Clause("seeded")
    void splitDoesNotDisturb() {
        forAll(Gen.pairs(Gen.ints(0, 5), Gen.ints(0, 1000)))
                .cases(10)
                .check(pair -> DRAWS.forEach((name, draw) -> {
                    var still = Rng.of(pair.second());
                    still.split();
                    double[] expected = drawn(still, draw, 4);
                    var rng = Rng.of(pair.second());
                    var child = rng.split();
                    drawn(child, draw, pair.first());
                    calling(
                                    () -> "four times " + name + " of a generator with seed " + pair.second()
                                            + ", after its split has drawn " + pair.first() + " of them",
                                    () -> drawn(rng, draw, 4))
                            .gives(expected, "a split generator has a stream of its own");
                }));
    }

    private static double[] drawn(Rng rng, ToDoubleFunction<Rng> draw, int times) {
        double[] numbers = new double[times];
        for (int i = 0; i < times; i++) {
            numbers[i] = draw.applyAsDouble(rng);
        }
        return numbers;
    }

    private static double[] equalWeights() {
        double[] weights = new double[300];
        Arrays.fill(weights, 0.1);
        return weights;
    }
}
