package gradus.ml.stats;

import gradus.ml.numbers.Numerics;

/// Checks of parameters and samples, with uniform exception messages.
final class Require {

    private Require() {}

    static void finite(String description, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(description + " must be finite, got " + value);
        }
    }

    static void positive(String description, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(description + " must be finite and greater than 0, got " + value);
        }
    }

    static void probability(String description, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(description + " must be between 0 and 1, got " + value);
        }
    }

    /// Checks that probabilities are non-negative and sum to 1, to within 1e-9.
    static void probabilities(String description, double[] p) {
        for (int i = 0; i < p.length; i++) {
            if (!(p[i] >= 0 && p[i] <= 1)) {
                throw new IllegalArgumentException("the probabilities of " + description
                        + " must be between 0 and 1, got " + p[i] + " at index " + i);
            }
        }
        double sum = Numerics.sum(p);
        if (!(Math.abs(sum - 1) <= 1e-9)) {
            throw new IllegalArgumentException("the probabilities of " + description + " must sum to 1, got " + p.length
                    + " with sum " + sum + "; divide each by the sum");
        }
    }

    /// Checks that a confidence level lies strictly between 0 and 1: a level of 0 would guarantee nothing,
    /// and one of 1 cannot be met.
    static void level(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "the level must be greater than 0 and less than 1, got " + level + "; 0.95 is usual");
        }
    }

    static void sameLength(String description, int first, int second) {
        if (first != second) {
            throw new IllegalArgumentException(
                    description + " needs two arrays of the same length, got " + first + " and " + second);
        }
    }

    static void atLeast(String description, long value, long minimum) {
        if (value < minimum) {
            throw new IllegalArgumentException(description + " must be at least " + minimum + ", got " + value);
        }
    }
}
