package gradus.proctor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a wrong number looks like: the marks by which the judge says what to look at.
///
/// A constant ratio of got to expected is named when it is one that a common slip produces; so are NaN,
/// infinity, zero, a wrong length, a shift by one, a permutation.
final class Signs {

    private static final double[] RATIOS = {2, 0.5, -1, 1 / Math.log(2), Math.log(2)};
    private static final String[] RATIO_NAMES = {"ratio:2", "ratio:1/2", "ratio:-1", "ratio:1/ln2", "ratio:ln2"};

    private Signs() {}

    static List<String> of(@Nullable Object got) {
        double[] numbers = numbers(got);
        var signs = new ArrayList<String>();
        if (IntStream.range(0, numbers.length).anyMatch(i -> Double.isNaN(numbers[i]))) {
            signs.add("nan");
        }
        if (IntStream.range(0, numbers.length).anyMatch(i -> Double.isInfinite(numbers[i]))) {
            signs.add("infinite");
        }
        return signs;
    }

    static List<String> of(Object expected, Object got, Closeness closeness) {
        var signs = new ArrayList<>(of(got));
        double[] want = numbers(expected);
        double[] have = numbers(got);
        if (want.length == 0 || have.length == 0) {
            return signs;
        }
        if (want.length != have.length) {
            signs.add("length");
            return signs;
        }
        for (int r = 0; r < RATIOS.length; r++) {
            if (proportional(want, have, RATIOS[r])) {
                signs.add(RATIO_NAMES[r]);
            }
        }
        if (want.length == 1) {
            single(want[0], have[0], signs);
        } else {
            several(want, have, closeness, signs);
        }
        return signs;
    }

    private static void single(double want, double have, List<String> signs) {
        if (have == 0 && want != 0) {
            signs.add("zero");
        }
        if (want > 0 && want != 1 && close(have, Math.sqrt(want))) {
            signs.add("square-root");
        }
        if (want > 0 && want != 1 && close(have, want * want)) {
            signs.add("squared");
        }
        if (Math.abs(have - want) == 1) {
            signs.add("off-by-one");
        }
    }

    private static void several(double[] want, double[] have, Closeness closeness, List<String> signs) {
        int n = want.length;
        if (n > 2 && IntStream.range(1, n).allMatch(i -> closeness.same(want[i], have[i - 1]))) {
            signs.add("shifted");
        }
        double[] sortedWant = want.clone();
        double[] sortedHave = have.clone();
        java.util.Arrays.sort(sortedWant);
        java.util.Arrays.sort(sortedHave);
        if (closeness.same(sortedWant, sortedHave)) {
            signs.add("permuted");
        }
        if (java.util.Arrays.stream(have).allMatch(x -> x == 0)) {
            signs.add("zero");
        }
    }

    private static boolean proportional(double[] want, double[] have, double ratio) {
        return java.util.Arrays.stream(want).anyMatch(x -> x != 0)
                && IntStream.range(0, want.length).allMatch(i -> close(have[i], ratio * want[i]));
    }

    private static boolean close(double a, double b) {
        return Math.abs(a - b) <= 1e-12 + 1e-9 * Math.abs(b);
    }

    private static double[] numbers(@Nullable Object value) {
        return switch (value) {
            case Double number -> new double[] {number};
            case Float number -> new double[] {number};
            case Integer number -> new double[] {number};
            case double[] numbers -> numbers;
            case int[] numbers -> IntStream.of(numbers).asDoubleStream().toArray();
            case null, default -> new double[0];
        };
    }
}
