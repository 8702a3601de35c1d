package gradus.checks.training;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.assertions.Expect.that;
import static gradus.proctor.assertions.Expect.unchanged;
import static gradus.proctor.property.MetamorphicRelations.relations;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.training.Numbers;
import gradus.proctor.assertions.Metric;
import gradus.proctor.assertions.Purity;
import gradus.proctor.assertions.SampleAssertions;
import gradus.proctor.data.CsvTable;
import gradus.proctor.exact.ExactSum;
import gradus.proctor.format.JavaLiterals;
import gradus.proctor.probes.Argument;
import gradus.proctor.probes.MemberProbes;
import gradus.proctor.probes.Probe;
import gradus.proctor.property.Gen;
import gradus.proctor.property.Linearity;
import gradus.proctor.report.Report;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Checks like those of labs, half of which fail. A worker runs them to record the classes that it loads.
class TrainingChecks {

    private static final Gen<double[]> ARRAYS = Gen.arrays(Gen.doubles(-8, 8), 1, 20);

    @Test
    void values() {
        calling("Numbers.sum({1, 2})", () -> Numbers.sum(new double[] {1, 2})).gives(3.0, "1 + 2");
        calling(() -> "Numbers.dot(x, x)", () -> Numbers.dot(new double[] {3}, new double[] {3}))
                .within(0, 1e-9)
                .gives(9.0, "3 · 3");
        calling("Numbers.sorted(x)", () -> Numbers.sorted(new double[] {3, 1}))
                .gives(new double[] {1, 3}, "the smaller one first");
        calling("Numbers.mostFrequent(words)", () -> Numbers.mostFrequent(List.of("a", "b", "a")))
                .gives("a", "it's there twice");
        calling("Numbers.split(x)", () -> Numbers.split(List.of(-1.0, 2.0)).get(true))
                .satisfies(below -> below.size() == 1, "one number", "only −1 is below 0");
        that(Numbers.statistics(new double[] {1, 3}).getAverage() == 2, "the mean", "2", 2.0, "(1 + 3) / 2");
        unchanged("x", new double[] {1}, new double[] {1});
    }

    @Test
    void exceptions() {
        calling("Numbers.largest({})", () -> Numbers.largest(new double[0]))
                .fails(IllegalArgumentException.class, "there's nothing to compare");
        calling("Numbers.dot({1}, {})", () -> Numbers.dot(new double[] {1}, new double[0]))
                .failsSaying(IllegalArgumentException.class, "expected two arrays of one length, got 1 and 0", "why");
    }

    @Test
    void properties() {
        forAll(ARRAYS).check(x -> calling(() -> JavaLiterals.of(x), () -> Numbers.sum(x))
                .within(1e-12, 1e-12)
                .gives(ExactSum.of(x), "the exact sum"));
        forAll(Gen.sizes(1, 9).flatMap(n -> Gen.pairs(Gen.array(Gen.anyDoubles(), n), Gen.permutations(n))))
                .cases(20)
                .check(pair -> calling("Numbers.sorted(x)", () -> Numbers.sorted(pair.first()))
                        .allowingNan()
                        .result());
        forAll(Gen.anyOf(Gen.constant(1), Gen.oneOf(2, 3), Gen.ints(4, 9)).filter(n -> n != 5))
                .check(n -> that(n > 0, () -> "n", "a positive number", n, "it was drawn so"));
        relations(ARRAYS, x -> "Numbers.sum(" + JavaLiterals.of(x) + ")", Numbers::sum)
                .within(1e-9, 1e-9)
                .invariantToAny(
                        "the numbers in another order",
                        x -> Gen.permutations(x.length)
                                .map(order -> Arrays.stream(order).mapToDouble(i -> x[i]).toArray()),
                        "it's the same sum");
        Linearity.isLinear("scaled", 3, x -> Numbers.scaled(x, 2), "2 is a factor");
    }

    @Test
    void probes() {
        MemberProbes.of("Numbers.sum(x)", Argument.array(), Numbers::sum, ExactSum::of)
                .within(1e-9, 1e-9)
                .without(Probe.NAN, "not here")
                .hold("the exact sum");
        MemberProbes.of("Numbers.scaled(x, 2)", Argument.array(), x -> Numbers.scaled(x, 2), x -> Numbers.scaled(x, 2))
                .hold("every number is doubled");
        MemberProbes.of("Numbers.transposed(x)", Argument.rows(3), Numbers::transposed, Numbers::transposed)
                .upTo(9)
                .hold("rows become columns");
        Purity.seeded(seed -> "Numbers.draws(9, " + seed + ")", seed -> Numbers.draws(9, seed));
        Purity.repeatable("Numbers.sorted(x)", () -> Numbers.sorted(new double[] {3, 1}));
    }

