package gradus.ml.linalg;

/// A vector of real numbers.
public final class Vector {

    private Vector() {}
}
