package gradus.proctor.diagnosis;

import gradus.proctor.failure.CheckFault;
import gradus.proctor.format.ValueFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tolerance of comparisons. Two values count as equal if they are
///
/// - numbers that differ by at most `absolute + relative · |expected|`, two NaNs, or the same infinity;
/// - arrays or lists of the same length with equal elements;
/// - other values that are equal by `equals`, unless that is true for any object.
public record Tolerance(double relative, double absolute) {

    public static final Tolerance DEFAULT = new Tolerance(1e-9, 1e-12);
    public static final Tolerance EXACT = new Tolerance(0, 0);

    public Tolerance {
        CheckFault.requireTolerance("a relative tolerance", relative);
        CheckFault.requireTolerance("an absolute tolerance", absolute);
    }

    public boolean isClose(@Nullable Object expected, @Nullable Object got) {
        return switch (expected) {
            case null -> got == null;
            case Double want -> got instanceof Double have && isCloseNumber(want, have);
            case Float want -> got instanceof Float have && isCloseNumber(want, have);
            default -> {
                int length = length(expected);
                if (length < 0) {
                    yield got != null && expected.equals(got) && got.equals(expected) && !equalsAnything(got);
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

    /// The first difference of two sequences in words, or their lengths if these differ. For other values,
    /// that `equals` tells nothing apart, if so. Empty otherwise, and for short sequences.
    public String describeFirstDifference(Object expected, Object got) {
        int length = length(expected);
        if (length < 0 || length(got) < 0) {
            return equalsAnything(got) ? " (whose equals is true for any object)" : "";
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

    /// An `equals` that is always true would make any two results agree.
    private static boolean equalsAnything(Object value) {
        return value.equals(new Object());
    }

    private boolean isCloseNumber(double want, double have) {
        if (want == have || (Double.isNaN(want) && Double.isNaN(have))) {
            return true;
        }
        return Double.isFinite(want)
                && Double.isFinite(have)
                && Math.abs(want - have) <= absolute + relative * Math.abs(want);
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
