package gradus.proctor.diagnosis;

import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Symptoms of rounding: results that are nearly right, absorption (digits lost next to far larger numbers),
/// integers instead of fractions, integer overflow.
final class RoundingSymptoms {

    private static final double ABSORPTION_RATIO = 1e8;

    /// The results of casting a `double` that is out of range to `int` or `long`.
    private static final Set<Double> INTEGER_LIMITS = Set.of(
            (double) Integer.MAX_VALUE, (double) Integer.MIN_VALUE, (double) Long.MAX_VALUE, (double) Long.MIN_VALUE);

    private RoundingSymptoms() {}

    static List<String> of(NumericArray want, NumericArray have, CallArguments arguments) {
        if (want.isIntegral()) {
            return List.of();
        }
        double error = 0;
        double size = 0;
        boolean floats = true;
        boolean fits = true;
        boolean floors = true;
        boolean rounds = true;
        for (int i = 0; i < want.size(); i++) {
            double w = want.get(i);
            double h = have.get(i);
            error = Math.max(error, Math.abs(h - w));
            size = Math.max(size, Math.abs(w));
            floats &= (float) h == h;
            fits &= (float) w == w;
            floors &= h == Math.floor(w) || h == (long) w;
            rounds &= h == Math.rint(w);
        }
        if (size > 0 && error <= 1e-4 * size && error > 2e-16 * size) {
            return floats && !fits || error > 1e-9 * size && error <= 1e-6 * size && isFloatPrecision(want, have)
                    ? List.of("float")
                    : error <= 1e-9 * size ? List.of("rounding") : List.of("nearly");
        }
        if (have.isScalar() && INTEGER_LIMITS.contains(have.get(0)) && !INTEGER_LIMITS.contains(want.get(0))) {
            return List.of("int-limit");
        }
        if (naiveSum(arguments).anyMatch(sum -> have.isScalar() && have.get(0) == sum)) {
            return List.of("loop-loses-digits");
        }
        boolean negated = have.isScalar() && have.get(0) == -want.get(0);
        if (!negated
                && arguments.largestElement() > ABSORPTION_RATIO * Math.max(size, largestMagnitude(have))
                && arguments.largestElement() < 1e100) {
            return List.of("lost-digits");
        }
        boolean fractions = IntStream.range(0, want.size()).anyMatch(i -> want.get(i) != Math.rint(want.get(i)));
        return fractions && size >= 1 && floors
                ? List.of("whole")
                : fractions && size > 1 && rounds ? List.of("rounded") : List.of();
    }

    /// The sum of the numbers, or of the products, as a naive loop computes it, without compensated
    /// summation. Empty unless the numbers are large enough for absorption.
    private static DoubleStream naiveSum(CallArguments arguments) {
        if (arguments.lists().isEmpty()
                || arguments.lists().size() > 2
                || arguments.largestMagnitude() < ABSORPTION_RATIO) {
            return DoubleStream.empty();
        }
        List<Double> first = arguments.lists().getFirst();
        List<Double> last = arguments.lists().getLast();
        double sum = 0;
        for (int i = 0; i < Math.min(first.size(), last.size()); i++) {
            sum += arguments.lists().size() == 1 ? first.get(i) : first.get(i) * last.get(i);
        }
        return DoubleStream.of(sum);
    }

    private static boolean isFloatPrecision(NumericArray want, NumericArray have) {
        return IntStream.range(0, want.size())
                .allMatch(i -> Math.abs(have.get(i) - want.get(i)) <= 4 * Math.ulp((float) want.get(i)));
    }

    private static double largestMagnitude(NumericArray array) {
        return IntStream.range(0, array.size())
                .mapToDouble(i -> Math.abs(array.get(i)))
                .max()
                .orElse(0);
    }
}
