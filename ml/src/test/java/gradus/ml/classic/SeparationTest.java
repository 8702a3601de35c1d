package gradus.ml.classic;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.ml.linalg.Matrix;
import gradus.ml.numbers.Rng;
import gradus.ml.numbers.Sigmoid;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Without a penalty, logistic and softmax regression are fitted if and only if no line separates the
/// classes, completely or except for rows on it. Rows lie on a small grid, so that every candidate for such a
/// line can be tried: a line that separates can be moved until it goes through two different rows.
class SeparationTest {

    @Test
    void aModelIsFittedIfAndOnlyIfNoLineSeparatesTheClasses() {
        Rng rng = Rng.of(11);
        int separated = 0;
        for (int sample = 0; sample < 600; sample++) {
            int n = 7 + rng.nextInt(15);
            Matrix x = Matrix.from(n, 2, (_, _) -> rng.nextInt(4));
            int[] labels = IntStream.range(0, n)
                    .map(i -> i < 2 ? i : rng.nextDouble() < Sigmoid.of(2 * x.get(i, 0) - 3) ? 1 : 0)
                    .toArray();
            if (ColumnBasis.of(Centred.of(x), n).independent().size() < 2) {
                continue;
            }
            boolean expected = isSeparated(x, labels);
            separated += expected ? 1 : 0;
            assertThat(isRefused(new LogisticRegression(0), x, labels))
                    .as("%s %s", x, Arrays.toString(labels))
                    .isEqualTo(expected);
            assertThat(isRefused(new SoftmaxRegression(0), x, labels))
                    .as("%s %s", x, Arrays.toString(labels))
                    .isEqualTo(expected);
        }
        assertThat(separated).isBetween(100, 400);
    }

    @Test
    void threeClassesAreSeparatedOnALineIfSomeOrderOfThemIs() {
        Matrix x = Matrix.of(9, 1, new double[] {1, 2, 3, 1, 2, 3, 4, 5, 6});
        int[] apart = {0, 0, 0, 1, 1, 1, 2, 2, 2};
        int[] mixed = {0, 2, 0, 1, 1, 1, 2, 0, 2};
        assertThat(isRefused(new SoftmaxRegression(0), x, apart)).isTrue();
        assertThat(isRefused(new SoftmaxRegression(0), x, mixed)).isFalse();
    }

    private static boolean isRefused(Classifier<?> estimator, Matrix x, int[] labels) {
        try {
            estimator.fit(x, labels);
            return false;
        } catch (IllegalArgumentException refusal) {
            assertThat(refusal).hasMessageContainingAll("no finite", "separa", "penalty");
            return true;
        }
    }

    private static boolean isSeparated(Matrix x, int[] labels) {
        return IntStream.range(0, x.rows())
                .boxed()
                .anyMatch(i -> IntStream.range(0, x.rows())
                        .boxed()
                        .flatMap(j -> lines(x, i, j))
                        .anyMatch(line -> separates(line, x, labels)));
    }

    /// Both orientations of the line through rows i and j, as weights and intercept.
    private static Stream<double[]> lines(Matrix x, int i, int j) {
        double across = x.get(j, 0) - x.get(i, 0);
        double up = x.get(j, 1) - x.get(i, 1);
        double intercept = up * x.get(i, 0) - across * x.get(i, 1);
        return Stream.of(new double[] {-up, across, intercept}, new double[] {up, -across, -intercept});
    }

    private static boolean separates(double[] line, Matrix x, int[] labels) {
        boolean strictly = false;
        for (int i = 0; i < labels.length; i++) {
            double side = line[0] * x.get(i, 0) + line[1] * x.get(i, 1) + line[2];
            double margin = labels[i] == 1 ? side : -side;
            if (margin < 0) {
                return false;
            }
            strictly |= margin > 0;
        }
        return strictly;
    }
}
