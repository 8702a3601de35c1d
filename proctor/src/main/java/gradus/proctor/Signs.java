package gradus.proctor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a wrong result looks like: the marks by which the judge says what to look at, the most telling first.
///
/// A sign is a name, at times with a second word after a colon (`ratio:2`, `without:last`) and with numbers
/// after an `@` (`nan@4`). One that begins with `maybe:` may as well be chance: what a single small number has
/// in common with another.
final class Signs {

    /// From here on a square is beyond the range of `double`; below its inverse, a square is 0.
    private static final double SQUARES = 1e154;

    /// From here on an exponential is beyond the range of `double`.
    private static final double EXPONENTIALS = 709;

    private Signs() {}

    /// Of a result that has no single right value.
    static List<String> of(@Nullable Object got) {
        return unbounded(Numbers.of(got), Sight.of(""));
    }

    static List<String> of(Object expected, Object got, Closeness closeness) {
        return of(expected, got, closeness, "");
    }

    /// @param call what was called, as the learner sees it: the numbers that it shows are compared with the result
    static List<String> of(@Nullable Object expected, @Nullable Object got, Closeness closeness, String call) {
        if (expected == null || got == null) {
            return List.of();
        }
        return switch (expected) {
            case String want when got instanceof String have -> texts(want, have);
            case Boolean want when got instanceof Boolean -> List.of(want ? "maybe:refuses" : "maybe:accepts");
            default -> {
                Numbers want = Numbers.of(expected);
                Numbers have = Numbers.of(got);
                yield want.isNone() || have.isNone()
                        ? others(expected, got, have)
                        : numbers(expected, got, want, have, closeness, Sight.of(call));
            }
        };
    }

    private static List<String> others(Object expected, Object got, Numbers have) {
        int want = Closeness.length(expected);
        int length = Closeness.length(got);
        if (have.nullAt() >= 0) {
            return List.of("null-inside@" + have.nullAt());
        }
        return want >= 0 && length >= 0 && want != length
                ? List.of("length@" + length + "/" + want)
                : Order.signs(expected, got, Closeness.EXACT);
    }

    private static List<String> numbers(
            Object expected, Object got, Numbers want, Numbers have, Closeness closeness, Sight sight) {
        var signs = new ArrayList<String>();
        if (have.nullAt() >= 0) {
            signs.add("null-inside@" + have.nullAt());
        }
        if (have.ragged() && !want.ragged()) {
            signs.add("ragged");
        } else if (!want.shape().equals(have.shape())) {
            shapes(want, have, closeness, signs);
        }
        if (!signs.isEmpty()) {
            return signs;
        }
        signs.addAll(limits(want, have, sight));
        if (!signs.isEmpty()) {
            return signs;
        }
        Closeness near = near(want, closeness);
        if (want.shape().size() == 2) {
            signs.addAll(Tables.signs(want, have, near));
        }
        signs.addAll(Inexact.signs(want, have, sight));
        signs.addAll(Formulas.signs(want, have, sight));
        signs.addAll(Order.signs(expected, got, near));
        signs.addAll(Ratios.signs(want, have, near, sight));
        return signs.stream()
                .map(sign -> Guesses.isChance(sign, want, have) ? Guesses.MAYBE + sign : sign)
                .distinct()
                .toList();
    }

    /// Never wider than what counts as right, nor so wide for tiny numbers that anything fits.
    private static Closeness near(Numbers want, Closeness closeness) {
        double scale = IntStream.range(0, want.size())
                .mapToDouble(i -> Math.abs(want.at(i)))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        double relative = Math.clamp(closeness.relative(), 1e-9, 1e-5);
        return new Closeness(relative, 1e-12 * scale);
    }

    private static void shapes(Numbers want, Numbers have, Closeness closeness, List<String> signs) {
        List<Integer> turned = want.shape().reversed();
        if (want.shape().size() == 2 && have.shape().equals(turned)) {
            boolean same = IntStream.range(0, want.size())
                    .allMatch(i -> closeness.same(want.at(i), have.at(Tables.turned(i, want.shape()))));
            signs.add(same ? "transposed" : "shape@" + have.shown() + "/" + want.shown());
        } else if (want.shape().size() == 1 && have.shape().size() == 1) {
            signs.add("length@" + have.shown() + "/" + want.shown());
        } else {
            signs.add("shape@" + have.shown() + "/" + want.shown());
        }
    }

    /// NaN and infinity where they should not be, or not where they should.
    private static List<String> limits(Numbers want, Numbers have, Sight sight) {
        int lost = first(want, have, (w, h) -> Double.isNaN(w) && !Double.isNaN(h));
        if (lost >= 0) {
            return List.of("nan-lost");
        }
        int bounded = first(want, have, (w, h) -> Double.isInfinite(w) && Double.isFinite(h));
        if (bounded >= 0) {
            return List.of("infinity-lost");
        }
        int nan = first(want, have, (w, h) -> Double.isNaN(h) && !Double.isNaN(w));
        if (nan >= 0) {
            return List.of("nan" + cause(sight, true) + at(nan, have));
        }
        int infinite = first(want, have, (w, h) -> Double.isInfinite(h) && w != h);
        if (infinite >= 0) {
            boolean vanished =
                    have.at(infinite) < 0 && sight.largest() >= EXPONENTIALS && Double.isFinite(want.at(infinite));
            return List.of((vanished ? "infinite:log" : "infinite" + cause(sight, false)) + at(infinite, have));
        }
        boolean gone = IntStream.range(0, have.size()).allMatch(i -> have.at(i) == 0);
        return gone && sight.smallest() < 1 / SQUARES && !want.whole() ? List.of("zero:square") : List.of();
    }

    private static List<String> unbounded(Numbers have, Sight sight) {
        int nan = first(have, have, (w, h) -> Double.isNaN(h));
        if (nan >= 0) {
            return List.of("nan" + cause(sight, true) + at(nan, have));
        }
        int infinite = first(have, have, (w, h) -> Double.isInfinite(h));
        return infinite >= 0 ? List.of("infinite" + cause(sight, false) + at(infinite, have)) : List.of();
    }

    private static String cause(Sight sight, boolean nan) {
        if (nan && sight.hasInfinity()) {
            return ":infinity";
        }
        return sight.largest() >= SQUARES || sight.smallest() <= 1 / SQUARES
                ? ":square"
                : sight.largest() >= EXPONENTIALS ? ":exp" : "";
    }

    private static String at(int index, Numbers have) {
        return have.size() > 1 ? "@" + index : "";
    }

    private interface Pair {
        boolean fits(double want, double have);
    }

    private static int first(Numbers want, Numbers have, Pair pair) {
        return IntStream.range(0, have.size())
                .filter(i -> pair.fits(want.at(i), have.at(i)))
                .findFirst()
                .orElse(-1);
    }

    private static List<String> texts(String want, String have) {
        if (want.equalsIgnoreCase(have)) {
            return List.of("text:case");
        }
        if (want.strip().equals(have.strip())) {
            return List.of("text:edges");
        }
        if (want.replaceAll("\\s", "").equals(have.replaceAll("\\s", ""))) {
            return List.of("text:blanks");
        }
        return want.length() > 2 && want.contentEquals(new StringBuilder(have).reverse())
                ? List.of("reversed")
                : List.of();
    }
}
