package gradus.ml.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Attention against reference loops in `double`, and its gradients against finite differences of them.
class AttentionTest {

    /// The sizes of one attention, causal or not.
    private record Shape(int batch, int heads, int queries, int keys, int headDimension, boolean causal) {}

    static Stream<Shape> shapes() {
        return Stream.of(false, true)
                .flatMap(causal -> Stream.of(
                        new Shape(1, 1, 1, 1, 1, causal),
                        new Shape(2, 3, 5, 5, 4, causal),
                        new Shape(1, 2, 3, 7, 5, causal),
                        new Shape(2, 1, 7, 3, 8, causal),
                        new Shape(1, 1, 17, 17, 33, causal),
                        new Shape(2, 2, 33, 65, 16, causal),
                        new Shape(1, 3, 64, 64, 3, causal)));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void weightsAndOutputAgreeWithTheReferenceLoops(Shape s) {
        HeadsView q = random(s, s.queries, 1);
        HeadsView k = random(s, s.keys, 2);
        HeadsView v = random(s, s.keys, 3);
        HeadsView out = random(s, s.queries, 4);
        float[] weights = new float[s.batch * s.heads * s.queries * s.keys + 3];
        Arrays.fill(weights, 7);
        Attention.forward(q, k, v, s.causal, weights, out);

        double[] exactWeights = weights(s, doubles(q), doubles(k));
        double[] exact = output(s, exactWeights, doubles(v));
        for (int i = 0; i < exactWeights.length; i++) {
            assertThat((double) weights[i]).isBetween(exactWeights[i] - 2e-6, exactWeights[i] + 2e-6);
            assertThat(weights[i] == 0).isEqualTo(exactWeights[i] == 0);
        }
        assertThat(Arrays.copyOfRange(weights, exactWeights.length, weights.length))
                .containsOnly(7);
        double[] result = doubles(out);
        for (int i = 0; i < exact.length; i++) {
            assertThat(result[i]).isBetween(exact[i] - 1e-5, exact[i] + 1e-5);
        }
        assertThatGapsAreUntouched(out);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void gradientsAgreeWithFiniteDifferences(Shape s) {
        HeadsView[] arguments = {random(s, s.queries, 1), random(s, s.keys, 2), random(s, s.keys, 3)};
        HeadsView out = random(s, s.queries, 4);
        HeadsView dOut = random(s, s.queries, 5);
        HeadsView[] gradients = {random(s, s.queries, 6), random(s, s.keys, 7), random(s, s.keys, 8)};
        float[] weights = new float[s.batch * s.heads * s.queries * s.keys];
        Attention.forward(arguments[0], arguments[1], arguments[2], s.causal, weights, out);
        Attention.backward(
                arguments[0], arguments[1], arguments[2], weights, dOut, gradients[0], gradients[1], gradients[2]);

        double[][] numbers = {doubles(arguments[0]), doubles(arguments[1]), doubles(arguments[2])};
        double[] outputGradient = doubles(dOut);
        Random random = new Random(11);
        for (int which = 0; which < 3; which++) {
            double[] actual = doubles(gradients[which]);
            for (int repetition = 0; repetition < 40; repetition++) {
                int i = random.nextInt(actual.length);
                double before = numbers[which][i];
                double step = 1e-5;
                numbers[which][i] = before + step;
                double above = value(s, numbers, outputGradient);
                numbers[which][i] = before - step;
                double below = value(s, numbers, outputGradient);
                numbers[which][i] = before;
                double expected = (above - below) / (2 * step);
                assertThat(actual[i])
                        .as("gradient of argument %d at %d", which, i)
                        .isBetween(expected - 2e-5, expected + 2e-5);
            }
            assertThatGapsAreUntouched(gradients[which]);
        }
    }

    private static double value(Shape s, double[][] numbers, double[] outputGradient) {
        double[] out = output(s, weights(s, numbers[0], numbers[1]), numbers[2]);
        double sum = 0;
        for (int i = 0; i < out.length; i++) {
            sum += out[i] * outputGradient[i];
        }
        return sum;
    }

    private static double[] weights(Shape s, double[] q, double[] k) {
        double[] weights = new double[s.batch * s.heads * s.queries * s.keys];
        for (int row = 0; row < s.batch * s.heads * s.queries; row++) {
            int head = row / s.queries;
            int seen = s.causal ? Math.max(0, s.keys - s.queries + row % s.queries + 1) : s.keys;
            double sum = 0;
            for (int j = 0; j < seen; j++) {
                double score = 0;
                for (int d = 0; d < s.headDimension; d++) {
                    score += q[row * s.headDimension + d] * k[(head * s.keys + j) * s.headDimension + d];
                }
                weights[row * s.keys + j] = Math.exp(score / Math.sqrt(s.headDimension));
                sum += weights[row * s.keys + j];
            }
            for (int j = 0; j < seen; j++) {
                weights[row * s.keys + j] /= sum;
            }
        }
        return weights;
    }

    private static double[] output(Shape s, double[] weights, double[] v) {
        double[] out = new double[s.batch * s.heads * s.queries * s.headDimension];
        for (int row = 0; row < s.batch * s.heads * s.queries; row++) {
            int head = row / s.queries;
            for (int j = 0; j < s.keys; j++) {
                for (int d = 0; d < s.headDimension; d++) {
                    out[row * s.headDimension + d] +=
                            weights[row * s.keys + j] * v[(head * s.keys + j) * s.headDimension + d];
                }
            }
        }
        return out;
    }

    @Test
    void hugeScoresGiveAllWeightToTheLargest() {
        HeadsView q = new HeadsView(new float[] {3e9f, 1, 1, 1, 1}, 0, 1, 1, 1, 5, 5, 5, 5);
        HeadsView k =
                new HeadsView(new float[] {3, 0, 0, 0, 0, 1.7f, 0, 0, 0, 0, -3, 0, 0, 0, 0}, 0, 1, 1, 3, 5, 15, 15, 5);
        HeadsView v = new HeadsView(new float[15], 0, 1, 1, 3, 5, 15, 15, 5);
        HeadsView out = new HeadsView(new float[5], 0, 1, 1, 1, 5, 5, 5, 5);
        float[] weights = new float[3];
        Attention.forward(q, k, v, false, weights, out);

        assertThat(weights).containsExactly(1, 0, 0);
    }

    @Test
    void mismatchedShapesAreRejectedWithAllFour() {
        HeadsView five = new HeadsView(new float[10], 0, 1, 1, 5, 2, 10, 10, 2);
        HeadsView three = new HeadsView(new float[10], 0, 1, 1, 3, 2, 10, 10, 2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Attention.forward(five, five, three, true, new float[25], five))
                .withMessage("attention needs queries and output of the same shape, and keys and values of the same"
                        + " shape that may differ from it in the length only, got queries (1, 1, 5, 2), keys"
                        + " (1, 1, 5, 2), values (1, 1, 3, 2) and output (1, 1, 5, 2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Attention.backward(five, three, three, new float[15], three, five, three, three))
                .withMessageContaining("output (1, 1, 3, 2)");
    }

    @Test
    void headsThatReachBeyondTheirArrayAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HeadsView(new float[10], 1, 1, 1, 5, 2, 10, 10, 2))
                .withMessage("heads of shape (1, 1, 5, 2) from offset 1 reach index 10 of an array of length 10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HeadsView(new float[10], 0, 1, 0, 5, 2, 10, 10, 2))
                .withMessageContainingAll("at least 1 head", "(1, 0, 5, 2)");
    }

    /// Heads as they are stored in the output of one product: position by position, head by head in each,
    /// with a gap.
    private static HeadsView random(Shape s, int length, int seed) {
        int stride = s.heads * s.headDimension + 2;
        float[] data = new float[3 + s.batch * length * stride];
        Arrays.fill(data, Float.NaN);
        HeadsView headsView = new HeadsView(
                data, 3, s.batch, s.heads, length, s.headDimension, length * stride, s.headDimension, stride);
        Random random = new Random(seed);
        forEach(headsView, (i, at) -> data[at] = 2 * random.nextFloat() - 1);
        return headsView;
    }

    private interface Visit {
        void at(int i, int index);
    }

    private static void forEach(HeadsView x, Visit visit) {
        int i = 0;
        for (int b = 0; b < x.batchSize(); b++) {
            for (int h = 0; h < x.heads(); h++) {
                for (int t = 0; t < x.length(); t++) {
                    for (int d = 0; d < x.headDimension(); d++) {
                        visit.at(
                                i++,
                                x.offset() + b * x.batchStride() + h * x.headStride() + t * x.positionStride() + d);
                    }
                }
            }
        }
    }

    /// The elements, shape (B, H, T, D), in row-major order.
    private static double[] doubles(HeadsView x) {
        double[] numbers = new double[x.batchSize() * x.heads() * x.length() * x.headDimension()];
        forEach(x, (i, at) -> numbers[i] = x.data()[at]);
        return numbers;
    }

    private static void assertThatGapsAreUntouched(HeadsView x) {
        int numbers = 0;
        for (float number : x.data()) {
            numbers += Float.isNaN(number) ? 0 : 1;
        }
        assertThat(numbers).isEqualTo(x.batchSize() * x.heads() * x.length() * x.headDimension());
    }
}
