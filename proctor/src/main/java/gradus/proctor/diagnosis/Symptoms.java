package gradus.proctor.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Symptoms of a wrong result, the most informative first. From them the judge tells the learner where to
/// look.
///
/// A symptom is a name, optionally with a detail after a colon (`ratio:2`, `without:last`) and numbers after
/// an `@` (`nan@4`). A symptom that begins with `maybe:` may be coincidence, as a single small number has
/// much in common with others.
public final class Symptoms {

    /// From here on, the square of a number overflows; below the inverse, it underflows to 0.
    private static final double SQUARE_OVERFLOW = 1e154;

    /// From here on, `Math.exp` overflows.
    private static final double EXP_OVERFLOW = 709;

    private Symptoms() {}

    /// The symptoms of a result for which no single value is expected: NaN or infinity.
    public static List<String> of(@Nullable Object got) {
        return nonFinite(NumericArray.of(got), CallArguments.parse(""));
    }

    static List<String> of(Object expected, Object got, Tolerance tolerance) {
        return of(expected, got, tolerance, "");
    }

    /// The symptoms of a wrong result.
    ///
    /// @param call the call as the learner sees it; its numbers are compared with the result
    public static List<String> of(@Nullable Object expected, @Nullable Object got, Tolerance tolerance, String call) {
        if (expected == null || got == null) {
            return List.of();
        }
        return switch (expected) {
            case String want when got instanceof String have -> ofStrings(want, have);
            case Boolean want when got instanceof Boolean -> List.of(want ? "maybe:refuses" : "maybe:accepts");
            default -> {
                NumericArray want = NumericArray.of(expected);
                NumericArray have = NumericArray.of(got);
                yield want.isEmpty() || have.isEmpty()
                        ? ofNonNumbers(expected, got, have)
                        : ofNumbers(expected, got, want, have, tolerance, CallArguments.parse(call));
            }
        };
    }

    private static List<String> ofNonNumbers(Object expected, Object got, NumericArray have) {
        int want = Tolerance.length(expected);
        int length = Tolerance.length(got);
        if (have.firstNull() >= 0) {
            return List.of("null-inside@" + have.firstNull());
        }
        return want >= 0 && length >= 0 && want != length
                ? List.of("length@" + length + "/" + want)
                : OrderSymptoms.of(expected, got, Tolerance.EXACT);
    }

    private static List<String> ofNumbers(
            Object expected,
            Object got,
            NumericArray want,
            NumericArray have,
            Tolerance tolerance,
            CallArguments arguments) {
        var symptoms = new ArrayList<String>();
        if (have.firstNull() >= 0) {
            symptoms.add("null-inside@" + have.firstNull());
        }
        if (have.ragged() && !want.ragged()) {
            symptoms.add("ragged");
        } else if (!want.shape().equals(have.shape())) {
            addShapeSymptoms(want, have, tolerance, symptoms);
        }
        if (!symptoms.isEmpty()) {
            return symptoms;
        }
        symptoms.addAll(nonFiniteMismatch(want, have, arguments));
        if (!symptoms.isEmpty()) {
            return symptoms;
        }
        Tolerance narrowed = comparisonTolerance(want, tolerance);
        if (want.shape().size() == 2) {
            symptoms.addAll(MatrixSymptoms.of(want, have, narrowed));
        }
        symptoms.addAll(RoundingSymptoms.of(want, have, arguments));
        symptoms.addAll(FormulaSymptoms.of(want, have, arguments));
        symptoms.addAll(OrderSymptoms.of(expected, got, narrowed));
        symptoms.addAll(ElementwiseSymptoms.of(want, have, narrowed, arguments));
        return symptoms.stream()
                .map(symptom -> CoincidenceFilter.isLikelyCoincidence(symptom, want, have)
                        ? CoincidenceFilter.MAYBE + symptom
                        : symptom)
                .distinct()
                .toList();
    }

    /// The tolerance for comparing with wrong results: relative, between 1e-9 and 1e-5, and so tight for tiny
    /// numbers that not everything matches.
    private static Tolerance comparisonTolerance(NumericArray want, Tolerance tolerance) {
        double scale = IntStream.range(0, want.size())
                .mapToDouble(i -> Math.abs(want.get(i)))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        double relative = Math.clamp(tolerance.relative(), 1e-9, 1e-5);
        return new Tolerance(relative, 1e-12 * scale);
    }

