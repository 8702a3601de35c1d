package gradus.proctor.diagnosis;

import org.jspecify.annotations.Nullable;

/// What is in a value: a number, or arrays and lists of numbers at any depth.
public final class Contents {

    private interface NumberPredicate {
        boolean test(double number);
    }

    private Contents() {}

    /// Whether a number in `value` is NaN.
    public static boolean hasNan(@Nullable Object value) {
        return anyMatch(value, Double::isNaN);
    }

    /// Whether all numbers in `value` are finite, and neither `value` nor any of its elements is null.
    public static boolean isFinite(@Nullable Object value) {
        return !hasNull(value) && !anyMatch(value, number -> !Double.isFinite(number));
    }

    /// Whether `value` is null, or an array or list in which there is no element at any depth.
    public static boolean isNothing(@Nullable Object value) {
        if (value == null) {
            return true;
        }
        int length = Tolerance.length(value);
        for (int i = 0; i < length; i++) {
            if (!isNothing(Tolerance.element(value, i))) {
                return false;
            }
        }
        return length >= 0;
    }

    private static boolean hasNull(@Nullable Object value) {
        if (value == null) {
            return true;
        }
        if (value.getClass().isArray() && value.getClass().componentType().isPrimitive()) {
            return false;
        }
        for (int i = 0; i < Tolerance.length(value); i++) {
            if (hasNull(Tolerance.element(value, i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyMatch(@Nullable Object value, NumberPredicate predicate) {
        if (value instanceof double[] numbers) {
            for (double number : numbers) {
                if (predicate.test(number)) {
                    return true;
                }
            }
            return false;
        }
        if (value instanceof Double || value instanceof Float) {
            return predicate.test(((Number) value).doubleValue());
        }
        int length = value == null ? -1 : Tolerance.length(value);
        for (int i = 0; i < length; i++) {
            if (anyMatch(Tolerance.element(value, i), predicate)) {
                return true;
            }
        }
        return false;
    }
}
