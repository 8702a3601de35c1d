package gradus.ml.training;

import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Right and wrong solutions like those of learners. No lab has them: a worker runs them to record the classes that
/// it loads.
public final class Numbers {

    private Numbers() {}

    public static double sum(double[] x) {
        double sum = 0;
        for (double number : x) {
            sum += number;
        }
        return sum;
    }

    public static double sumOfSquares(double[] x) {
        return Arrays.stream(x).map(number -> number * number).sum();
    }

    public static double dot(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("expected two arrays of one length, got " + x.length + " and " + y.length);
        }
        return IntStream.range(0, x.length).mapToDouble(i -> x[i] * y[i]).sum();
    }

    public static double[] sorted(double[] x) {
        return DoubleStream.of(x).sorted().toArray();
    }

    public static double[] scaled(double[] x, double factor) {
        return Arrays.stream(x).map(number -> factor * number).toArray();
    }

    public static double[] scaledInPlace(double[] x, double factor) {
        Arrays.setAll(x, i -> factor * x[i]);
        return x;
    }

    public static double[][] transposed(double[][] rows) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("expected at least one row");
        }
        return IntStream.range(0, rows[0].length)
                .mapToObj(j -> Arrays.stream(rows).mapToDouble(row -> row[j]).toArray())
                .toArray(double[][]::new);
    }

    public static double largest(double[] x) {
        return Arrays.stream(x).max().orElseThrow(() -> new IllegalArgumentException("expected at least one number"));
    }

    public static double largestOrBeyond(double[] x) {
        double largest = x[x.length];
        return Math.max(largest, Math.log(Math.exp(x[0])));
    }

    public static int deep(int n) {
        return 1 + deep(n + 1);
    }

    public static String mostFrequent(List<String> words) {
        Map<String, Integer> counts = new HashMap<>();
        words.forEach(word -> counts.merge(word, 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    public static Map<Boolean, List<Double>> split(List<Double> x) {
        return x.stream().collect(Collectors.partitioningBy(number -> number < 0));
    }

    public static double[] draws(int count, long seed) {
        return new Random(seed).doubles(count).toArray();
    }

    public static double[] gaussians(int count, long seed) {
        var random = new Random(seed);
        return DoubleStream.generate(random::nextGaussian).limit(count).toArray();
    }

    public static DoubleSummaryStatistics statistics(double[] x) {
        return Arrays.stream(x).boxed().collect(Collectors.summarizingDouble(Double::doubleValue));
    }

    public static double unfinished(double[] x) {
        throw new UnsupportedOperationException("TODO");
    }
}
