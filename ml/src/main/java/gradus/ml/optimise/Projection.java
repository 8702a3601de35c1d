package gradus.ml.optimise;

import gradus.ml.linalg.Vector;
import java.util.Arrays;

/// The Euclidean projection onto a closed convex set: maps each point to the nearest point of the set, and
/// each point of the set to itself.
@FunctionalInterface
public interface Projection {

    /// The point of the set that is nearest to `x`, shape `(n)`.
    ///
    /// @throws IllegalArgumentException if the vectors of the set have a different size
    Vector project(Vector x);

    /// A box: each component lies between two bounds, both included. O(n).
    ///
    /// @param lower lower bounds, shape `(n)`; may be negative infinity
    /// @param upper upper bounds, shape `(n)`, none below its lower bound; may be positive infinity
    record Box(Vector lower, Vector upper) implements Projection {

        /// @throws IllegalArgumentException if the sizes differ, a lower bound is above its upper bound, a
        ///     bound is NaN, or no number lies between two infinite bounds
        public Box {
            requireSize(lower.size(), upper);
            for (int i = 0; i < lower.size(); i++) {
                if (!(lower.get(i) <= upper.get(i))
                        || lower.get(i) == Double.POSITIVE_INFINITY
                        || upper.get(i) == Double.NEGATIVE_INFINITY) {
                    throw new IllegalArgumentException("a lower bound must not exceed its upper bound, with a number"
                            + " between them, got " + lower.get(i) + " and " + upper.get(i) + " at index " + i);
                }
            }
        }

        @Override
        public Vector project(Vector x) {
            requireSize(lower.size(), x);
            return Vector.from(x.size(), i -> Math.clamp(x.get(i), lower.get(i), upper.get(i)));
        }
    }

    /// A simplex: components are non-negative and sum to `total`. With total 1, it is the probability
    /// simplex. O(n·log n).
    ///
    /// The nearest point is `max(0, xᵢ − θ)`, with one threshold θ for all components. Clipping at 0 first
    /// and then dividing by the sum gives a point of the set too, but not the nearest.
    ///
    /// Source: M. Held, P. Wolfe and H. Crowder, "Validation of Subgradient Optimization", Mathematical
    /// Programming 6 (1974).
    ///
    /// @param total the sum of the components, finite, > 0
    record Simplex(double total) implements Projection {

        /// @throws IllegalArgumentException if `total` is not finite and > 0
        public Simplex {
            if (!(total > 0 && total < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("total must be finite and greater than 0, got " + total);
            }
        }

        @Override
        public Vector project(Vector x) {
            if (x.size() == 0) {
                throw new IllegalArgumentException(
                        "the projection onto a simplex needs at least 1 component, got none");
            }
            double[] ascending = x.toArray();
            Arrays.sort(ascending);
            // Adding a constant to x does not move its projection; with a largest component of 0, no sum overflows.
            double largest = ascending[x.size() - 1];
            Arrays.setAll(ascending, i -> ascending[i] - largest);
            // Add the largest components to the sum as long as they exceed the threshold.
            double sum = -total;
            double cutoff = Double.NEGATIVE_INFINITY;
            for (int taken = 1; taken <= x.size() && ascending[x.size() - taken] > cutoff; taken++) {
                sum += ascending[x.size() - taken];
                cutoff = sum / taken;
            }
            double threshold = cutoff;
            return x.map(component -> Math.max(0, component - largest - threshold));
        }
    }

    /// A Euclidean ball: all points at a distance of at most `radius` from `centre`. O(n).
    ///
    /// @param centre shape `(n)`
    /// @param radius finite, ≥ 0
    record Ball(Vector centre, double radius) implements Projection {

        /// @throws IllegalArgumentException if the radius is negative, or a number is not finite
        public Ball {
            if (!(radius >= 0 && radius < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("radius must be finite and at least 0, got " + radius);
            }
            DescentLoop.requireFinite("the centre", centre);
        }

        @Override
        public Vector project(Vector x) {
            requireSize(centre.size(), x);
            Vector offset = x.minus(centre);
            double length = offset.norm();
            return length <= radius ? x : centre.plus(offset.times(radius / length));
        }
    }

    private static void requireSize(int size, Vector x) {
        if (x.size() != size) {
            throw new IllegalArgumentException(
                    "the set contains vectors of size " + size + ", got a vector of size " + x.size());
        }
    }
}
