package gradus.proctor.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Symptoms of a wrong formula. If a common formula gives the expected result for the arguments of the call,
/// another one may give the actual result: the mean instead of the sum, or the sum without the last element.
final class FormulaSymptoms {

    /// The arguments of a formula: one list, or two of the same length. `y` is empty if there is one.
    private record Input(double[] x, double[] y) {

        Input slice(int from, int to) {
            return new Input(
                    java.util.Arrays.copyOfRange(x, from, to),
                    y.length == 0 ? y : java.util.Arrays.copyOfRange(y, from, to));
        }
    }

    private static final Map<String, ToDoubleFunction<Input>> OF_ONE_LIST = new LinkedHashMap<>();
    private static final Map<String, ToDoubleFunction<Input>> OF_TWO_LISTS = new LinkedHashMap<>();
    private static final Map<String, DoubleBinaryOperator> ELEMENTWISE = new LinkedHashMap<>();

    static {
        OF_ONE_LIST.put("sum", in -> sum(in.x, x -> x));
        OF_ONE_LIST.put("mean", in -> sum(in.x, x -> x) / in.x.length);
        OF_ONE_LIST.put("sum-of-squares", in -> sum(in.x, x -> x * x));
        OF_ONE_LIST.put("norm", in -> Math.sqrt(sum(in.x, x -> x * x)));
        OF_ONE_LIST.put("sum-of-sizes", in -> sum(in.x, Math::abs));
        OF_ONE_LIST.put("largest-size", in -> largest(in.x));
        OF_ONE_LIST.put("root-mean-square", in -> Math.sqrt(sum(in.x, x -> x * x) / in.x.length));
        OF_ONE_LIST.put("log-sum-exp", in -> logSumExp(in.x));
        OF_ONE_LIST.put("log-mean-exp", in -> logSumExp(in.x) - Math.log(in.x.length));
        OF_TWO_LISTS.put("dot", FormulaSymptoms::dot);
        OF_TWO_LISTS.put("sum-of-both", in -> sum(in, Double::sum));
        OF_TWO_LISTS.put("mean-of-products", in -> dot(in) / in.x.length);
        // For single numbers the cosine is always 1 or −1.
        OF_TWO_LISTS.put("cosine", in -> in.x.length < 2 ? Double.NaN : dot(in) / (norm(in.x) * norm(in.y)));
        OF_TWO_LISTS.put("city-distance", in -> sum(in, (x, y) -> Math.abs(x - y)));
        OF_TWO_LISTS.put("squared-distance", in -> sum(in, (x, y) -> (x - y) * (x - y)));
        OF_TWO_LISTS.put("distance", in -> Math.sqrt(sum(in, (x, y) -> (x - y) * (x - y))));
        OF_TWO_LISTS.put("signed-differences", in -> sum(in, (x, y) -> x - y));
        OF_TWO_LISTS.put("city-distance-of-sums", in -> sum(in, (x, y) -> Math.abs(x + y)));
        OF_TWO_LISTS.put("distance-of-sums", in -> Math.sqrt(sum(in, (x, y) -> (x + y) * (x + y))));
        ELEMENTWISE.put("plus", Double::sum);
        ELEMENTWISE.put("minus", (x, y) -> x - y);
        ELEMENTWISE.put("times", (x, y) -> x * y);
        ELEMENTWISE.put("divided", (x, y) -> x / y);
    }

    private FormulaSymptoms() {}

    /// Symptoms such as `instead:mean/sum` and `without:last`. Several may fit a single small case; the judge
    /// decides which of them other cases confirm.
    static List<String> of(NumericArray expected, NumericArray got, CallArguments arguments) {
        var symptoms = new ArrayList<String>();
        List<List<Double>> lists = arguments.lists();
        if (expected.isScalar() && got.isScalar() && expected.get(0) != 0) {
            inputs(lists).forEach(input -> scalarResult(expected.get(0), got.get(0), input, symptoms));
        } else if (!expected.isScalar() && expected.shape().equals(got.shape()) && !lists.isEmpty()) {
            elementwiseResult(expected.toArray(), got.toArray(), arguments, symptoms);
        }
        return symptoms.stream().distinct().toList();
    }

    private static List<Input> inputs(List<List<Double>> lists) {
        if (lists.isEmpty()) {
            return List.of();
        }
        double[] x = array(lists.getFirst());
        return lists.size() == 1
                ? List.of(new Input(x, new double[0]))
                : lists.get(1).size() == x.length ? List.of(new Input(x, array(lists.get(1)))) : List.of();
    }

