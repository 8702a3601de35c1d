package gradus.ml.stats;

import java.util.function.DoubleUnaryOperator;

/// Adaptive numerical integration for tests: Simpson's rule on intervals that are halved until it converges.
final class Integral {

    private Integral() {}

    static double of(DoubleUnaryOperator f, double from, double to) {
        return adapt(f, from, to, 40);
    }

    private static double adapt(DoubleUnaryOperator f, double from, double to, int depth) {
        double middle = from + (to - from) / 2;
        double whole = simpson(f, from, to);
        double halves = simpson(f, from, middle) + simpson(f, middle, to);
        if (depth == 0 || Math.abs(whole - halves) < 1e-12) {
            return halves + (halves - whole) / 15;
        }
        return adapt(f, from, middle, depth - 1) + adapt(f, middle, to, depth - 1);
    }

    private static double simpson(DoubleUnaryOperator f, double from, double to) {
        double middle = from + (to - from) / 2;
        return (to - from) / 6 * (f.applyAsDouble(from) + 4 * f.applyAsDouble(middle) + f.applyAsDouble(to));
    }
}
