package gradus.ml.classic;

import java.util.Arrays;

/// How much each of the nearest neighbours has to say.
public enum NeighbourWeighting {
    /// All the same.
    UNIFORM {
        @Override
        double[] weights(double[] distances) {
            double[] weights = new double[distances.length];
            Arrays.fill(weights, 1);
            return weights;
        }
    },
    /// In inverse proportion to the distance. Neighbours at distance 0, if there are any, alone decide.
    INVERSE_DISTANCE {
        @Override
        double[] weights(double[] distances) {
            double[] weights = new double[distances.length];
            for (int i = 0; i < weights.length; i++) {
                // Measured by the nearest, so that nothing is divided by 0 or overflows.
                weights[i] = distances[i] == distances[0] ? 1 : distances[0] / distances[i];
            }
            return weights;
        }
    };

    /// The weight of each of k neighbours, none negative; the nearest has 1.
    ///
    /// @param distances shape `(k)`, ascending
    abstract double[] weights(double[] distances);
}
