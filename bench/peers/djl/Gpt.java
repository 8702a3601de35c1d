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
import gradus.bench.comparison.BenchmarkData;
import gradus.bench.comparison.Stopwatch;
import java.util.ArrayList;
import java.util.List;

/// Trains a small GPT on one batch of tokens with the Deep Java Library. It doesn't clip gradients here,
/// which is a little less work than the others do.
public class Gpt {

    private static final int LAYERS = 6;
    private static final int HEADS = 6;
    private static final int WIDTH = 384;
    private static final int LENGTH = 128;
    private static final int BATCH = 8;
    private static final int VOCABULARY = 65;
    private static final float DEVIATION = 0.02f;
    private static final float LAST_DEVIATION = (float) (DEVIATION / Math.sqrt(2 * LAYERS));

    private final NDManager manager = NDManager.newBaseManager();
    private final List<NDArray> parameters = new ArrayList<>();
    private final NDArray tokens;
    private final NDArray next;
    private final NDArray later;
    private final SoftmaxCrossEntropyLoss loss = new SoftmaxCrossEntropyLoss("loss", 1, -1, true, true);
    private final Optimizer adamW =
            Optimizer.adamW().optLearningRateTracker(Tracker.fixed(1e-3f)).build();

    private Gpt() {
        tokens = manager.create(BenchmarkData.uniformInts(BATCH * LENGTH, VOCABULARY, 1))
                .toType(DataType.INT64, false);
        next = manager.create(BenchmarkData.uniformInts(BATCH * LENGTH, VOCABULARY, 2))
                .toType(DataType.INT64, false);
        NDArray rows = manager.arange(LENGTH).reshape(LENGTH, 1);
        NDArray columns = manager.arange(LENGTH).reshape(1, LENGTH);
        later = columns.gt(rows).toType(DataType.FLOAT32, true).mul(-1e9f);
        weights(VOCABULARY, WIDTH, DEVIATION);
        weights(LENGTH, WIDTH, DEVIATION);
        for (int layer = 0; layer < LAYERS; layer++) {
            norm();
            layer(3 * WIDTH, WIDTH, DEVIATION);
            layer(WIDTH, WIDTH, LAST_DEVIATION);
            norm();
            layer(4 * WIDTH, WIDTH, DEVIATION);
            layer(WIDTH, 4 * WIDTH, LAST_DEVIATION);
        }
        norm();
        layer(VOCABULARY, WIDTH, DEVIATION);
    }

    public static void main(String[] arguments) throws Exception {
        Stopwatch watch = Stopwatch.of(arguments);
        System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(watch.threads()));
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        watch.remark("with PyTorch " + Engine.getInstance().getVersion());
        var gpt = new Gpt();
        for (int step = 1; step < 20; step++) {
            gpt.step();
        }
        watch.report("loss of step 20", gpt.step(), "nats");
        watch.rate("training", BATCH * LENGTH, "tokens/s", gpt::step);
        System.exit(0);
    }

    private void parameter(NDArray array) {
        array.setRequiresGradient(true);
        parameters.add(array);
    }

    private void norm() {
        parameter(manager.ones(new Shape(WIDTH)));
        parameter(manager.zeros(new Shape(WIDTH)));
    }

    private void layer(int outputs, int inputs, float deviation) {
        weights(outputs, inputs, deviation);
        parameter(manager.zeros(new Shape(outputs)));
    }

    private void weights(int rows, int columns, float deviation) {
        float[] numbers = BenchmarkData.normalFloats(rows * columns, 10 + parameters.size());
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] *= deviation;
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
        for (int layer = 0; layer < LAYERS; layer++, at += 12) {
            NDArray mixed = attention(mapped(normal(x, at), at + 2).reshape(BATCH, LENGTH, 3 * WIDTH));
            x = x.add(mapped(mixed, at + 4).reshape(BATCH, LENGTH, WIDTH));
            NDArray wide = Activation.gelu(mapped(normal(x, at + 6), at + 8));
            x = x.add(mapped(wide, at + 10).reshape(BATCH, LENGTH, WIDTH));
        }
        return mapped(normal(x, at), at + 2);
    }

    /// The output for `x` of the linear layer whose parameters begin at this index.
    private NDArray mapped(NDArray x, int at) {
        NDArray matrix = parameters.get(at);
        NDArray rows = x.reshape(BATCH * LENGTH, matrix.getShape().get(1));
        return rows.dot(matrix.transpose()).add(parameters.get(at + 1));
    }

    private NDArray normal(NDArray x, int at) {
        return LayerNorm.layerNorm(x, new Shape(WIDTH), parameters.get(at), parameters.get(at + 1), 1e-5f)
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
