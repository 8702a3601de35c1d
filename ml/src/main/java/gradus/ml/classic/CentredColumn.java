package gradus.ml.classic;

import gradus.ml.linalg.PowerOfTwoScaling;
import gradus.ml.numbers.Numerics;
import java.util.Arrays;

/// A column of numbers minus their mean, divided by a power of 2. With weights, it is the weighted mean, and
/// each deviation is multiplied by the root of its weight, so that sums of products are weighted.
///
/// The mean is subtracted twice: first the rounded mean, then the mean of what is left. So the deviations
/// have all the digits that the numbers have, however far from 0 they are compared with their spread. They
/// are divided by a power of 2 so that no square of them overflows or underflows.
///
/// @param values the deviations from the mean, times the roots of the weights, divided by `2^exponent`: the
///     largest absolute value is at least 1 and less than 2, or all are 0 if the numbers are equal
/// @param exponent 0 if the numbers are equal
/// @param mean the weighted mean of the numbers
/// @param meanRemainder what the mean lost to rounding: the exact mean is `mean + meanRemainder`
/// @param size the Euclidean norm of the numbers themselves, times the roots of the weights, divided by
///     `2^exponent`. Times 2⁻⁵², it is what the deviations owe to the rounding of the numbers, in the same
///     sense
record CentredColumn(double[] values, int exponent, double mean, double meanRemainder, double size) {

    /// The distance from 1 to the next `double`, 2⁻⁵².
    static final double EPSILON = Math.ulp(1.0);

    /// Stands for a weight of 1 for each number.
    static final double[] NO_WEIGHTS = {};

    /// Centres finite numbers, at least one. O(n).
    static CentredColumn of(double[] numbers) {
        return of(numbers, NO_WEIGHTS);
    }

    /// Centres finite numbers, at least one, with a weight above 0 for each, or [#NO_WEIGHTS]. O(n).
    static CentredColumn of(double[] numbers, double[] weights) {
        double[] values = numbers.clone();
        double total = weights.length == 0 ? numbers.length : Numerics.sum(weights);
        if (isConstant(numbers)) {
            Arrays.fill(values, 0);
            return new CentredColumn(values, 0, numbers[0], 0, Math.sqrt(total) * Math.abs(numbers[0]));
        }
        int exponent = PowerOfTwoScaling.normalise(values);
        double size = norm(timesRoots(values, weights));
        double first = subtractMean(values, weights, total);
        double second = subtractMean(values, weights, total);
        values = timesRoots(values, weights);
        double mean = first + second;
        double remainder = (first - mean) + second;
        int further = PowerOfTwoScaling.normalise(values);
        return new CentredColumn(
                values,
                exponent + further,
                Math.scalb(mean, exponent),
                Math.scalb(remainder, exponent),
                Math.scalb(size, -further));
    }

    /// How far `number` is from the mean, not divided. It keeps the digits of numbers far from 0.
    double deviation(double number) {
        return (number - mean) - meanRemainder;
    }

    /// The deviations from the mean, times the roots of the weights, not divided.
    double[] deviations() {
        double[] deviations = values.clone();
        PowerOfTwoScaling.multiply(deviations, exponent);
        return deviations;
    }

    /// Whether all numbers are equal.
    boolean isConstant() {
        return isConstant(values);
    }

    /// The Euclidean norm of numbers whose squares neither overflow nor underflow.
    static double norm(double[] values) {
        int whole = values.length / 4 * 4;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int i = 0; i < whole; i += 4) {
            a += values[i] * values[i];
            b += values[i + 1] * values[i + 1];
            c += values[i + 2] * values[i + 2];
            d += values[i + 3] * values[i + 3];
        }
        for (int i = whole; i < values.length; i++) {
            a += values[i] * values[i];
        }
        return Math.sqrt((a + b) + (c + d));
    }

    private static boolean isConstant(double[] numbers) {
        for (double number : numbers) {
            if (number != numbers[0]) {
                return false;
            }
        }
        return true;
    }

    private static double[] timesRoots(double[] values, double[] weights) {
        if (weights.length == 0) {
            return values;
        }
        double[] products = new double[values.length];
        Arrays.setAll(products, i -> values[i] * Math.sqrt(weights[i]));
        return products;
    }

    /// Subtracts the weighted mean in place, and returns it.
    private static double subtractMean(double[] values, double[] weights, double total) {
        double mean = sum(times(values, weights)) / total;
        for (int i = 0; i < values.length; i++) {
            values[i] -= mean;
        }
        return mean;
    }

    /// A compensated sum in four parts, which a processor adds at the same time. Each part keeps its rounding
    /// errors (Knuth's TwoSum).
    private static double sum(double[] values) {
        int whole = values.length / 4 * 4;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double errors = 0;
        double others = 0;
        for (int i = 0; i < whole; i += 4) {
            double nextA = a + values[i];
            double nextB = b + values[i + 1];
            double nextC = c + values[i + 2];
            double nextD = d + values[i + 3];
            errors += lost(a, values[i], nextA) + lost(b, values[i + 1], nextB);
            others += lost(c, values[i + 2], nextC) + lost(d, values[i + 3], nextD);
            a = nextA;
            b = nextB;
            c = nextC;
            d = nextD;
        }
        double total = a;
        double lost = errors + others;
        double[] rest = {b, c, d};
        for (double part : rest) {
            double next = total + part;
            lost += lost(total, part, next);
            total = next;
        }
        for (int i = whole; i < values.length; i++) {
            double next = total + values[i];
            lost += lost(total, values[i], next);
            total = next;
        }
        return total + lost;
    }

    /// What `x + y` lost to rounding.
    private static double lost(double x, double y, double sum) {
        double ofY = sum - x;
        return (x - (sum - ofY)) + (y - ofY);
    }

    private static double[] times(double[] values, double[] weights) {
        if (weights.length == 0) {
            return values;
        }
        double[] products = new double[values.length];
        Arrays.setAll(products, i -> values[i] * weights[i]);
        return products;
    }
}
