package gradus.checks.gradients;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.property.MetamorphicRelations.relations;

import gradus.ml.calculus.Gradient;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import gradus.proctor.assertions.Expect;
import gradus.proctor.format.JavaLiterals;
import gradus.proctor.probes.Argument;
import gradus.proctor.probes.MemberProbes;
import gradus.proctor.probes.Probe;
import gradus.proctor.property.Gen;
import gradus.proctor.property.Property;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Gradients of functions whose gradients are known.
class GradientsChecks {

    static final Argument<double[], Vector> VECTOR = Argument.of(Vector::of, Vector::toArray);

    /// Sines with weights 1, 1/2, 1/3, …, and the product of the first and the last component, divided by 8.
    static double waves(Vector x) {
        double[] at = x.toArray();
        double sum = at[0] * at[at.length - 1] / 8;
        for (int i = 0; i < at.length; i++) {
            sum += Math.sin(at[i]) / (i + 1);
        }
        return sum;
    }

    static double[] wavesGradient(double[] x) {
        double[] gradient = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i])) {
                throw new IllegalArgumentException("not finite");
            }
            gradient[i] = Math.cos(x[i]) / (i + 1);
        }
        gradient[0] += x[x.length - 1] / 8;
        gradient[x.length - 1] += x[0] / 8;
        return gradient;
    }

    @Test
    @DisplayName("numerical has the partial derivatives at every size, and refuses what isn't finite")
    @Clause({"numerical", "finite", "accuracy"})
    void numericalAtEverySize() {
        MemberProbes.of(
                        "Gradient.numerical(f, x).toArray() with f(x) = x₀·xₙ₋₁/8 + sin x₀ + sin(x₁)/2 + sin(x₂)/3 + …",
                        VECTOR,
                        x -> Gradient.numerical(GradientsChecks::waves, x).toArray(),
                        GradientsChecks::wavesGradient)
                .upTo(20)
                .within(1e-7, 5e-7)
                .without(Probe.EMPTY, "the contract says that there is at least one component")
                .without(Probe.NEGATIVE_ZERO, "the contract leaves the sign of a zero open")
                .hold("component i is the derivative if only x[i] moves");
    }

    @Test
    @DisplayName("the gradient of a product has the product of all others in each place")
    @Clause({"numerical", "accuracy"})
    void othersStayWhereTheyAre() {
        ToDoubleFunction<Vector> product = x -> {
            double result = 1;
            for (double component : x.toArray()) {
                result *= component;
            }
            return result;
        };
        Property.forAll(Gen.arrays(Gen.doubles(0.5, 2), 1, 5)).check(x -> {
            double[] expected = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                expected[i] = product.applyAsDouble(Vector.of(x)) / x[i];
            }
            calling(
                            () -> "Gradient.numerical(product, " + of(x) + ").toArray()",
                            () -> Gradient.numerical(product, Vector.of(x)).toArray())
                    .within(2e-8, 0)
                    .gives(expected, "if only one factor moves, the slope is the product of the others");
        });
    }

    @Test
    @DisplayName("numerical and directionalDerivative work at 1e8 and −1e8 as well as near 0")
    @Clause({"accuracy", "lengths"})
    void farOut() {
        for (double place : new double[] {0, 1e4, -1e6, 1e8, -1e8}) {
            Vector x = Vector.of(place, 1);
            ToDoubleFunction<Vector> f = y -> y.get(0) * y.get(0) / 2 + 3 * y.get(1);
            double s = Math.max(1, Math.abs(place));
            String call = "(f, Vector.of(" + place + ", 1)";
            String why = "f(x) = x₀² / 2 + 3 · x₁; a step must grow with the size of x, or rounding spoils it";
            calling(
                            "Gradient.numerical" + call + ").get(0)",
                            () -> Gradient.numerical(f, x).get(0))
                    .within(0, 3e-7 * s)
                    .gives(place, why);
            calling(
                            "Gradient.directionalDerivative" + call + ", Vector.of(2, 0))",
                            () -> Gradient.directionalDerivative(f, x, Vector.of(2, 0)))
                    .within(0, 6e-7 * s)
                    .gives(2 * place, why);
        }
    }

    @Test
    @DisplayName("each component has a step of its own: a large one beside it changes nothing")
    @Clause("accuracy")
    void ownSteps() {
        for (int small : new int[] {0, 1}) {
            double[] x = {1e6, 1e6};
            x[small] = 0.5;
            double[] expected = new double[2];
            expected[small] = Math.cos(0.5);
            calling(
                            "Gradient.numerical(x -> Math.sin(x.get(" + small + ")), " + of(x) + ").toArray()",
                            () -> Gradient.numerical(p -> Math.sin(p.get(small)), Vector.of(x))
                                    .toArray())
                    .within(0, 1.8e-8)
                    .gives(expected, "the step of 0.5 is that of 1, whatever the other component is");
        }
    }

    @Test
    @DisplayName("the gradient of a·f + b·g is a times that of f plus b times that of g")
    @Clause("numerical")
    void gradientIsLinear() {
        ToDoubleFunction<Vector> f = x -> Math.sin(x.get(0)) * x.get(1);
        ToDoubleFunction<Vector> g = x -> x.get(0) * x.get(0) + Math.cos(x.get(1));
        Property.forAll(Gen.array(Gen.doubles(-4, 4), 4)).check(given -> {
            Vector x = Vector.of(given[0], given[1]);
            double a = given[2];
            double b = given[3];
            double[] parts = Gradient.numerical(f, x)
                    .times(a)
                    .plus(Gradient.numerical(g, x).times(b))
                    .toArray();
            calling(
                            () -> "Gradient.numerical(x -> " + a + " · f(x) + " + b + " · g(x), " + of(x.toArray())
                                    + ").toArray()",
                            () -> Gradient.numerical(y -> a * f.applyAsDouble(y) + b * g.applyAsDouble(y), x)
                                    .toArray())
                    .within(1e-7, 1e-5)
                    .gives(parts, "differences of sums are sums of differences");
        });
    }

    @Test
    @DisplayName("a constant added to f changes no gradient, and neither does moving f along with x")
    @Clause("numerical")
    void shifts() {
        relations(
                        Gen.array(Gen.doubles(-3, 3), 4),
                        given -> "Gradient.numerical(y -> waves(y − shift) + c, x).toArray(), {x₀, x₁, shift, c} = {"
                                + JavaLiterals.elements(given) + "}",
                        given -> Gradient.numerical(
                                        y -> waves(Vector.of(y.get(0) - given[2], y.get(1) - given[2])) + given[3],
                                        Vector.of(given[0], given[1]))
                                .toArray())
                .within(1e-7, 1e-6)
                .invariant(
                        "5 added to f",
                        given -> new double[] {given[0], given[1], given[2], given[3] + 5},
                        "a constant has slope 0")
                .invariant(
                        "f and x moved by 1",
                        given -> new double[] {given[0] + 1, given[1] + 1, given[2] + 1, given[3]},
                        "the same hill in another place");
    }

    @Test
    @DisplayName("numerical calls f at most 2n times, directionalDerivative at most twice")
    @Clause("calls")
    void fewCalls() {
        int[] calls = {0};
        ToDoubleFunction<Vector> counting = x -> {
            calls[0]++;
            return waves(x);
        };
        Vector x = Vector.of(1, 2, 3, 4, 5);
        calling("Gradient.numerical(f, x)", () -> Gradient.numerical(counting, x))
                .result();
        Expect.that(
                calls[0] <= 10,
                "the number of calls of f by Gradient.numerical with 5 components",
                "at most 10",
                calls[0],
                "f may take a minute");
        calls[0] = 0;
        calling("Gradient.directionalDerivative(f, x, x)", () -> Gradient.directionalDerivative(counting, x, x))
                .result();
        Expect.that(
                calls[0] <= 2,
                "the number of calls of f by Gradient.directionalDerivative with 5 components",
                "at most 2",
                calls[0],
                "one central difference along the direction takes two");
    }

    static String of(double[] x) {
        return "Vector.of(" + JavaLiterals.elements(x) + ")";
    }
}
