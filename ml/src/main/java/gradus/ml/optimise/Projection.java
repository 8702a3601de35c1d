package gradus.ml.optimise;

import gradus.ml.linalg.Vector;
import java.util.Arrays;

/// A closed convex set, known by the point of it that is nearest to any other. A point of the set is its
/// own nearest.
@FunctionalInterface
public interface Projection {

    /// The point of the set nearest to `x`, shape `(n)`.
    ///
    /// @throws IllegalArgumentException if the set is not one of vectors of that size
    Vector project(Vector x);

    /// Each component between two bounds, both included. O(n).
    ///
    /// @param lower the lower bounds, shape `(n)`; may be negative infinity
    /// @param upper the upper bounds, shape `(n)`, none below the lower one; may be positive infinity
    record Box(Vector lower, Vector upper) implements Projection {

        /// @throws IllegalArgumentException if the sizes differ, or a lower bound is above the upper one or
        ///     NaN
        public Box {
            requireSize(lower.size(), upper);
            for (int i = 0; i < lower.size(); i++) {
                if (!(lower.get(i) <= upper.get(i))) {
                    throw new IllegalArgumentException("a lower bound is not above the upper one, got " + lower.get(i)
                            + " and " + upper.get(i) + " at index " + i);
                }
            }
        }

        @Override
        public Vector project(Vector x) {
            requireSize(lower.size(), x);
            return Vector.from(x.size(), i -> Math.clamp(x.get(i), lower.get(i), upper.get(i)));
        }
    }

    /// Components that are not negative and add up to `total`: with 1, the probabilities of n cases.
    /// O(n·log n).
    ///
    /// The nearest point is x less one number for all components, cut at 0. Cutting first and dividing by
    /// the sum then gives a point of the set, but not the nearest.
    ///
    /// Source: M. Held, P. Wolfe and H. Crowder, "Validation of Subgradient Optimization", Mathematical
    /// Programming 6 (1974).
    ///
    /// @param total above 0
    record Simplex(double total) implements Projection {

        /// @throws IllegalArgumentException if the total is not above 0
        public Simplex {
            if (!(total > 0 && total < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("components add up to a total above 0, got " + total);
            }
        }

        @Override
        public Vector project(Vector x) {
            if (x.size() == 0) {
                throw new IllegalArgumentException("no components cannot add up to " + total + "; give at least 1");
            }
            double[] ascending = x.toArray();
            Arrays.sort(ascending);
            // Take the largest components into the sum as long as the cut stays below them.
            double sum = -total;
            double cutoff = Double.NEGATIVE_INFINITY;
            for (int taken = 1; taken <= x.size() && ascending[x.size() - taken] > cutoff; taken++) {
                sum += ascending[x.size() - taken];
                cutoff = sum / taken;
            }
            double threshold = cutoff;
            return x.map(component -> Math.max(0, component - threshold));
        }
    }

    /// What is no further than `radius` from `centre`. O(n).
    ///
    /// @param centre shape `(n)`
    /// @param radius at least 0
    record Ball(Vector centre, double radius) implements Projection {

        /// @throws IllegalArgumentException if the radius is negative or NaN
        public Ball {
            if (!(radius >= 0)) {
                throw new IllegalArgumentException("a radius is 0 or more, got " + radius);
            }
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
                    "the set is one of vectors of size " + size + ", got a vector of size " + x.size());
        }
    }
}
