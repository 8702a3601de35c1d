package gradus.checks.chain_rule_dual;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.assertions.GradientAssertion.gradient;
import static gradus.proctor.format.JavaLiterals.elements;
import static gradus.proctor.property.MetamorphicRelations.relations;

import gradus.ml.calculus.Dual;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import gradus.proctor.assertions.Expect;
import gradus.proctor.property.Gen;
import gradus.proctor.property.Property;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Several inputs: gradients that are known, directions, sizes, and the number of runs.
class DualGradientChecks {

    @Test
    @DisplayName("the gradient of Rosenbrock's valley is that of its formula, to twelve digits")
    @Clause({"gradient", "accuracy"})
    void rosenbrock() {
        Property.forAll(Gen.array(Gen.doubles(-3, 3), 2)).cases(60).check(at -> {
            double x = at[0];
            double y = at[1];
            double across = Math.abs(y) + x * x;
            double terms = 400 * Math.abs(x) * across + 200 * across + 2 + 2 * Math.abs(x);
            calling(
                            () -> "Dual.gradient(100·(y − x²)² + (1 − x)², Vector.of(" + x + ", " + y + "))",
                            () -> Dual.gradient(DualGradientChecks::valley, Vector.of(at))
                                    .toArray())
                    .within(0, 1e-12 * terms)
                    .gives(
                            new double[] {-400 * x * (y - x * x) - 2 * (1 - x), 200 * (y - x * x)},
                            "only rounding errors are left: there's no step");
        });
    }

    @Test
    @DisplayName("the gradient of a function of three inputs agrees with central differences")
    @Clause({"gradient", "functions"})
    void agreesWithDifferences() {
        Function<Dual[], Dual> f = v -> v[0].times(v[1])
                .sin()
                .plus(v[2].dividedBy(v[0].times(v[0]).plus(1)).exp());
        for (double[] at : new double[][] {{0.5, -1, 2}, {1, 2, -0.5}, {-1.5, 0.25, 1}}) {
            gradient(
                            "Dual.gradient(sin(x·y) + exp(z / (1 + x²)), Vector.of(" + elements(at) + "))",
                            x -> Math.sin(x[0] * x[1]) + Math.exp(x[2] / (1 + x[0] * x[0])),
                            x -> Dual.gradient(f, Vector.of(x)).toArray())
                    .agreesAt(at, "one run for each input");
        }
    }

    @Test
    @DisplayName("where a wave is too quick for any step, the derivative is still right")
    @Clause({"gradient", "direction", "accuracy"})
    void quickWaves() {
        calling(
                        "Dual.gradient(v -> v[0].times(1e9).sin(), Vector.of(0, 1))",
                        () -> Dual.gradient(v -> v[0].times(1e9).sin(), Vector.of(0, 1))
                                .toArray())
                .within(1e-12, 0)
                .gives(new double[] {1e9, 0}, "cos 0 · 1e9, and the second input isn't used");
        calling(
                        "Dual.directionalDerivative(v -> v[0].times(1e9).sin(), Vector.of(0), Vector.of(-2))",
                        () -> Dual.directionalDerivative(v -> v[0].times(1e9).sin(), Vector.of(0), Vector.of(-2)))
                .within(1e-12, 0)
                .gives(-2e9, "cos 0 · 1e9 · (−2)");
    }

    @Test
    @DisplayName("twice the direction gives twice the derivative, and no direction gives 0")
    @Clause("direction")
    void directionsAreLinear() {
        relations(
                        Gen.array(Gen.doubles(-4, 4), 2),
                        direction -> "Dual.directionalDerivative(Rosenbrock's valley, Vector.of(2, 1), Vector.of("
                                + elements(direction) + "))",
                        direction -> Dual.directionalDerivative(
                                DualGradientChecks::valley, Vector.of(2, 1), Vector.of(direction)))
                .equivariant(
                        "twice the direction",
                        direction -> new double[] {2 * direction[0], 2 * direction[1]},
                        slope -> 2 * slope,
                        "the inputs change twice as quickly")
                .equivariant(
                        "the opposite direction",
                        direction -> new double[] {-direction[0], -direction[1]},
                        slope -> -slope,
                        "what rises one way falls the other way");
        calling(
                        "Dual.directionalDerivative(Rosenbrock's valley, Vector.of(2, 1), Vector.of(0, 0))",
                        () -> Dual.directionalDerivative(DualGradientChecks::valley, Vector.of(2, 1), Vector.of(0, 0)))
                .gives(0.0, "no input changes");
    }

