package gradus.ml.optimise;

import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// A search for a proof that a function is not convex: two points between which it rises above the straight
/// line from one of its values to the other.
///
/// Source: J. Jensen (1906). To find nothing proves nothing.
public final class ConvexityCheck {

    private ConvexityCheck() {}

    /// Two points and a place between them, `from + weight·(to − from)`, at which the function is above the
    /// line.
    ///
    /// @param violation by how much it is above
    public record Counterexample(Vector from, Vector to, double weight, double violation) {}

    /// Looks for a counterexample among `pairCount` pairs of points that `sampler` draws. Two or three values
    /// a try.
    ///
    /// @throws IllegalArgumentException if `pairCount` is negative
    public static Optional<Counterexample> findCounterexample(
            ToDoubleFunction<Vector> f, Function<Rng, Vector> sampler, int pairCount, Rng rng) {
        if (pairCount < 0) {
            throw new IllegalArgumentException("a probe makes 0 or more tries, got " + pairCount);
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
