package gradus.checks.gradients;

import static gradus.checks.gradients.GradientsChecks.VECTOR;
import static gradus.checks.gradients.GradientsChecks.of;
import static gradus.checks.gradients.GradientsChecks.wavesGradient;
import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.calculus.Gradient;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import gradus.proctor.probes.MemberProbes;
import gradus.proctor.probes.Probe;
import gradus.proctor.property.Gen;
import gradus.proctor.property.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Directional derivatives of functions whose gradients are known.
class GradientsDirectionChecks {

    private static final double NAN = Double.NaN;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    @DisplayName("the directional derivative is the dot product of the gradient with the direction, at every size")
    @Clause({"directional", "finite", "sizes-differ", "zero-direction"})
    void directionalAtEverySize() {
        MemberProbes.of(
                        "Gradient.directionalDerivative(f, x, y) with f(x) = x₀·xₙ₋₁/8 + sin x₀ + sin(x₁)/2 + …",
                        VECTOR,
                        VECTOR,
                        (x, y) -> Gradient.directionalDerivative(GradientsChecks::waves, x, y),
                        (x, y) -> {
                            if (x.length != y.length) {
                                throw new IllegalArgumentException("sizes");
                            }
                            double[] gradient = wavesGradient(x);
                            wavesGradient(y);
                            double sum = 0;
                            for (int i = 0; i < x.length; i++) {
                                sum += gradient[i] * y[i];
                            }
                            return sum;
                        })
                .upTo(20)
                .within(0, (x, y) -> 1e-6 * length(y) * (1 + length(x)))
                .without(Probe.EMPTY, "the contract says that there is at least one component")
                .without(Probe.NEGATIVE_ZERO, "the contract leaves the sign of a zero open")
                .hold("each component of the direction times the slope along its axis");
    }

    @Test
    @DisplayName("k times the direction gives k times the derivative, from 1e-100 to 1e100")
    @Clause({"directional", "lengths"})
    void lengths() {
        Property.forAll(Gen.pairs(Gen.doubles(-100, 100), Gen.booleans())).check(given -> {
            double factor = Math.pow(10, given.first()) * (given.second() ? -1 : 1);
            Vector direction = Vector.of(0.6 * factor, 0.8 * factor);
            double expected = factor * (0.6 * Math.cos(1) + 0.8 * Math.exp(-1));
            calling(
                            () -> "Gradient.directionalDerivative(f, Vector.of(1, -1), Vector.of(" + 0.6 * factor + ", "
                                    + 0.8 * factor + "))",
                            () -> Gradient.directionalDerivative(
                                    y -> Math.sin(y.get(0)) + Math.exp(y.get(1)), Vector.of(1, -1), direction))
                    .within(3e-8, 0)
                    .gives(expected, "with f(x) = sin x₀ + exp x₁, the slope along (0.6, 0.8) is 0.6187");
        });
    }

    @Test
    @DisplayName("no direction of length 1 rises more steeply than the gradient: its norm is the steepest slope")
    @Clause({"numerical", "directional"})
    void steepestAscent() {
        Property.forAll(Gen.pairs(
                        Gen.array(Gen.doubles(-3, 3), 3),
                        Gen.array(Gen.doubles(-1, 1), 3).filter(u -> length(u) > 0.1)))
                .check(given -> {
                    Vector x = Vector.of(given.first());
                    Vector gradient = Gradient.numerical(GradientsChecks::waves, x);
                    double norm = length(gradient.toArray());
                    Vector unit = Vector.of(given.second()).times(1 / length(given.second()));
                    calling(
                                    () -> "Gradient.directionalDerivative(f, " + of(given.first()) + ", "
                                            + of(unit.toArray()) + ")",
                                    () -> Gradient.directionalDerivative(GradientsChecks::waves, x, unit))
                            .satisfies(
                                    slope -> Math.abs(slope) <= norm + 1e-5,
                                    "at most " + norm + " in size",
                                    "that's the norm of your gradient, the steepest slope of all directions");
                    if (norm > 0.01) {
                        calling(
                                        () -> "the same along your gradient, divided by its norm",
                                        () -> Gradient.directionalDerivative(
                                                GradientsChecks::waves, x, gradient.times(1 / norm)))
                                .within(0, 1e-5)
                                .gives(norm, "that's the direction of steepest ascent");
                    }
                });
    }

    @Test
    @DisplayName("at a right angle to the gradient, the slope is 0")
    @Clause({"numerical", "directional"})
    void contour() {
        Property.forAll(Gen.array(Gen.doubles(-3, 3), 2)).check(x -> {
            Vector gradient = Gradient.numerical(GradientsChecks::waves, Vector.of(x));
            Vector across = Vector.of(-gradient.get(1), gradient.get(0));
            calling(
                            () -> "Gradient.directionalDerivative(f, " + of(x) + ", " + of(across.toArray()) + ")",
                            () -> Gradient.directionalDerivative(GradientsChecks::waves, Vector.of(x), across))
                    .within(0, 1e-5)
                    .gives(0.0, "that's the direction of the contour line");
        });
    }

    @Test
    @DisplayName("along zeros the slope is 0; a direction of another size is refused")
    @Clause({"zero-direction", "sizes-differ", "finite"})
    void noDirection() {
        Vector x = Vector.of(1, 2);
        String call = "Gradient.directionalDerivative(f, Vector.of(1, 2), ";
        calling(
                        call + "Vector.of(0, 0))",
                        () -> Gradient.directionalDerivative(GradientsChecks::waves, x, Vector.of(0, 0)))
                .gives(0.0, "if you don't move, nothing changes");
        for (Vector other : new Vector[] {Vector.of(1), Vector.of(1, 0, 0), Vector.of(0, 0, 0)}) {
            calling(
                            call + of(other.toArray()) + ")",
                            () -> Gradient.directionalDerivative(GradientsChecks::waves, x, other))
                    .fails(IllegalArgumentException.class, "the sizes differ");
        }
        for (double bad : new double[] {NAN, INFINITY, -INFINITY}) {
            calling(
                            call + "Vector.of(0, " + bad + "))",
                            () -> Gradient.directionalDerivative(y -> 1, x, Vector.of(0, bad)))
                    .fails(IllegalArgumentException.class, "a component of the direction isn't finite");
            calling(
                            "Gradient.directionalDerivative(y -> 1, Vector.of(" + bad + ", 1), Vector.of(0, 0))",
                            () -> Gradient.directionalDerivative(y -> 1, Vector.of(bad, 1), Vector.of(0, 0)))
                    .fails(IllegalArgumentException.class, "a component of x isn't finite");
            calling(
                            "Gradient.numerical(y -> 1, Vector.of(1, " + bad + "))",
                            () -> Gradient.numerical(y -> 1, Vector.of(1, bad)))
                    .fails(IllegalArgumentException.class, "a component of x isn't finite");
        }
    }

    private static double length(double[] x) {
        double sum = 0;
        for (double component : x) {
            sum += component * component;
        }
        return Math.sqrt(sum);
    }
}
