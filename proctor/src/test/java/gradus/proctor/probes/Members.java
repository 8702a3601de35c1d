package gradus.proctor.probes;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Probes of small members, and right definitions of these.
final class Members {

    private Members() {}

    static MemberProbes<double[], double[]> sum(Function<double[], Double> member) {
        return sum(member, Members::plainSum);
    }

    static MemberProbes<double[], double[]> sum(
            Function<double[], Double> member, Function<double[], Double> definition) {
        return MemberProbes.of("sum(x)", Argument.array(), member, definition).within(1e-12, 1e-10);
    }

    static MemberProbes<double[], double[]> dot(BiFunction<double[], double[], Double> member) {
        return MemberProbes.of("dot(x, y)", Argument.array(), Argument.array(), member, Members::plainDot);
    }

    static MemberProbes<double[], double[]> doubled(Function<double[], double[]> member) {
        return MemberProbes.of("doubled(x)", Argument.array(), member, Members::plainDoubled);
    }

    static MemberProbes<double[], double[]> largest(Function<double[], Double> member) {
        return MemberProbes.of("largest(x)", Argument.array(), member, Members::plainLargest);
    }

    static double[] sorted(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    static double exactSum(double[] x) {
        double[] ones = new double[x.length];
        Arrays.fill(ones, 1);
        return exactDot(x, ones);
    }

    static double exactDot(double[] x, double[] y) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
                return plainDot(x, y);
            }
            sum = sum.add(new BigDecimal(x[i]).multiply(new BigDecimal(y[i])));
        }
        return sum.doubleValue();
    }

    static double plainSum(double[] x) {
        double sum = 0;
        for (double element : x) {
            sum += element;
        }
        return sum;
    }

    static double plainDot(double[] x, double[] y) {
        double dot = 0;
        for (int i = 0; i < x.length; i++) {
            dot += x[i] * y[i];
        }
        return dot;
    }

    static double[] plainDoubled(double[] x) {
        return Arrays.stream(x).map(element -> 2 * element).toArray();
    }

    static double plainLargest(double[] x) {
        return Arrays.stream(x).reduce(Double.NEGATIVE_INFINITY, Math::max);
    }

    static double[] plainColumnSums(double[][] rows) {
        double[] sums = new double[3];
        for (double[] row : rows) {
            for (int j = 0; j < 3; j++) {
                sums[j] += row[j];
            }
        }
        return sums;
    }
}
