package gradus.proctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What is wrong with where the elements stand: numbers, rows, words alike.
final class Order {

    private static final int MOST = 2_000;

    private final Object want;
    private final Object have;
    private final int n;
    private final Closeness closeness;

    private Order(Object want, Object have, Closeness closeness) {
        this.want = want;
        this.have = have;
        this.n = Closeness.length(want);
        this.closeness = closeness;
    }

    /// Of two sequences of one length; the first sign says most.
    static List<String> signs(Object expected, Object got, Closeness closeness) {
        int n = Closeness.length(expected);
        if (n < 2 || n > MOST || n != Closeness.length(got)) {
            return List.of();
        }
        return new Order(expected, got, closeness).signs();
    }

    private List<String> signs() {
        var signs = new ArrayList<String>();
        boolean varied = IntStream.range(1, n).anyMatch(i -> !closeness.same(want(0), want(i)));
        if (varied && mostlyEqual(1, n)) {
            signs.add("equal-but:first");
        }
        if (varied && mostlyEqual(0, n - 1)) {
            signs.add("equal-but:last");
        }
        if (!varied || n < 3) {
            if (varied && moved(1)) {
                signs.add("reversed");
            }
            return signs;
        }
        if (IntStream.range(0, n).allMatch(i -> closeness.same(want(i), have(n - 1 - i)))) {
            signs.add("reversed");
        }
        if (moved(1)) {
            signs.add("rolled:right");
        }
        if (moved(n - 1)) {
            signs.add("rolled:left");
        }
        if (signs.isEmpty() && IntStream.range(1, n).allMatch(i -> closeness.same(want(i - 1), have(i)))) {
            signs.add("shifted:right");
        }
        if (signs.isEmpty() && IntStream.range(1, n).allMatch(i -> closeness.same(want(i), have(i - 1)))) {
            signs.add("shifted:left");
        }
        if (signs.isEmpty() && permuted()) {
            signs.add(isSorted(have) && !isSorted(want) ? "sorted" : "permuted");
        }
        return signs;
    }

    private boolean mostlyEqual(int from, int to) {
        return IntStream.range(from, to).allMatch(i -> closeness.same(want(i), have(i)))
                && IntStream.range(from, to).anyMatch(i -> !isZero(want(i)));
    }

    /// Many a wrong calculation gives 0 where 0 is right.
    private static boolean isZero(@Nullable Object value) {
        return value instanceof Number number && number.doubleValue() == 0;
    }

    private boolean moved(int by) {
        return IntStream.range(0, n).allMatch(i -> closeness.same(want(i), have((i + by) % n)));
    }

    private boolean permuted() {
        var left = new ArrayList<@Nullable Object>();
        IntStream.range(0, n).forEach(i -> left.add(have(i)));
        for (int i = 0; i < n; i++) {
            int at = i;
            int found = IntStream.range(0, left.size())
                    .filter(j -> closeness.same(want(at), left.get(j)))
                    .findFirst()
                    .orElse(-1);
            if (found < 0) {
                return false;
            }
            left.remove(found);
        }
        return true;
    }

    private static boolean isSorted(Object value) {
        Numbers numbers = Numbers.of(value);
        double[] sorted = numbers.array();
        Arrays.sort(sorted);
        return numbers.shape().size() == 1 && Arrays.equals(sorted, numbers.array());
    }

    private @Nullable Object want(int i) {
        return Closeness.element(want, i);
    }

    private @Nullable Object have(int i) {
        return Closeness.element(have, i);
    }
}
