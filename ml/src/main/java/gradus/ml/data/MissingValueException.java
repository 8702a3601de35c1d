package gradus.ml.data;

/// A missing value was read. A row function of [Table#derive] that throws it gives a missing value.
final class MissingValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    MissingValueException(String message) {
        super(message);
    }
}
