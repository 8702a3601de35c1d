package gradus.ml.classic;

import java.util.Arrays;

/// How much the vote of each nearest neighbour counts (scikit-learn's `weights`).
public enum NeighbourWeighting {
    /// Every neighbour counts the same.
    UNIFORM {
        @Override
        double[] weights(double[] distances) {
            double[] weights = new double[distances.length];
            Arrays.fill(weights, 1);
            return weights;
        }
    },
    /// Weights 1/distance. If neighbours are at distance 0, they alone decide, with equal weight.
    INVERSE_DISTANCE {
        @Override
        double[] weights(double[] distances) {
            double[] weights = new double[distances.length];
            for (int i = 0; i < weights.length; i++) {
                // Relative to the nearest, so nothing is divided by 0 and nothing overflows.
                weights[i] = distances[i] == distances[0] ? 1 : distances[0] / distances[i];
            }
            return weights;
        }
    };

    /// The weight of each of k neighbours, at least 0, relative to the nearest, which has weight 1.
    ///
    /// @param distances shape `(k)`, ascending
    abstract double[] weights(double[] distances);
}
