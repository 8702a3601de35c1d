package gradus.proctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Which formula a result comes from. Where the numbers that went in are in sight, and a usual formula makes the
/// expected result of them, another one may make what came: the mean in place of the sum, the sum without its
/// last number.
final class Formulas {

    /// One list, or two of the same length.
    private record Input(double[] x, double[] y) {

        Input part(int from, int to) {
            return new Input(
                    java.util.Arrays.copyOfRange(x, from, to),
                    y.length == 0 ? y : java.util.Arrays.copyOfRange(y, from, to));
        }
    }

    private static final Map<String, ToDoubleFunction<Input>> OF_ONE = new LinkedHashMap<>();
    private static final Map<String, ToDoubleFunction<Input>> OF_TWO = new LinkedHashMap<>();
    private static final Map<String, DoubleBinaryOperator> EACH = new LinkedHashMap<>();

    static {
        OF_ONE.put("sum", in -> over(in.x, x -> x));
        OF_ONE.put("mean", in -> over(in.x, x -> x) / in.x.length);
        OF_ONE.put("sum-of-squares", in -> over(in.x, x -> x * x));
        OF_ONE.put("norm", in -> Math.sqrt(over(in.x, x -> x * x)));
        OF_ONE.put("sum-of-sizes", in -> over(in.x, Math::abs));
        OF_ONE.put("largest-size", in -> largest(in.x));
        OF_ONE.put("root-mean-square", in -> Math.sqrt(over(in.x, x -> x * x) / in.x.length));
        OF_ONE.put("log-sum-exp", in -> logSumExp(in.x));
        OF_ONE.put("log-mean-exp", in -> logSumExp(in.x) - Math.log(in.x.length));
        OF_TWO.put("dot", Formulas::dot);
        OF_TWO.put("sum-of-both", in -> over(in, Double::sum));
        OF_TWO.put("mean-of-products", in -> dot(in) / in.x.length);
        // Of single numbers it is 1 or −1 whatever they are.
        OF_TWO.put("cosine", in -> in.x.length < 2 ? Double.NaN : dot(in) / (norm(in.x) * norm(in.y)));
        OF_TWO.put("city-distance", in -> over(in, (x, y) -> Math.abs(x - y)));
        OF_TWO.put("squared-distance", in -> over(in, (x, y) -> (x - y) * (x - y)));
        OF_TWO.put("distance", in -> Math.sqrt(over(in, (x, y) -> (x - y) * (x - y))));
        OF_TWO.put("signed-differences", in -> over(in, (x, y) -> x - y));
        OF_TWO.put("city-distance-of-sums", in -> over(in, (x, y) -> Math.abs(x + y)));
        OF_TWO.put("distance-of-sums", in -> Math.sqrt(over(in, (x, y) -> (x + y) * (x + y))));
        EACH.put("plus", Double::sum);
        EACH.put("minus", (x, y) -> x - y);
        EACH.put("times", (x, y) -> x * y);
        EACH.put("divided", (x, y) -> x / y);
    }

    private Formulas() {}