    @Test
    @DisplayName("the derivative along a direction is the gradient's dot product with it")
    @Clause({"direction", "gradient"})
    void directionAndGradient() {
        Property.forAll(Gen.array(Gen.doubles(-2, 2), 4)).cases(60).check(given -> {
            Vector at = Vector.of(given[0], given[1]);
            double[] slopes = calling(
                            () -> "Dual.gradient(Rosenbrock's valley, Vector.of(" + given[0] + ", " + given[1] + "))",
                            () -> Dual.gradient(DualGradientChecks::valley, at).toArray())
                    .result();
            double expected = slopes[0] * given[2] + slopes[1] * given[3];
            calling(
                            () -> "Dual.directionalDerivative(Rosenbrock's valley, Vector.of(" + given[0] + ", "
                                    + given[1] + "), Vector.of(" + given[2] + ", " + given[3] + "))",
                            () -> Dual.directionalDerivative(
                                    DualGradientChecks::valley, at, Vector.of(given[2], given[3])))
                    .within(1e-10, 1e-9)
                    .gives(expected, "your gradient there is " + Arrays.toString(slopes));
        });
    }

    @Test
    @DisplayName("directionalDerivative throws if the sizes differ, whichever is longer")
    @Clause("sizes-differ")
    void sizesDiffer() {
        String why = "every input needs a derivative, and every derivative an input";
        calling(
                        "Dual.directionalDerivative(v -> v[0], Vector.of(1, 2, 3), Vector.of(1, 0, 0, 5))",
                        () -> Dual.directionalDerivative(v -> v[0], Vector.of(1, 2, 3), Vector.of(1, 0, 0, 5)))
                .fails(IllegalArgumentException.class, why);
        calling(
                        "Dual.directionalDerivative(v -> v[0], Vector.of(1, 2, 3), Vector.of(1, 0))",
                        () -> Dual.directionalDerivative(v -> v[0], Vector.of(1, 2, 3), Vector.of(1, 0)))
                .fails(IllegalArgumentException.class, why);
    }

    @Test
    @DisplayName("directionalDerivative runs f once, gradient at most once for each input, always at x")
    @Clause("runs")
    void runs() {
        Vector at = Vector.of(2, -1, 0.5);
        List<double[]> seen = new ArrayList<>();
        Function<Dual[], Dual> f = v -> {
            seen.add(Arrays.stream(v).mapToDouble(Dual::value).toArray());
            return v[0].times(v[1]).plus(v[2]);
        };
        calling(
                        "Dual.directionalDerivative(f, Vector.of(2, -1, 0.5), Vector.of(1, 1, 1))",
                        () -> Dual.directionalDerivative(f, at, Vector.of(1, 1, 1)))
                .result();
        Expect.that(
                seen.size() == 1,
                "the number of runs of f for one directional derivative",
                "1",
                seen.size(),
                "one run carries one derivative for each number");
        seen.clear();
        calling("Dual.gradient(f, Vector.of(2, -1, 0.5))", () -> Dual.gradient(f, at))
                .result();
        Expect.that(
                seen.size() <= 3,
                "the number of runs of f for a gradient with three inputs",
                "at most 3",
                seen.size(),
                "one run for each input");
        for (double[] values : seen) {
            Expect.that(
                    Arrays.equals(values, new double[] {2, -1, 0.5}),
                    "the values that f gets in a run for the gradient at (2, -1, 0.5)",
                    "{2.0, -1.0, 0.5}",
                    values,
                    "nothing is nudged");
        }
    }

    private static Dual valley(Dual[] v) {
        Dual across = v[1].minus(v[0].times(v[0]));
        Dual along = Dual.constant(1).minus(v[0]);
        return across.times(across).times(100).plus(along.times(along));
    }
}
