package gradus.proctor.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Symptoms of a wrong order: reversed, rolled, shifted, permuted. For sequences of numbers, rows or strings.
final class OrderSymptoms {

    private static final int MAX_LENGTH = 2_000;

    private final Object want;
    private final Object have;
    private final int n;
    private final Tolerance tolerance;

    private OrderSymptoms(Object want, Object have, Tolerance tolerance) {
        this.want = want;
        this.have = have;
        this.n = Tolerance.length(want);
        this.tolerance = tolerance;
    }

    /// The symptoms of two sequences of equal length, the most informative first.
    static List<String> of(Object expected, Object got, Tolerance tolerance) {
        int n = Tolerance.length(expected);
        if (n < 2 || n > MAX_LENGTH || n != Tolerance.length(got)) {
            return List.of();
        }
        return new OrderSymptoms(expected, got, tolerance).detect();
    }

    private List<String> detect() {
        var symptoms = new ArrayList<String>();
        boolean varied = IntStream.range(1, n).anyMatch(i -> !tolerance.isClose(want(0), want(i)));
        // Of two elements, one is often right by chance; one that is 0 was never written.
        if (varied && (n > 2 || isZero(have(0))) && mostlyEqual(1, n)) {
            symptoms.add("equal-but:first");
        }
        if (varied && (n > 2 || isZero(have(1))) && mostlyEqual(0, n - 1)) {
            symptoms.add("equal-but:last");
        }
        if (!varied || n < 3) {
            if (varied && isRolled(1)) {
                symptoms.add("reversed");
            }
            return symptoms;
        }
        if (IntStream.range(0, n).allMatch(i -> tolerance.isClose(want(i), have(n - 1 - i)))) {
            symptoms.add("reversed");
        }
        if (isRolled(1)) {
            symptoms.add("rolled:right");
        }
        if (isRolled(n - 1)) {
            symptoms.add("rolled:left");
        }
        if (symptoms.isEmpty() && IntStream.range(1, n).allMatch(i -> tolerance.isClose(want(i - 1), have(i)))) {
            symptoms.add("shifted:right");
        }
        if (symptoms.isEmpty() && IntStream.range(1, n).allMatch(i -> tolerance.isClose(want(i), have(i - 1)))) {
            symptoms.add("shifted:left");
        }
        if (symptoms.isEmpty() && isPermutation()) {
            symptoms.add(isSorted(have) && !isSorted(want) ? "sorted" : "permuted");
        }
        return symptoms;
    }

    private boolean mostlyEqual(int from, int to) {
        return IntStream.range(from, to).allMatch(i -> tolerance.isClose(want(i), have(i)))
                && IntStream.range(from, to).anyMatch(i -> !isZero(want(i)));
    }

    /// Whether `value` is 0, which many wrong calculations give too.
    private static boolean isZero(@Nullable Object value) {
        return value instanceof Number number && number.doubleValue() == 0;
    }

    private boolean isRolled(int by) {
        return IntStream.range(0, n).allMatch(i -> tolerance.isClose(want(i), have((i + by) % n)));
    }

    private boolean isPermutation() {
        var remaining = new ArrayList<@Nullable Object>();
        IntStream.range(0, n).forEach(i -> remaining.add(have(i)));
        for (int i = 0; i < n; i++) {
            int index = i;
            int found = IntStream.range(0, remaining.size())
                    .filter(j -> tolerance.isClose(want(index), remaining.get(j)))
                    .findFirst()
                    .orElse(-1);
            if (found < 0) {
                return false;
            }
            remaining.remove(found);
        }
        return true;
    }

    private static boolean isSorted(Object value) {
        NumericArray array = NumericArray.of(value);
        double[] sorted = array.toArray();
        Arrays.sort(sorted);
        return array.shape().size() == 1 && Arrays.equals(sorted, array.toArray());
    }

    private @Nullable Object want(int i) {
        return Tolerance.element(want, i);
    }

    private @Nullable Object have(int i) {
        return Tolerance.element(have, i);
    }
}
