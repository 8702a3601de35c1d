import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.training.GradientCollector;
import ai.djl.training.loss.SoftmaxCrossEntropyLoss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import gradus.bench.contest.Numbers;
import gradus.bench.contest.Stopwatch;
import java.util.ArrayList;
import java.util.List;

/// A small GPT learns one batch of tokens by heart, by the Deep Java Library. Its layer normalisation wants a shift,
/// and
/// it does not clip gradients here, which is a little less work than the others do.
public class Gpt {

    private static final int LAYERS = 6;
    private static final int HEADS = 6;
    private static final int WIDTH = 384;
    private static final int LENGTH = 128;
    private static final int BATCH = 8;
    private static final int VOCABULARY = 65;
    private static final float DEVIATION = 0.02f;

    private final NDManager manager = NDManager.newBaseManager();
    private final List<NDArray> parameters = new ArrayList<>();
    private final NDArray tokens;
    private final NDArray next;
    private final NDArray later;
    private final NDArray shift;
    private final SoftmaxCrossEntropyLoss loss = new SoftmaxCrossEntropyLoss("loss", 1, -1, true, true);
    private final Optimizer adamW =
            Optimizer.adamW().optLearningRateTracker(Tracker.fixed(1e-3f)).build();

    private Gpt() {
        tokens = manager.create(Numbers.ints(BATCH * LENGTH, VOCABULARY, 1)).toType(DataType.INT64, false);
        next = manager.create(Numbers.ints(BATCH * LENGTH, VOCABULARY, 2)).toType(DataType.INT64, false);
        NDArray rows = manager.arange(LENGTH).reshape(LENGTH, 1);
        NDArray columns = manager.arange(LENGTH).reshape(1, LENGTH);
        later = columns.gt(rows).toType(DataType.FLOAT32, true).mul(-1e9f);
        shift = manager.zeros(new Shape(WIDTH));
        weights(VOCABULARY, WIDTH);
        weights(LENGTH, WIDTH);
        for (int layer = 0; layer < LAYERS; layer++) {
            parameter(manager.ones(new Shape(WIDTH)));
            weights(3 * WIDTH, WIDTH);
            weights(WIDTH, WIDTH);
            parameter(manager.ones(new Shape(WIDTH)));
            weights(4 * WIDTH, WIDTH);
            weights(WIDTH, 4 * WIDTH);
        }
        parameter(manager.ones(new Shape(WIDTH)));
        weights(VOCABULARY, WIDTH);
    }

    public static void main(String[] arguments) throws Exception {
        Stopwatch watch = Stopwatch.of(arguments);
        System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(watch.threads()));
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        watch.remark("upon PyTorch " + Engine.getInstance().getVersion());
        var gpt = new Gpt();
        for (int step = 1; step < 20; step++) {
            gpt.step();
        }
        watch.say("loss of step 20", gpt.step(), "nats");
        watch.rate("training", BATCH * LENGTH, "tokens/s", gpt::step);
        System.exit(0);
    }

    private void parameter(NDArray array) {
        array.setRequiresGradient(true);
        parameters.add(array);
    }

    private void weights(int rows, int columns) {
        float[] numbers = Numbers.floats(rows * columns, 10 + parameters.size());
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] *= DEVIATION;
        }
        parameter(manager.create(numbers, new Shape(rows, columns)));
    }

    private double step() {
        double value;
        try (NDManager scope = manager.newSubManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            scope.tempAttachAll(parameters.getFirst());
            NDArray result = loss.evaluate(new NDList(next), new NDList(forward()));
            collector.backward(result);
            value = result.getFloat();
        }
        for (int i = 0; i < parameters.size(); i++) {
            try (NDArray gradient = parameters.get(i).getGradient()) {
                adamW.update(Integer.toString(i), parameters.get(i), gradient);
            }
        }
        return value;
    }

    private NDArray forward() {
        NDArray x = parameters.get(0).get(tokens).reshape(BATCH, LENGTH, WIDTH).add(parameters.get(1));
        int at = 2;
        for (int layer = 0; layer < LAYERS; layer++, at += 6) {
            NDArray mixed = attention(linear(normal(x, at), at + 1).reshape(BATCH, LENGTH, 3 * WIDTH));
            x = x.add(linear(mixed, at + 2).reshape(BATCH, LENGTH, WIDTH));
            NDArray wide = Activation.gelu(linear(normal(x, at + 3), at + 4));
            x = x.add(linear(wide, at + 5).reshape(BATCH, LENGTH, WIDTH));
        }
        return linear(normal(x, at), at + 1);
    }

    private NDArray linear(NDArray x, int weights) {
        NDArray matrix = parameters.get(weights);
        return x.reshape(BATCH * LENGTH, matrix.getShape().get(1)).dot(matrix.transpose());
    }

    private NDArray normal(NDArray x, int scale) {
        return LayerNorm.layerNorm(x, new Shape(WIDTH), parameters.get(scale), shift, 1e-5f)
                .singletonOrThrow();
    }

    private NDArray attention(NDArray joined) {
        NDList parts = joined.split(3, 2);
        NDArray queries = heads(parts.get(0)).transpose(0, 2, 1, 3);
        NDArray keys = heads(parts.get(1)).transpose(0, 2, 3, 1);
        NDArray values = heads(parts.get(2)).transpose(0, 2, 1, 3);
        float scale = (float) (1 / Math.sqrt((double) WIDTH / HEADS));
        NDArray shares = queries.matMul(keys).mul(scale).add(later).softmax(-1);
        return shares.matMul(values).transpose(0, 2, 1, 3).reshape(BATCH, LENGTH, WIDTH);
    }

    private static NDArray heads(NDArray x) {
        return x.reshape(BATCH, LENGTH, HEADS, WIDTH / HEADS);
    }
}
