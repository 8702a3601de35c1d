package gradus.proctor.diagnosis;

import gradus.proctor.format.ValueFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When two values count as the same: numbers that differ by at most `absolute + relative · |expected|`, two
/// NaNs, the same infinity; arrays and lists of the same length with the same elements; anything else that is
/// equal.
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

    /// Where two sequences of one length first differ, in words; empty for other values or where it is plain
    /// to see.
    public String describeFirstDifference(Object expected, Object got) {
        int length = length(expected);
        if (length < 0 || length(got) < 0) {
            return "";
        }
        if (length != length(got)) {
            return " (length " + length(got) + " in place of " + length + ")";
        }
        int index = firstDifferentIndex(expected, got);
        return length < 4 || index < 0
                ? ""
                : " (first differs at index " + index + ": " + ValueFormatter.format(element(got, index))
                        + " in place of " + ValueFormatter.format(element(expected, index)) + ")";
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

    static @Nullable public Object element(Object value, int index) {
        return value instanceof List<?> list ? list.get(index) : java.lang.reflect.Array.get(value, index);
    }
}