    private static void scalarResult(double expected, double got, Input input, List<String> symptoms) {
        Map<String, ToDoubleFunction<Input>> family = input.y.length == 0 ? OF_ONE_LIST : OF_TWO_LISTS;
        int n = input.x.length;
        family.forEach((asked, formula) -> {
            if (!isClose(formula.applyAsDouble(input), expected)) {
                return;
            }
            // Of a single number, many formulas make the same.
            if (n > 1) {
                family.forEach((other, wrong) -> addIfMatching(
                        wrong.applyAsDouble(input), got, expected, "instead:" + other + "/" + asked, symptoms));
            }
            double first = formula.applyAsDouble(input.slice(0, 1));
            double last = formula.applyAsDouble(input.slice(n - 1, n));
            double withoutFirst = formula.applyAsDouble(input.slice(1, n));
            double withoutLast = formula.applyAsDouble(input.slice(0, n - 1));
            if (n == 2 && !isClose(first, last)) {
                addIfMatching(last, got, expected, "alone:second", symptoms);
                addIfMatching(first, got, expected, "alone:first", symptoms);
            }
            // If it may be either end, nothing is known.
            if (n == 1 || !isClose(withoutFirst, withoutLast)) {
                addIfMatching(withoutLast, got, expected, "without:last", symptoms);
                addIfMatching(withoutFirst, got, expected, "without:first", symptoms);
            }
            if (n > 1 && !isClose(first, last)) {
                addIfMatching(last, got, expected, "only:last", symptoms);
                addIfMatching(first, got, expected, "only:first", symptoms);
            }
            // A cosine of 1 may have been clamped.
            if (input.y.length > 0 && Math.abs(got) != 1) {
                addIfMatching(formula.applyAsDouble(new Input(input.x, input.x)), got, expected, "itself", symptoms);
            }
        });
    }

    private static void addIfMatching(
            double value, double got, double expected, String symptom, List<String> symptoms) {
        // Too many calculations give 0.
        if (got != 0 && isClose(value, got) && !isClose(value, expected)) {
            symptoms.add(symptom);
        }
    }

    private static void elementwiseResult(
            double[] expected, double[] got, CallArguments arguments, List<String> symptoms) {
        double[] x = array(arguments.lists().getFirst());
        if (x.length != expected.length) {
            return;
        }
        if (allClose(x, got) && !allClose(x, expected)) {
            symptoms.add("as-given");
        }
        var seconds = new ArrayList<double[]>();
        arguments.lists().stream()
                .skip(1)
                .map(list -> list.size() == 1 ? constant(list.getFirst(), x.length) : array(list))
                .filter(list -> list.length == x.length)
                .forEach(seconds::add);
        arguments.scalars().forEach(scalar -> seconds.add(constant(scalar, x.length)));
        for (double[] y : seconds) {
            ELEMENTWISE.forEach((asked, formula) -> {
                if (!allClose(apply(formula, x, y), expected)) {
                    return;
                }
                ELEMENTWISE.forEach((other, wrong) -> {
                    if (allClose(apply(wrong, x, y), got) && !allClose(got, expected)) {
                        symptoms.add("instead:" + other + "/" + asked);
                    }
                });
                if (allClose(apply(formula, x, x), got)) {
                    symptoms.add("itself");
                }
                if (allClose(apply(formula, apply(formula, x, y), y), got)) {
                    symptoms.add("done-twice");
                }
            });
        }
    }

    private static double[] apply(DoubleBinaryOperator formula, double[] x, double[] y) {
        return IntStream.range(0, x.length)
                .mapToDouble(i -> formula.applyAsDouble(x[i], y[i]))
                .toArray();
    }

    private static boolean allClose(double[] a, double[] b) {
        return IntStream.range(0, a.length).allMatch(i -> isClose(a[i], b[i]));
    }

    private static boolean isClose(double a, double b) {
        return a == b || Double.isFinite(a - b) && Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b)) * 1e3;
    }

    private static double sum(double[] x, java.util.function.DoubleUnaryOperator term) {
        return java.util.Arrays.stream(x).map(term).sum();
    }

    private static double sum(Input in, DoubleBinaryOperator term) {
        return java.util.Arrays.stream(apply(term, in.x, in.y)).sum();
    }

    private static double dot(Input in) {
        return sum(in, (x, y) -> x * y);
    }

    private static double logSumExp(double[] x) {
        double max = java.util.Arrays.stream(x).max().orElse(Double.NEGATIVE_INFINITY);
        return Double.isInfinite(max) ? max : max + Math.log(sum(x, each -> Math.exp(each - max)));
    }

    private static double norm(double[] x) {
        return Math.sqrt(sum(x, each -> each * each));
    }

    private static double largest(double[] x) {
        return java.util.Arrays.stream(x).map(Math::abs).max().orElse(0);
    }

    private static double[] constant(double value, int length) {
        return IntStream.range(0, length).mapToDouble(i -> value).toArray();
    }

    private static double[] array(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
