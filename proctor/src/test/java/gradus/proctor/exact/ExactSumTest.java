package gradus.proctor.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gradus.proctor.failure.CheckFault;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExactSumTest {

    private static final double[] EDGES = {
        0.0,
        -0.0,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        3 * Double.MIN_VALUE,
        Double.MIN_NORMAL,
        -Math.nextDown(Double.MIN_NORMAL),
        1,
        -1,
        Math.nextUp(1.0),
        0x1p-53,
        -0x1p-54,
        0x1p52,
        0x1.fffffffffffffp52,
        1e16,
        -1e16,
        1e300,
        -1e300,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        0x1p970,
        0x1p969,
        0x1p-537,
        0x1.8p-538
    };

    @Test
    @DisplayName("sums of numbers of every size are those of BigDecimal, rounded once")
    void sums() {
        var random = new SplittableRandom(1);
        for (int round = 0; round < 20_000; round++) {
            double[] x = numbers(random, random.nextInt(1, 12));
            BigDecimal exact = Arrays.stream(x).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(exact.doubleValue(), ExactSum.of(x), () -> "the sum of " + Arrays.toString(x));
        }
    }

    @Test
    @DisplayName("dot products of numbers of every size are those of BigDecimal, rounded once")
    void products() {
        var random = new SplittableRandom(2);
        for (int round = 0; round < 20_000; round++) {
            double[] x = numbers(random, random.nextInt(1, 8));
            double[] y = numbers(random, x.length);
            BigDecimal exact = BigDecimal.ZERO;
            for (int i = 0; i < x.length; i++) {
                exact = exact.add(new BigDecimal(x[i]).multiply(new BigDecimal(y[i])));
            }
            assertEquals(
                    exact.doubleValue(),
                    ExactSum.dot(x, y),
                    () -> "the dot product of " + Arrays.toString(x) + " and " + Arrays.toString(y));
        }
    }

    @Test
    @DisplayName("two edge cases added, and multiplied, are those of BigDecimal")
    void edges() {
        for (double x : EDGES) {
            for (double y : EDGES) {
                assertEquals(x + y + 0.0, ExactSum.of(x, y), () -> x + " + " + y);
                double product = x == 0 || y == 0 ? 0.0 : x * y;
                assertEquals(product, ExactSum.dot(new double[] {x}, new double[] {y}), () -> x + " · " + y);
            }
        }
    }

    @Test
    @DisplayName("a sum that is read can be added to: what remains of it is what its rounding has lost")
    void remainder() {
        var sum = new ExactSum();
        sum.add(1e16);
        sum.add(1);
        assertEquals(1e16, sum.doubleValue());
        sum.add(-sum.doubleValue());
        assertEquals(1, sum.doubleValue());
        sum.add(-3);
        assertEquals(-2, sum.doubleValue());
        assertEquals(-2, sum.doubleValue());
    }

    @Test
    @DisplayName("many numbers of one size carry into higher digits, whatever their sign")
    void carries() {
        for (double x : new double[] {0x1.fffffffffffffp31, -0x1.fffffffffffffp31, 1e300, -0x1p-1074}) {
            var sum = new ExactSum();
            int n = 100_000;
            for (int i = 0; i < n; i++) {
                sum.add(x);
                if (i == n / 2) {
                    sum.doubleValue();
                }
            }
            assertEquals(new BigDecimal(x).multiply(BigDecimal.valueOf(n)).doubleValue(), sum.doubleValue());
        }
    }

    @Test
    @DisplayName("a sum of nothing, and of zeros of either sign, is 0.0")
    void zeros() {
        assertEquals(0.0, ExactSum.of());
        assertEquals(0.0, ExactSum.of(-0.0));
        assertEquals(0.0, ExactSum.of(5, -5));
    }

    @Test
    @DisplayName("an infinity stays, and infinities of both signs, or a NaN, make NaN")
    void nonFinite() {
        double infinity = Double.POSITIVE_INFINITY;
        assertEquals(infinity, ExactSum.of(1, infinity, -1e300));
        assertEquals(-infinity, ExactSum.dot(new double[] {1, infinity}, new double[] {1, -2}));
        assertEquals(Double.NaN, ExactSum.of(infinity, -infinity));
        assertEquals(Double.NaN, ExactSum.of(1, Double.NaN));
        assertEquals(Double.NaN, ExactSum.dot(new double[] {infinity}, new double[] {0}));
    }

    @Test
    @DisplayName("a dot product of arrays of different lengths is a fault of the check")
    void differentLengths() {
        assertThrows(CheckFault.class, () -> ExactSum.dot(new double[1], new double[2]));
    }

    private static double[] numbers(SplittableRandom random, int length) {
        double[] x = new double[length];
        for (int i = 0; i < length; i++) {
            x[i] = switch (random.nextInt(4)) {
                case 0 -> EDGES[random.nextInt(EDGES.length)];
                case 1 -> i == 0 ? 1 : -x[i - 1];
                case 2 -> Math.scalb(random.nextDouble(-1, 1), random.nextInt(-1100, 1000));
                default -> Math.scalb(random.nextDouble(-1, 1), random.nextInt(-60, 60));
            };
        }
        return x;
    }
}