    @Test
    void samples() {
        double[] sample = Numbers.gaussians(1000, 1);
        SampleAssertions.hasMean("the draws", sample, 0, 1, "the mean is 0");
        SampleAssertions.hasVariance("the draws", sample, 1, "the variance is 1");
        SampleAssertions.hasProportion("draws above 0", 500, 1000, 0.5, "half of them");
    }

    @Test
    void measures() {
        System.out.println("half of 3 is " + 3 / 2.0);
        System.out.printf("%.2f%n", 1.5);
        Report.progress(1, 2);
        Report.point("loss", 1, 0.5);
        Metric.of("share of right answers", () -> 0.9).atLeast(0.8, "a guess has 0.5");
    }

    @Test
    void data() {
        try {
            double[][] flowers = CsvTable.read("iris").numericColumns("petal_length");
            that(flowers.length > 0, "the flowers", "at least one", flowers.length, "each has a row");
        } catch (IllegalArgumentException e) {
            that(true, "the flowers", "none", 0, "the course has no such data");
        }
    }

    @Test
    void wrongNumber() {
        calling("Numbers.sum({1, 2})", () -> Numbers.sum(new double[] {1, 2})).gives(4.0, "a mistake");
    }

    @Test
    void wrongArray() {
        calling("Numbers.scaled({1, 2, 3}, 2)", () -> Numbers.scaled(new double[] {1, 2, 3}, 2))
                .gives(new double[] {1, 2, 3}, "a mistake");
    }

    @Test
    void wrongMatrix() {
        calling("Numbers.transposed(x)", () -> Numbers.transposed(new double[][] {{1, 2}, {3, 4}}))
                .gives(new double[][] {{1, 2}, {3, 4}}, "a mistake");
    }

    @Test
    void wrongText() {
        calling("Numbers.mostFrequent(words)", () -> Numbers.mostFrequent(List.of("a", "b", "a")))
                .gives("b", "a mistake");
    }

    @Test
    void wrongException() {
        calling("Numbers.largest({1})", () -> Numbers.largest(new double[] {1}))
                .fails(IllegalArgumentException.class, "a mistake");
    }

    @Test
    void unexpectedException() {
        calling("Numbers.largestOrBeyond({1})", () -> Numbers.largestOrBeyond(new double[] {1}))
                .gives(1.0, "the only number");
    }

    @Test
    void endlessRecursion() {
        calling("Numbers.deep(0)", () -> Numbers.deep(0)).gives(1, "a mistake");
    }

    @Test
    void unfinished() {
        calling("Numbers.unfinished({1})", () -> Numbers.unfinished(new double[] {1})).gives(1.0, "not written yet");
    }

    @Test
    void changedArgument() {
        MemberProbes.of(
                        "Numbers.scaledInPlace(x, 2)",
                        Argument.array(),
                        x -> Numbers.scaledInPlace(x, 2),
                        x -> Numbers.scaled(x, 2))
                .hold("every number is doubled");
    }

    @Test
    void wrongProbe() {
        MemberProbes.of("Numbers.sum(x)", Argument.array(), Numbers::sumOfSquares, ExactSum::of)
                .within(1e-9, 1e-9)
                .hold("a mistake");
    }

    @Test
    void wrongProperty() {
        forAll(ARRAYS).check(x -> calling(() -> JavaLiterals.of(x), () -> Numbers.sumOfSquares(x))
                .within(1e-12, 1e-12)
                .gives(ExactSum.of(x), "a mistake"));
    }

    @Test
    void wrongRelation() {
        relations(ARRAYS, x -> "Numbers.sumOfSquares(" + JavaLiterals.of(x) + ")", Numbers::sumOfSquares)
                .within(1e-9, 1e-9)
                .invariant("every number doubled", x -> Numbers.scaled(x, 2), "a mistake");
    }

    @Test
    void wrongMetric() {
        Metric.of("share of right answers", () -> 0.4).atLeast(0.8, "a mistake");
    }
}
