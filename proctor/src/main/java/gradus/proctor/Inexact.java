package gradus.proctor;

import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Results that are nearly right, and what is lost beside numbers that are far larger than the result.
final class Inexact {

    private static final double DWARFS = 1e8;

    /// What a `double` that is too large, or too small, becomes as an `int` or a `long`.
    private static final Set<Double> LIMITS = Set.of(
            (double) Integer.MAX_VALUE, (double) Integer.MIN_VALUE, (double) Long.MAX_VALUE, (double) Long.MIN_VALUE);

    private Inexact() {}

    static List<String> signs(Numbers want, Numbers have, Sight sight) {
        if (want.whole()) {
            return List.of();
        }
        double error = 0;
        double size = 0;
        boolean floats = true;
        boolean fits = true;
        boolean floors = true;
        boolean rounds = true;
        for (int i = 0; i < want.size(); i++) {
            double w = want.at(i);
            double h = have.at(i);
            error = Math.max(error, Math.abs(h - w));
            size = Math.max(size, Math.abs(w));
            floats &= (float) h == h;
            fits &= (float) w == w;
            floors &= h == Math.floor(w) || h == (long) w;
            rounds &= h == Math.rint(w);
        }
        if (size > 0 && error <= 1e-4 * size && error > 2e-16 * size) {
            return floats && !fits || error > 1e-9 * size && error <= 1e-6 * size && nearFloats(want, have)
                    ? List.of("float")
                    : error <= 1e-9 * size ? List.of("rounding") : List.of("nearly");
        }
        if (have.isOne() && LIMITS.contains(have.at(0)) && !LIMITS.contains(want.at(0))) {
            return List.of("int-limit");
        }
        if (plainLoops(sight).anyMatch(plain -> have.isOne() && have.at(0) == plain)) {
            return List.of("loop-loses-digits");
        }
        if (sight.largest() > DWARFS * Math.max(size, biggest(have)) && sight.largest() < 1e100) {
            return List.of("lost-digits");
        }
        boolean fractions = IntStream.range(0, want.size()).anyMatch(i -> want.at(i) != Math.rint(want.at(i)));
        return fractions && size >= 1 && floors
                ? List.of("whole")
                : fractions && size > 1 && rounds ? List.of("rounded") : List.of();
    }

    /// The sum of the numbers, or of the products, as a loop makes it that keeps nothing of what it rounds away.
    private static DoubleStream plainLoops(Sight sight) {
        if (sight.lists().isEmpty() || sight.lists().size() > 2 || sight.largest() < DWARFS) {
            return DoubleStream.empty();
        }
        List<Double> first = sight.lists().getFirst();
        List<Double> last = sight.lists().getLast();
        double sum = 0;
        for (int i = 0; i < Math.min(first.size(), last.size()); i++) {
            sum += sight.lists().size() == 1 ? first.get(i) : first.get(i) * last.get(i);
        }
        return DoubleStream.of(sum);
    }

    private static boolean nearFloats(Numbers want, Numbers have) {
        return IntStream.range(0, want.size())
                .allMatch(i -> Math.abs(have.at(i) - want.at(i)) <= 4 * Math.ulp((float) want.at(i)));
    }

    private static double biggest(Numbers numbers) {
        return IntStream.range(0, numbers.size())
                .mapToDouble(i -> Math.abs(numbers.at(i)))
                .max()
                .orElse(0);
    }
}
