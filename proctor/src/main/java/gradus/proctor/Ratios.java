package gradus.proctor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What every number of a wrong result has in common with the right one: a factor, a difference, a function.
final class Ratios {

    private final double[] want;
    private final double[] have;
    private final Closeness near;
    private final Sight sight;
    private final List<String> signs = new ArrayList<>();

    private Ratios(Numbers want, Numbers have, Closeness near, Sight sight) {
        this.want = want.array();
        this.have = have.array();
        // What is tiny beside the right numbers need not be like them.
        this.near = new Closeness(near.relative(), 1e-12 * largest(have.array()));
        this.sight = sight;
    }

    static List<String> signs(Numbers want, Numbers have, Closeness near, Sight sight) {
        var ratios = new Ratios(want, have, near, sight);
        if (want.whole()) {
            ratios.counts(want.isOne());
        } else {
            ratios.measures();
        }
        return ratios.signs;
    }

    /// An index or a count: what counts is by how much it is off.
    private void counts(boolean one) {
        if (each(x -> x + 1)) {
            signs.add(one ? "one-more" : "off-by-one:each");
        } else if (each(x -> x - 1)) {
            signs.add(one ? "one-less" : "off-by-one:each");
        } else if (!one && each(x -> -x)) {
            signs.add("ratio:-1");
        }
    }

    private void measures() {
        if (DoubleStream.of(want).allMatch(x -> x == 0)) {
            offset();
            return;
        }
        if (DoubleStream.of(have).allMatch(x -> x == 0)) {
            signs.add("zero");
            return;
        }
        functions();
        factors();
        normalised();
        offset();
    }

    private void factors() {
        int at = IntStream.range(0, want.length)
                .boxed()
                .max((a, b) -> Double.compare(Math.abs(want[a]), Math.abs(want[b])))
                .orElse(0);
        double ratio = have[at] / want[at];
        if (!Double.isFinite(ratio) || ratio == 0 || !each(x -> ratio * x)) {
            if (want.length > 1 && each(Math::abs)) {
                signs.add("absolute");
            } else if (IntStream.range(0, want.length).allMatch(i -> near.same(Math.abs(want[i]), Math.abs(have[i])))) {
                signs.add("some-signs");
            }
            return;
        }
        List<String> sized = is(ratio, 2) || is(ratio, 0.5) ? List.of() : sized(ratio);
        for (Known known : Known.values()) {
            if (is(ratio, known.ratio)) {
                signs.add("ratio:" + known.words);
            }
        }
        signs.addAll(sized);
        if (signs.isEmpty() && want.length > 1) {
            signs.add("constant@" + shown(ratio));
        } else if (signs.isEmpty() && is(ratio, Math.rint(ratio)) && ratio > 0 && ratio <= 100) {
            signs.add("constant@" + shown(ratio));
        } else if (signs.isEmpty() && is(1 / ratio, Math.rint(1 / ratio)) && ratio >= 0.01) {
            signs.add("constant@1/" + shown(1 / ratio));
        }
    }

    /// As the sizes of what went in make them.
    private List<String> sized(double ratio) {
        List<Integer> sizes = Stream.concat(
                        sight.sizes().stream(), want.length > 1 ? Stream.of(want.length) : Stream.of())
                .filter(n -> n > 1)
                .distinct()
                .toList();
        var found = new ArrayList<String>();
        for (int n : sizes) {
            if (is(ratio, n)) {
                found.add("ratio:n@" + n);
            } else if (is(ratio, 1.0 / n)) {
                found.add("ratio:1/n@" + n);
            } else if (is(ratio, n / (n - 1.0))) {
                found.add("ratio:n/(n-1)@" + n);
            } else if (is(ratio, (n - 1.0) / n)) {
                found.add("ratio:(n-1)/n@" + n);
            } else if (is(ratio, Math.sqrt(n))) {
                found.add("ratio:root-n@" + n);
            } else if (is(ratio, 1 / Math.sqrt(n))) {
                found.add("ratio:1/root-n@" + n);
            }
        }
        return found.stream().limit(1).collect(Collectors.toList());
    }

    private void functions() {
        boolean known = DoubleStream.of(want).anyMatch(x -> x != 0 && Math.abs(x) != 1);
        if (!known) {
            return;
        }
        add("squared", x -> x * x);
        if (DoubleStream.of(want).allMatch(x -> x >= 0)) {
            add("square-root", Math::sqrt);
        }
        add("complement", x -> 1 - x);
        add("exponential", Math::exp);
        add("logarithm", Math::log);
        if (DoubleStream.of(want).allMatch(x -> Math.abs(x) <= 1)) {
            add("angle", Math::acos);
            add("angle:degrees", x -> Math.toDegrees(Math.acos(x)));
        }
        if (want.length > 1) {
            add("inverse", x -> 1 / x);
        }
    }

    private void add(String sign, DoubleUnaryOperator function) {
        if (each(function) && !each(x -> x)) {
            signs.add(sign);
        }
    }

    private void normalised() {
        if (want.length < 2) {
            return;
        }
        double most = DoubleStream.of(have).max().orElse(0);
        double sum = DoubleStream.of(have).map(x -> Math.exp(x - most)).sum();
        if (IntStream.range(0, want.length).allMatch(i -> near.same(want[i], Math.exp(have[i] - most) / sum))) {
            signs.add("before-softmax");
        }
        double total = DoubleStream.of(have).sum();
        double wanted = DoubleStream.of(want).sum();
        if (is(wanted, 1)
                && !is(total, 1)
                && IntStream.range(0, want.length).allMatch(i -> near.same(want[i], have[i] / total))) {
            signs.addFirst("before-normalising");
        }
    }

    private void offset() {
        double offset = have[0] - want[0];
        if (offset == 0 || !each(x -> x + offset)) {
            return;
        }
        if (want.length != 2 && (want.length > 2 || offset == Math.rint(offset) && Math.abs(offset) <= 10)) {
            signs.add("offset@" + shown(offset));
        }
    }

    private static double largest(double[] numbers) {
        return DoubleStream.of(numbers)
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    private boolean each(DoubleUnaryOperator function) {
        return IntStream.range(0, want.length).allMatch(i -> near.same(function.applyAsDouble(want[i]), have[i]));
    }

    private static boolean is(double a, double b) {
        return Math.abs(a - b) <= 1e-9 * Math.abs(b);
    }

    private static String shown(double number) {
        return is(number, Math.rint(number))
                ? Long.toString(Math.round(number))
                : Double.toString(Math.round(number * 1e6) / 1e6);
    }

    private enum Known {
        TWICE("2", 2),
        HALF("1/2", 0.5),
        NEGATED("-1", -1),
        BITS("1/ln2", 1 / Math.log(2)),
        NATS("ln2", Math.log(2)),
        TENS("1/ln10", 1 / Math.log(10)),
        TENTHS("ln10", Math.log(10)),
        PERCENT("100", 100),
        DEGREES("degrees", 180 / Math.PI);

        private final String words;
        private final double ratio;

        Known(String words, double ratio) {
            this.words = words;
            this.ratio = ratio;
        }
    }
}
