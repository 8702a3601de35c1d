package gradus.lab.tests.testing_ml_code;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.assertions.Expect.that;
import static gradus.proctor.assertions.Expect.unchanged;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.numbers.Numerics;
import gradus.ml.numbers.Rng;
import gradus.ml.numbers.SampleStatistics;
import gradus.ml.numbers.Softmax;
import gradus.proctor.format.JavaLiterals;
import gradus.proctor.property.Gen;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartsTests {

    private static final Gen<double[]> VALUES = Gen.arrays(Gen.doubles(-10, 10), 1, 8);
    private static final Gen<double[]> SCORES = Gen.arrays(Gen.doubles(-2000, 2000), 1, 6);

    @Test
    void workedExamples() {
        calling("median({9, 1, 4, 6})", () -> SampleStatistics.median(new double[] {9, 1, 4, 6}))
                .gives(5.0, "the mean of 4 and 6");
        calling("Softmax.of({0, ln 3})", () -> Softmax.of(new double[] {0, Math.log(3)}))
                .gives(new double[] {0.25, 0.75}, "1 and 3, divided by 4");
        calling("Softmax.of({5})", () -> Softmax.of(new double[] {5})).gives(new double[] {1}, "the only one");
    }

    @Test
    void theMedianIsTheMiddleOfTheSortedValues() {
        forAll(VALUES).check(x -> {
            double[] sorted = x.clone();
            Arrays.sort(sorted);
            double middle = sorted[x.length / 2] / 2 + sorted[(x.length - 1) / 2] / 2;
            double[] before = x.clone();
            calling("median(" + JavaLiterals.of(before) + ")", () -> SampleStatistics.median(x))
                    .gives(middle, "the middle of the sorted values");
            unchanged("x after median(x)", before, x);
        });
    }

    @Test
    void probabilitiesSumToOneAndOnlyDifferencesCount() {
        forAll(SCORES).check(z -> {
            double[] p = Softmax.of(z.clone());
            that(
                    Numerics.close(Numerics.sum(p), 1, 0, 1e-10),
                    "the sum of Softmax.of(" + JavaLiterals.of(z) + ")",
                    "1",
                    Numerics.sum(p),
                    "they are probabilities");
            for (int i = 1; i < z.length; i++) {
                double want = p[0] * Math.exp(z[i] - z[0]);
                that(
                        z[i] > z[0] || Numerics.close(p[i], want, 0, 1e-10),
                        "probability " + i + " of Softmax.of(" + JavaLiterals.of(z) + ")",
                        "probability 0 times exp(z[" + i + "] - z[0]), " + want,
                        p[i],
                        "the denominator is the same");
            }
        });
    }

    @Test
    void everyOrderIsEquallyLikely() {
        var counts = new HashMap<String, Integer>();
        var rng = Rng.of(1);
        for (int draw = 0; draw < 24_000; draw++) {
            int[] items = {10, 20, 30, 40};
            rng.shuffle(items);
            counts.merge(Arrays.toString(items), 1, Integer::sum);
        }
        that(counts.size() == 24, "the number of orders of four items", "24", counts.size(), "4 · 3 · 2");
        for (Map.Entry<String, Integer> order : counts.entrySet()) {
            that(
                    Math.abs(order.getValue() - 1000) <= 155,
                    "how often " + order.getKey() + " came up in 24,000 shuffles",
                    "about 1,000, give or take five standard deviations of 31",
                    order.getValue(),
                    "every order is equally likely");
        }
    }

    @Test
    void aSeedRepeatsItsOrders() {
        int[] once = {5, 5, 1, 2, 3, 4};
        int[] again = once.clone();
        Rng.of(3).shuffle(once);
        Rng.of(3).shuffle(again);
        that(Arrays.equals(once, again), "two shuffles with seed 3", "the same order", again, "the seed decides");
        Arrays.sort(once);
        that(
                Arrays.equals(once, new int[] {1, 2, 3, 4, 5, 5}),
                "the shuffled numbers, sorted",
                "1, 2, 3, 4, 5, 5",
                once,
                "a shuffle loses nothing");
    }
}