    private static void addShapeSymptoms(
            NumericArray want, NumericArray have, Tolerance tolerance, List<String> symptoms) {
        List<Integer> transposed = want.shape().reversed();
        if (want.shape().size() == 2 && have.shape().equals(transposed)) {
            boolean same = IntStream.range(0, want.size())
                    .allMatch(i ->
                            tolerance.isClose(want.get(i), have.get(MatrixSymptoms.transposedIndex(i, want.shape()))));
            symptoms.add(same ? "transposed" : "shape@" + have.shapeText() + "/" + want.shapeText());
        } else if (want.shape().size() == 1 && have.shape().size() == 1) {
            symptoms.add("length@" + have.shapeText() + "/" + want.shapeText());
        } else {
            symptoms.add("shape@" + have.shapeText() + "/" + want.shapeText());
        }
    }

    /// Symptoms of an unexpected NaN or infinity, of a missing one, and of underflow to 0.
    private static List<String> nonFiniteMismatch(NumericArray want, NumericArray have, CallArguments arguments) {
        int nanLost = first(want, have, (w, h) -> Double.isNaN(w) && !Double.isNaN(h));
        if (nanLost >= 0) {
            return List.of(arguments.hasInfinity() && !arguments.hasNaN() ? "nan-lost:infinity" : "nan-lost");
        }
        int infinityLost = first(want, have, (w, h) -> Double.isInfinite(w) && Double.isFinite(h));
        if (infinityLost >= 0) {
            return List.of("infinity-lost");
        }
        int nan = first(want, have, (w, h) -> Double.isNaN(h) && !Double.isNaN(w));
        if (nan >= 0) {
            return List.of("nan" + cause(arguments, true) + indexSuffix(nan, have));
        }
        int infinite = first(want, have, (w, h) -> Double.isInfinite(h) && w != h);
        if (infinite >= 0 && want.get(infinite) == -have.get(infinite)) {
            return List.of("infinite:sign" + indexSuffix(infinite, have));
        }
        if (infinite >= 0) {
            boolean underflowed = have.get(infinite) < 0
                    && arguments.largestMagnitude() >= EXP_OVERFLOW
                    && Double.isFinite(want.get(infinite));
            return List.of((underflowed ? "infinite:log" : "infinite" + cause(arguments, false))
                    + indexSuffix(infinite, have));
        }
        boolean allZero = IntStream.range(0, have.size()).allMatch(i -> have.get(i) == 0);
        return allZero && arguments.smallestMagnitude() < 1 / SQUARE_OVERFLOW && !want.isIntegral()
                ? List.of("zero:square")
                : List.of();
    }

    private static List<String> nonFinite(NumericArray have, CallArguments arguments) {
        int nan = first(have, have, (w, h) -> Double.isNaN(h));
        if (nan >= 0) {
            return List.of("nan" + cause(arguments, true) + indexSuffix(nan, have));
        }
        int infinite = first(have, have, (w, h) -> Double.isInfinite(h));
        return infinite >= 0 ? List.of("infinite" + cause(arguments, false) + indexSuffix(infinite, have)) : List.of();
    }

    private static String cause(CallArguments arguments, boolean nan) {
        if (nan && arguments.hasInfinity()) {
            return ":infinity";
        }
        return arguments.largestMagnitude() >= SQUARE_OVERFLOW || arguments.smallestMagnitude() <= 1 / SQUARE_OVERFLOW
                ? ":square"
                : arguments.largestMagnitude() >= EXP_OVERFLOW ? ":exp" : "";
    }

    private static String indexSuffix(int index, NumericArray have) {
        return have.size() > 1 ? "@" + index : "";
    }

    private interface ElementPredicate {
        boolean test(double want, double have);
    }

    private static int first(NumericArray want, NumericArray have, ElementPredicate predicate) {
        return IntStream.range(0, have.size())
                .filter(i -> predicate.test(want.get(i), have.get(i)))
                .findFirst()
                .orElse(-1);
    }

    private static List<String> ofStrings(String want, String have) {
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
