package gradus.ml.optimise;

import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// Randomised check of convexity: looks for a chord that lies below the function, a counterexample to
/// Jensen's inequality `f(a + w·(b − a)) ≤ f(a) + w·(f(b) − f(a))`.
///
/// A counterexample proves that the function is not convex. Finding none proves nothing.
///
/// Source: J. Jensen (1906).
public final class ConvexityCheck {

    private ConvexityCheck() {}

    /// A counterexample to convexity: at the point `from + weight·(to − from)`, the function is above the
    /// chord.
    ///
    /// @param violation by how much the function is above the chord; positive infinity if it is infinite
    ///     there
    public record Counterexample(Vector from, Vector to, double weight, double violation) {}

    /// Looks for a counterexample among `pairCount` pairs of points drawn by `sampler`, at a random point
    /// between them. Evaluates `f` three times per pair. Differences within rounding error are ignored.
    ///
    /// Values may be infinite: positive infinity outside the domain of `f`, which must be convex too, so an
    /// infinite value between two finite ones is a counterexample.
    ///
    /// @throws IllegalArgumentException if `pairCount` is negative, or a value is NaN
    public static Optional<Counterexample> findCounterexample(
            ToDoubleFunction<Vector> f, Function<Rng, Vector> sampler, int pairCount, Rng rng) {
        if (pairCount < 0) {
            throw new IllegalArgumentException("pairCount must be at least 0, got " + pairCount);
        }
        for (int i = 0; i < pairCount; i++) {
            Vector from = sampler.apply(rng);
            Vector to = sampler.apply(rng);
            double weight = rng.nextDouble();
            double start = value(f, from);
            double end = value(f, to);
            Vector point = from.times(1 - weight).plus(to.times(weight));
            // With a weight of 0, the chord is the point itself.
            double violation = weight == 0 ? 0 : violation(start, end, weight, value(f, point));
            if (violation > 0) {
                return Optional.of(new Counterexample(from, to, weight, violation));
            }
        }
        return Optional.empty();
    }

    /// By how much a value is above the chord, if by more than rounding; 0 otherwise.
    private static double violation(double start, double end, double weight, double between) {
        if (start == Double.POSITIVE_INFINITY || end == Double.POSITIVE_INFINITY) {
            return 0;
        }
        double chord = (1 - weight) * start + weight * end;
        if (chord == between) {
            return 0;
        }
        double largest = Math.max(Math.abs(between), Math.max(Math.abs(start), Math.abs(end)));
        double tolerance = Double.isInfinite(largest) ? 0 : 64 * DescentLoop.roundingTolerance(largest);
        return between - chord > tolerance ? between - chord : 0;
    }

    private static double value(ToDoubleFunction<Vector> f, Vector x) {
        double value = f.applyAsDouble(x);
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException(
                    "the function must not be NaN, but is at " + x + "; outside its domain, return positive infinity");
        }
        return value;
    }
}
