package gradus.proctor.diagnosis;

import gradus.proctor.format.ValueFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tolerance of comparisons. Two values count as equal if they are
///
/// - numbers that differ by at most `absolute + relative · |expected|`, two NaNs, or the same infinity;
/// - arrays or lists of the same length with equal elements;
/// - other values that are equal by `equals`.
public record Tolerance(double relative, double absolute) {

    public static final Tolerance DEFAULT = new Tolerance(1e-9, 1e-12);
    public static final Tolerance EXACT = new Tolerance(0, 0);

    public boolean isClose(@Nullable Object expected, @Nullable Object got) {
        return switch (expected) {
            case null -> got == null;
            case Double want -> got instanceof Double have && isCloseNumber(want, have);
            case Float want -> got instanceof Float have && isCloseNumber(want, have);
            default -> {
                int length = length(expected);
                if (length < 0) {
                    yield expected.equals(got);
                }
                if (got == null
                        || expected.getClass().isArray() != got.getClass().isArray()
                        || length != length(got)) {
                    yield false;
                }
                yield firstDifferentIndex(expected, got) < 0;
            }
        };
    }

    /// The first difference of two sequences in words, or their lengths if these differ. Empty for other
    /// values and for short sequences.
    public String describeFirstDifference(Object expected, Object got) {
        int length = length(expected);
        if (length < 0 || length(got) < 0) {
            return "";
        }
        if (length != length(got)) {
            return " (length " + length(got) + ", expected " + length + ")";
        }
        int index = firstDifferentIndex(expected, got);
        return length < 4 || index < 0
                ? ""
                : " (first difference at index " + index + ": " + ValueFormatter.format(element(got, index))
                        + ", expected " + ValueFormatter.format(element(expected, index)) + ")";
    }

    private boolean isCloseNumber(double want, double have) {
        if (want == have || (Double.isNaN(want) && Double.isNaN(have))) {
            return true;
        }
        return Math.abs(want - have) <= absolute + relative * Math.abs(want) && !Double.isInfinite(want);
    }

    private int firstDifferentIndex(Object expected, Object got) {
        for (int i = 0; i < length(expected); i++) {
            if (!isClose(element(expected, i), element(got, i))) {
                return i;
            }
        }
        return -1;
    }

    public static int length(Object value) {
        return value instanceof List<?> list
                ? list.size()
                : value.getClass().isArray() ? java.lang.reflect.Array.getLength(value) : -1;
    }

    public static @Nullable Object element(Object value, int index) {
        return value instanceof List<?> list ? list.get(index) : java.lang.reflect.Array.get(value, index);
    }
}