    /// Signs like `instead:mean/sum`, `without:last`. Several may fit a single small case; which of them other
    /// cases show as well is for the judge to see.
    static List<String> signs(Numbers expected, Numbers got, Sight sight) {
        var signs = new ArrayList<String>();
        List<List<Double>> lists = sight.lists();
        if (expected.isOne() && got.isOne() && expected.at(0) != 0) {
            inputs(lists).forEach(input -> one(expected.at(0), got.at(0), input, signs));
        } else if (!expected.isOne() && expected.shape().equals(got.shape()) && !lists.isEmpty()) {
            each(expected.array(), got.array(), sight, signs);
        }
        return signs.stream().distinct().toList();
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

    private static void one(double expected, double got, Input input, List<String> signs) {
        Map<String, ToDoubleFunction<Input>> family = input.y.length == 0 ? OF_ONE : OF_TWO;
        int n = input.x.length;
        family.forEach((asked, formula) -> {
            if (!close(formula.applyAsDouble(input), expected)) {
                return;
            }
            family.forEach((other, wrong) ->
                    found(wrong.applyAsDouble(input), got, expected, "instead:" + other + "/" + asked, signs));
            if (n == 2) {
                found(formula.applyAsDouble(input.part(1, 2)), got, expected, "alone:second", signs);
                found(formula.applyAsDouble(input.part(0, 1)), got, expected, "alone:first", signs);
            }
            found(formula.applyAsDouble(input.part(0, n - 1)), got, expected, "without:last", signs);
            found(formula.applyAsDouble(input.part(1, n)), got, expected, "without:first", signs);
            if (n > 1) {
                found(formula.applyAsDouble(input.part(n - 1, n)), got, expected, "only:last", signs);
                found(formula.applyAsDouble(input.part(0, 1)), got, expected, "only:first", signs);
            }
            if (input.y.length > 0) {
                found(formula.applyAsDouble(new Input(input.x, input.x)), got, expected, "itself", signs);
            }
        });
    }

    private static void found(double value, double got, double expected, String sign, List<String> signs) {
        // Too many ways lead to 0.
        if (got != 0 && close(value, got) && !close(value, expected)) {
            signs.add(sign);
        }
    }

    private static void each(double[] expected, double[] got, Sight sight, List<String> signs) {
        double[] x = array(sight.lists().getFirst());
        if (x.length != expected.length) {
            return;
        }
        if (all(x, got) && !all(x, expected)) {
            signs.add("as-given");
        }
        var seconds = new ArrayList<double[]>();
        sight.lists().stream()
                .skip(1)
                .map(list -> list.size() == 1 ? filled(list.getFirst(), x.length) : array(list))
                .filter(list -> list.length == x.length)
                .forEach(seconds::add);
        sight.scalars().forEach(scalar -> seconds.add(filled(scalar, x.length)));
        for (double[] y : seconds) {
            EACH.forEach((asked, formula) -> {
                if (!all(apply(formula, x, y), expected)) {
                    return;
                }
                EACH.forEach((other, wrong) -> {
                    if (all(apply(wrong, x, y), got) && !all(got, expected)) {
                        signs.add("instead:" + other + "/" + asked);
                    }
                });
                if (all(apply(formula, x, x), got)) {
                    signs.add("itself");
                }
                if (all(apply(formula, apply(formula, x, y), y), got)) {
                    signs.add("done-twice");
                }
            });
        }
    }

    private static double[] apply(DoubleBinaryOperator formula, double[] x, double[] y) {
        return IntStream.range(0, x.length)
                .mapToDouble(i -> formula.applyAsDouble(x[i], y[i]))
                .toArray();
    }

    private static boolean all(double[] a, double[] b) {
        return IntStream.range(0, a.length).allMatch(i -> close(a[i], b[i]));
    }

    private static boolean close(double a, double b) {
        return a == b || Double.isFinite(a - b) && Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b)) * 1e3;
    }

    private static double over(double[] x, java.util.function.DoubleUnaryOperator term) {
        return java.util.Arrays.stream(x).map(term).sum();
    }

    private static double over(Input in, DoubleBinaryOperator term) {
        return java.util.Arrays.stream(apply(term, in.x, in.y)).sum();
    }

    private static double dot(Input in) {
        return over(in, (x, y) -> x * y);
    }

    private static double logSumExp(double[] x) {
        double most = java.util.Arrays.stream(x).max().orElse(Double.NEGATIVE_INFINITY);
        return Double.isInfinite(most) ? most : most + Math.log(over(x, each -> Math.exp(each - most)));
    }

    private static double norm(double[] x) {
        return Math.sqrt(over(x, each -> each * each));
    }

    private static double largest(double[] x) {
        return java.util.Arrays.stream(x).map(Math::abs).max().orElse(0);
    }

    private static double[] filled(double value, int length) {
        return IntStream.range(0, length).mapToDouble(i -> value).toArray();
    }

    private static double[] array(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
