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
    /// @param violation by how much the function is above the chord
    public record Counterexample(Vector from, Vector to, double weight, double violation) {}

    /// Looks for a counterexample among `pairCount` pairs of points drawn by `sampler`, at a random point
    /// between them. Evaluates `f` three times per pair. Differences within rounding error are ignored.
    ///
    /// @throws IllegalArgumentException if `pairCount` is negative
    public static Optional<Counterexample> findCounterexample(
            ToDoubleFunction<Vector> f, Function<Rng, Vector> sampler, int pairCount, Rng rng) {
        if (pairCount < 0) {
            throw new IllegalArgumentException("pairCount must be at least 0, got " + pairCount);
        }
        for (int i = 0; i < pairCount; i++) {
            Vector from = sampler.apply(rng);
            Vector to = sampler.apply(rng);
            double weight = rng.nextDouble();
            double start = f.applyAsDouble(from);
            double end = f.applyAsDouble(to);
            double between = f.applyAsDouble(from.plus(to.minus(from).times(weight)));
            double violation = between - (start + weight * (end - start));
            double tolerance = 64
                    * DescentLoop.roundingTolerance(
                            Math.max(Math.abs(between), Math.max(Math.abs(start), Math.abs(end))));
            if (violation > tolerance) {
                return Optional.of(new Counterexample(from, to, weight, violation));
            }
        }
        return Optional.empty();
    }
}
