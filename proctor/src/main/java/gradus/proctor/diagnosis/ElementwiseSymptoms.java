package gradus.proctor.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Symptoms that all elements of a wrong result share: a constant factor, a constant offset, or a function of
/// the expected element.
final class ElementwiseSymptoms {

    private static final double TINY = 1e-6;

    private final double[] want;
    private final double[] have;
    private final Tolerance tolerance;
    private final CallArguments arguments;
    private final List<String> symptoms = new ArrayList<>();

    private ElementwiseSymptoms(NumericArray want, NumericArray have, Tolerance tolerance, CallArguments arguments) {
        this.want = want.toArray();
        this.have = have.toArray();
        // Numbers that are tiny compared with the largest needn't match.
        this.tolerance = new Tolerance(tolerance.relative(), 1e-12 * largestMagnitude(have.toArray()));
        this.arguments = arguments;
    }

    static List<String> of(NumericArray want, NumericArray have, Tolerance tolerance, CallArguments arguments) {
        var found = new ElementwiseSymptoms(want, have, tolerance, arguments);
        if (want.isIntegral()) {
            found.integers(want.isScalar());
        } else {
            found.reals();
        }
        return found.symptoms;
    }

    /// Symptoms of indices and counts: off by one, or of opposite sign.
    private void integers(boolean one) {
        if (matchesEverywhere(x -> x + 1)) {
            symptoms.add(one ? "one-more" : "off-by-one:each");
        } else if (matchesEverywhere(x -> x - 1)) {
            symptoms.add(one ? "one-less" : "off-by-one:each");
        } else if (!one && matchesEverywhere(x -> -x)) {
            symptoms.add("ratio:-1");
        }
    }

    private void reals() {
        if (DoubleStream.of(want).allMatch(x -> x == 0)) {
            offset();
            return;
        }
        if (DoubleStream.of(have).allMatch(x -> x == 0)) {
            // Next to a tiny number, 0 may be a matter of accuracy.
            if (DoubleStream.of(want).anyMatch(x -> Math.abs(x) >= TINY)) {
                symptoms.add("zero");
            }
            return;
        }
        functions();
        cumulative();
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
        if (!Double.isFinite(ratio) || ratio == 0 || !matchesEverywhere(x -> ratio * x)) {
            if (want.length > 1 && matchesEverywhere(Math::abs)) {
                symptoms.add("absolute");
            } else if (IntStream.range(0, want.length)
                    .allMatch(i -> tolerance.isClose(Math.abs(want[i]), Math.abs(have[i])))) {
                symptoms.add("some-signs");
            }
            return;
        }
        if (Math.abs(ratio - 1) < 1e-6) {
            return;
        }
        List<String> sized = is(ratio, 2) || is(ratio, 0.5) ? List.of() : sizeRatios(ratio);
        for (KnownRatio knownRatio : KnownRatio.values()) {
            if (is(ratio, knownRatio.ratio)) {
                symptoms.add("ratio:" + knownRatio.code);
            }
        }
        symptoms.addAll(sized);
        if (symptoms.isEmpty() && want.length > 1) {
            symptoms.add("constant@" + shown(ratio));
        } else if (symptoms.isEmpty() && is(ratio, Math.rint(ratio)) && ratio > 0 && ratio <= 100) {
            symptoms.add("constant@" + shown(ratio));
        } else if (symptoms.isEmpty() && is(1 / ratio, Math.rint(1 / ratio)) && ratio >= 0.01) {
            symptoms.add("constant@1/" + shown(1 / ratio));
        }
    }

    /// Symptoms of a ratio that depends on the length n of an argument or of the result: n, 1/n, n/(n − 1),
    /// √n.
    private List<String> sizeRatios(double ratio) {
        List<Integer> sizes = Stream.concat(
                        arguments.lengths().stream(), want.length > 1 ? Stream.of(want.length) : Stream.of())
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

    private void add(String symptom, DoubleUnaryOperator function) {
        if (matchesEverywhere(function) && !matchesEverywhere(x -> x)) {
            symptoms.add(symptom);
        }
    }

    /// A running total that goes on from element to element.
    private void cumulative() {
        if (DoubleStream.of(want).limit(want.length - 1).filter(x -> x != 0).count() < 2) {
            return;
        }
        double[] totals = want.clone();
        Arrays.parallelPrefix(totals, Double::sum);
        if (IntStream.range(0, want.length).allMatch(i -> tolerance.isClose(totals[i], have[i]))) {
            symptoms.add("cumulative");
        }
    }

    private void normalised() {
        if (want.length < 2) {
            return;
        }
        double max = DoubleStream.of(have).max().orElse(0);
        double sum = DoubleStream.of(have).map(x -> Math.exp(x - max)).sum();
        if (IntStream.range(0, want.length).allMatch(i -> tolerance.isClose(want[i], Math.exp(have[i] - max) / sum))) {
            symptoms.add("before-softmax");
        }
        double total = DoubleStream.of(have).sum();
        double wanted = DoubleStream.of(want).sum();
        if (is(wanted, 1)
                && !is(total, 1)
                && IntStream.range(0, want.length).allMatch(i -> tolerance.isClose(want[i], have[i] / total))) {
            symptoms.addFirst("before-normalising");
        }
    }

    private void offset() {
        double offset = have[0] - want[0];
        if (offset == 0 || !matchesEverywhere(x -> x + offset)) {
            return;
        }
        if (want.length != 2 && (want.length > 2 || offset == Math.rint(offset) && Math.abs(offset) <= 10)) {
            symptoms.add("offset@" + shown(offset));
        }
    }

    private static double largestMagnitude(double[] numbers) {
        return DoubleStream.of(numbers)
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    private boolean matchesEverywhere(DoubleUnaryOperator function) {
        return IntStream.range(0, want.length)
                .allMatch(i -> tolerance.isClose(function.applyAsDouble(want[i]), have[i]));
    }

    private static boolean is(double a, double b) {
        return Math.abs(a - b) <= 1e-9 * Math.abs(b);
    }

    private static String shown(double number) {
        return is(number, Math.rint(number))
                ? Long.toString(Math.round(number))
                : Double.toString(Math.round(number * 1e6) / 1e6);
    }

    private enum KnownRatio {
        TWICE("2", 2),
        HALF("1/2", 0.5),
        NEGATED("-1", -1),
        NATS_TO_BITS("1/ln2", 1 / Math.log(2)),
        BITS_TO_NATS("ln2", Math.log(2)),
        LN_TO_LOG10("1/ln10", 1 / Math.log(10)),
        LOG10_TO_LN("ln10", Math.log(10)),
        PERCENT("100", 100),
        DEGREES("degrees", 180 / Math.PI);

        private final String code;
        private final double ratio;

        KnownRatio(String code, double ratio) {
            this.code = code;
            this.ratio = ratio;
        }
    }
}
