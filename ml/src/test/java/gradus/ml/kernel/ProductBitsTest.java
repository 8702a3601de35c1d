package gradus.ml.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.ml.kernel.Product.Laid;
import gradus.ml.kernel.Product.Layout;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every kernel of the product gives the same bits for the same type, however the matrices are laid out and
/// the work is split.
class ProductBitsTest {

    private static final int[] SMALL = {0, 1, 2, 3, 5, 7, 8, 9, 17, 33, 35, 70};
    private static final Layout[] LAYOUTS = Layout.values();

    /// Inner sizes around the ends of blocks, and shapes for which work is split differently.
    private static final int[][] LONG = {
        {1, 2000, 33},
        {3, 5000, 7},
        {1, 70001, 1},
        {1, 1, 70001},
        {1, 33, 2000},
        {7, 2049, 8},
        {2000, 33, 1},
        {2500, 257, 1},
        {3, 65, 1100},
        {9, 255, 70},
        {8, 256, 70},
        {12, 257, 1030},
        {70, 513, 65},
        {300, 1025, 5},
        {130, 600, 150}
    };

    @ParameterizedTest
    @EnumSource(Layout.class)
    void theBitsAreTheSameForEveryShapeAndLayout(Layout ofA) {
        int count = 0;
        for (int m : SMALL) {
            for (int k : SMALL) {
                for (int n : SMALL) {
                    count++;
                    check(m, k, n, ofA, LAYOUTS[count % 3], LAYOUTS[count / 3 % 3], count % 2 == 0);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void theBitsAreTheSameForLongShapes(Layout ofB) {
        for (int[] s : LONG) {
            check(s[0], s[1], s[2], Layout.ROWS, ofB, Layout.ROWS, true);
            check(s[0], s[1], s[2], ofB, ofB, Layout.COLUMNS, false);
        }
    }

    private static void check(int m, int k, int n, Layout ofA, Layout ofB, Layout ofC, boolean add) {
        Random random = new Random(m + 1000L * k + 1000_000L * n);
        Laid a = Laid.of(Product.random(random, m * k), m, k, ofA, 1);
        Laid b = Laid.of(Product.random(random, k * n), k, n, ofB, 2);
        Laid c = Laid.of(Product.random(random, m * n), m, n, ofC, 3);
        Map<Double, double[]> first = new HashMap<>();
        for (Product product : Product.values()) {
            double[] values = product.of(a, b, c, add).values();
            double[] expected = first.computeIfAbsent(product.u, u -> values);
            assertThat(Arrays.equals(values, expected))
                    .as("%s (%d, %d) %s times (%d, %d) %s into %s, adding: %s", product, m, k, ofA, k, n, ofB, ofC, add)
                    .isTrue();
        }
    }
}
