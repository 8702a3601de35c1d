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
public final class Convexity {

    private Convexity() {}

    /// Two points and a place between them, `from + share·(to − from)`, at which the function is above the
    /// line.
    ///
    /// @param excess by how much it is above
    public record Counterexample(Vector from, Vector to, double share, double excess) {}

    /// Looks for a counterexample among `tries` pairs of points that `sampler` draws. Two or three values a
    /// try.
    ///
    /// @throws IllegalArgumentException if `tries` is negative
    public static Optional<Counterexample> probe(
            ToDoubleFunction<Vector> f, Function<Rng, Vector> sampler, int tries, Rng rng) {
        if (tries < 0) {
            throw new IllegalArgumentException("a probe makes 0 or more tries, got " + tries);
        }
        for (int i = 0; i < tries; i++) {
            Vector from = sampler.apply(rng);
            Vector to = sampler.apply(rng);
            double share = rng.nextDouble();
            double start = f.applyAsDouble(from);
            double end = f.applyAsDouble(to);
            double between = f.applyAsDouble(from.plus(to.minus(from).times(share)));
            double excess = between - (start + share * (end - start));
            double rounding = 64 * Path.rounding(Math.max(Math.abs(between), Math.max(Math.abs(start), Math.abs(end))));
            if (excess > rounding) {
                return Optional.of(new Counterexample(from, to, share, excess));
            }
        }
        return Optional.empty();
    }
}
