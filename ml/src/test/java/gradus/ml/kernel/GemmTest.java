package gradus.ml.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.ml.kernel.Product.Laid;
import gradus.ml.kernel.Product.Layout;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every kernel of the product against three loops in `double`, within the classic bound: N. Higham,
/// "Accuracy and Stability of Numerical Algorithms", 2002, section 3.5.
class GemmTest {

    private static final int[] SIZES = {0, 1, 2, 3, 5, 7, 9, 33, 65, 130, 257, 300};
    private static final int[] SMALL = {0, 1, 7, 9, 35};
    private static final Layout[] LAYOUTS = Layout.values();

    /// Larger products are computed by the SIMD kernels only.
    private static final long MUCH = 50_000;

    private static final Set<Product> FAST = EnumSet.of(Product.FAST_FLOAT, Product.FAST_DOUBLE);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 7, 9, 33, 65, 130, 257, 300})
    void theErrorIsWithinTheBoundForEveryShape(int m) {
        int count = m;
        for (int k : SIZES) {
            for (int n : SIZES) {
                count++;
                boolean add = count % 2 == 0;
                check(m, k, n, LAYOUTS[count % 3], LAYOUTS[count / 3 % 3], LAYOUTS[count / 9 % 3], add, count % 4);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void theErrorIsWithinTheBoundForEveryMemoryLayout(Layout ofA) {
        for (int m : SMALL) {
            for (int k : SMALL) {
                for (int n : SMALL) {
                    for (Layout ofB : LAYOUTS) {
                        for (Layout ofC : LAYOUTS) {
                            check(m, k, n, ofA, ofB, ofC, false, (m + k) % 5);
                            check(m, k, n, ofA, ofB, ofC, true, (m + n) % 5);
                        }
                    }
                }
            }
        }
    }

    /// Shapes for which work is split differently: many rows, columns, long sums, tall or wide matrices.
    @ParameterizedTest
    @EnumSource(Layout.class)
    void theErrorIsWithinTheBoundForLongShapes(Layout layout) {
        int[][] shapes = {
            {1, 2000, 33},
            {3, 5000, 7},
            {1, 70001, 1},
            {1, 33, 2000},
            {2, 70001, 3},
            {2000, 33, 1},
            {3, 65, 1100},
            {9, 65, 2100},
            {1100, 5, 9},
            {70, 70, 1025},
            {9, 1025, 9}
        };
        for (int[] s : shapes) {
            check(s[0], s[1], s[2], layout, layout, Layout.ROWS, true, 1);
            check(s[0], s[1], s[2], Layout.ROWS, layout, Layout.COLUMNS, false, 3);
        }
    }

    private static void check(int m, int k, int n, Layout ofA, Layout ofB, Layout ofC, boolean add, int offset) {
        Random random = new Random(m + 1000L * k + 1000_000L * n);
        double[] a = Product.random(random, m * k);
        double[] b = Product.random(random, k * n);
        double[] c = Product.random(random, m * n);
        double[] from = add ? c : new double[m * n];
        double[] exact = Product.oracle(a, b, from, m, k, n);
        double[] size = Product.oracle(Product.magnitudes(a), Product.magnitudes(b), Product.magnitudes(from), m, k, n);
        Laid laidA = Laid.of(a, m, k, ofA, offset);
        Laid laidB = Laid.of(b, k, n, ofB, offset + 1);
        Laid laidC = Laid.of(c, m, n, ofC, offset + 2);
        Set<Product> products = (long) m * k * n > MUCH ? FAST : EnumSet.allOf(Product.class);
        for (Product product : products) {
            Laid result = product.of(laidA, laidB, laidC, add);
            double[] values = result.values();
            // The oracle rounds too: so twice the bound.
            double units = 2 * (k + 2) * product.u;
            for (int i = 0; i < values.length; i++) {
                if (!(Math.abs(values[i] - exact[i]) <= units * size[i])) {
                    assertThat(values[i])
                            .as(
                                    "%s (%d, %d) %s times (%d, %d) %s into %s, adding: %s, at index %d",
                                    product, m, k, ofA, k, n, ofB, ofC, add, i)
                            .isEqualTo(exact[i]);
                }
            }
            assertThat(result.numbers()).as("numbers written by %s", product).isEqualTo(m * n);
        }
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void infinityAndNanGoWhereArithmeticSendsThemAndNowhereElse(Product product) {
        Random random = new Random(5);
        double[] specials = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        int[][] shapes = {{1, 1, 1}, {1, 9, 33}, {3, 40, 5}, {9, 5, 7}, {13, 33, 35}, {65, 17, 65}, {20, 300, 3}};
        for (int[] s : shapes) {
            for (int repetition = 0; repetition < 18; repetition++) {
                double special = specials[repetition % 3];
                double[] a = zerosAmong(Product.random(random, s[0] * s[1]), repetition);
                double[] b = zerosAmong(Product.random(random, s[1] * s[2]), repetition + 1);
                double[] where = repetition % 2 == 0 ? a : b;
                where[random.nextInt(where.length)] = special;
                where[where.length - 1] = special;
                double[] exact = Product.oracle(a, b, new double[s[0] * s[2]], s[0], s[1], s[2]);
                double[] result = product.of(
                                Laid.of(a, s[0], s[1], LAYOUTS[repetition / 2 % 3], 1),
                                Laid.of(b, s[1], s[2], LAYOUTS[repetition / 6 % 3], 2),
                                Laid.of(new double[s[0] * s[2]], s[0], s[2], LAYOUTS[repetition % 3], 3),
                                false)
                        .values();
                assertThat(kinds(result))
                        .as("%s, %s", Arrays.toString(s), special)
                        .isEqualTo(kinds(exact));
            }
        }
    }

    private static double[] zerosAmong(double[] x, int first) {
        for (int i = first % 3; i < x.length; i += 3) {
            x[i] = 0;
        }
        return x;
    }

    /// The kind of a number that may be infinite.
    private static List<Double> kinds(double[] x) {
        return Arrays.stream(x).map(v -> Double.isFinite(v) ? 0 : v).boxed().toList();
    }

    @Test
    void anInnerSizeOfZeroGivesZeros() {
        Map<Product, double[]> results = new EnumMap<>(Product.class);
        Laid a = Laid.of(new double[0], 2, 0, Layout.ROWS, 0);
        Laid b = Laid.of(new double[0], 0, 3, Layout.ROWS, 0);
        Laid c = Laid.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3, Layout.ROWS, 0);
        for (Product product : Product.values()) {
            results.put(product, product.of(a, b, c, false).values());
            assertThat(product.of(a, b, c, true).values()).containsExactly(1, 2, 3, 4, 5, 6);
        }
        assertThat(results.values()).allSatisfy(values -> assertThat(values).containsOnly(0));
    }

    @Test
    void mismatchedShapesAreRejectedWithAllThree() {
        FloatView a = FloatView.of(new float[6], 2, 3);
        FloatView b = FloatView.of(new float[8], 4, 2);
        FloatView c = FloatView.of(new float[4], 2, 2);
        String shapes = "the shapes of a product must be (m, k) times (k, n) into (m, n), got (2, 3) times (4, 2)"
                + " into (2, 2)";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gemm.multiply(a, b, c, false))
                .withMessage(shapes);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gemm.multiply(
                        DoubleView.of(new double[6], 2, 3),
                        DoubleView.of(new double[8], 4, 2),
                        DoubleView.of(new double[4], 2, 2),
                        true))
                .withMessage(shapes);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gemm.multiply(a, a.transpose(), FloatView.of(new float[6], 2, 3), false))
                .withMessage("the shapes of a product must be (m, k) times (k, n) into (m, n), got (2, 3) times"
                        + " (3, 2) into (2, 3)");
    }

    @Test
    void aViewThatReachesBeyondItsArrayIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FloatView.of(new float[5], 2, 3))
                .withMessage("a view of shape (2, 3) and strides (3, 1) from offset 0 reaches index 5 of an array of"
                        + " length 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DoubleView(new double[10], 2, 2, 3, 6, 1))
                .withMessageContaining("shape (2, 3)")
                .withMessageContaining("index 10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FloatView(new float[9], 0, 1 << 20, 1 << 20, 1 << 20, 1))
                .withMessageContaining("reaches index 1099511627775");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DoubleView(new double[9], 0, -1, 3, 3, 1))
                .withMessage("offset, shape and strides of a view must not be negative, got offset 0, shape"
                        + " (-1, 3) and strides (3, 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FloatView(new float[9], 8, 3, 3, -3, 1))
                .withMessageContaining("strides (-3, 1)");
    }

    @Test
    void aTransposeIsAnotherViewOfTheSameElements() {
        FloatView view = new FloatView(new float[20], 3, 2, 4, 7, 1);

        assertThat(view.transpose()).isEqualTo(new FloatView(view.data(), 3, 4, 2, 1, 7));
        assertThat(view.transpose().transpose()).isEqualTo(view);
    }
}
