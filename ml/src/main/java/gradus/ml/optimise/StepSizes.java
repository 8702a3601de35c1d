package gradus.ml.optimise;

/// Preconditions of step sizes.
final class StepSizes {

    private StepSizes() {}

    static void requirePositive(double stepSize) {
        if (!(stepSize > 0 && stepSize < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the learning rate or initial step size must be finite and greater than 0, got " + stepSize);
        }
    }
}
