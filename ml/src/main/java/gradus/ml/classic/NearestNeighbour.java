package gradus.ml.classic;

/// Prediction by the one nearest example (1-nearest-neighbour).
public final class NearestNeighbour {

    private NearestNeighbour() {}
}
