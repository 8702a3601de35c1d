package gradus.checks.random_reproducibility;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.assertions.Purity.seeded;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.numbers.Rng;
import gradus.proctor.assertions.Clause;
import gradus.proctor.property.Gen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The hidden checks of what can be repeated.
class RngSeedChecks {

    private static final double[] EQUAL_WEIGHTS = equalWeights();

    /// Each kind of draw: a number, or the numbers in their order.
    private static final Map<String, Function<Rng, Object>> DRAWS = new TreeMap<>(Map.of(
            "nextInt(1000000)", rng -> rng.nextInt(1_000_000),
            "permutation(9)", rng -> rng.permutation(9),
            "sample(9, 9)", rng -> rng.sample(9, 9),
            "shuffle of 0 to 8", rng -> RngOrderChecks.shuffled(rng, new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8}),
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
                    List<Object> expected = drawn(Rng.of(seed), draw, 5);
                    var rng = Rng.of(seed);
                    var other = Rng.of(seed + 1);
                    List<Object> got = new ArrayList<>();
                    for (int i = 0; i < 5; i++) {
                        got.add(draw.apply(rng));
                        draw.apply(other);
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
                    List<Object> expected = drawn(rng, draw, 4);
                    String where = name + " of Rng.from(rng.state()), where rng has seed " + pair.second()
                            + " and has drawn " + pair.first() + " of them";
                    List<Object> got = calling("four times " + where, () -> drawn(Rng.from(state), draw, 4))
                            .result();
                    for (int i = 0; i < 4; i++) {
                        int number = i;
                        calling(() -> "result " + (number + 1) + " of four times " + where, () -> got.get(number))
                                .gives(expected.get(number), "the state is all that a generator needs to go on");
                    }
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
                    List<Object> expected = drawn(still, draw, 4);
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

    private static List<Object> drawn(Rng rng, Function<Rng, Object> draw, int times) {
        List<Object> numbers = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            numbers.add(draw.apply(rng));
        }
        return numbers;
    }

    private static double[] equalWeights() {
        double[] weights = new double[300];
        Arrays.fill(weights, 0.1);
        return weights;
    }
}
