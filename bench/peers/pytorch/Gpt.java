import static org.bytedeco.pytorch.global.torch.arange;
import static org.bytedeco.pytorch.global.torch.clip_grad_norm_;
import static org.bytedeco.pytorch.global.torch.cross_entropy_loss;
import static org.bytedeco.pytorch.global.torch.embedding;
import static org.bytedeco.pytorch.global.torch.gelu;
import static org.bytedeco.pytorch.global.torch.layer_norm;
import static org.bytedeco.pytorch.global.torch.linear;
import static org.bytedeco.pytorch.global.torch.ones;
import static org.bytedeco.pytorch.global.torch.scaled_dot_product_attention;
import static org.bytedeco.pytorch.global.torch.set_num_threads;
import static org.bytedeco.pytorch.global.torch.softmax;
import static org.bytedeco.pytorch.global.torch.zeros;

import gradus.bench.comparison.BenchmarkData;
import gradus.bench.comparison.Stopwatch;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AdamW;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch.ScalarType;

/// Trains a small GPT on one batch of tokens with PyTorch. The architecture is that of the library's own.
public class Gpt {

    private static final int LAYERS = 6;
    private static final int HEADS = 6;
    private static final int WIDTH = 384;
    private static final int LENGTH = 128;
    private static final int BATCH = 8;
    private static final int VOCABULARY = 65;
    private static final float DEVIATION = 0.02f;
    private static final float LAST_DEVIATION = (float) (DEVIATION / Math.sqrt(2 * LAYERS));

    private final TensorVector parameters = new TensorVector();
    private final Tensor tokens;
    private final Tensor next;
    private final Tensor positions = arange(new Scalar(LENGTH)).to(ScalarType.Long);
    private final Tensor later = ones(LENGTH, LENGTH).triu(1).to(ScalarType.Bool);
    private final long[] row = {WIDTH};
    private final boolean fused;
    private final AdamW adamW;

    /// @param fused whether to use PyTorch's fused attention, or attention written out in basic operations
    private Gpt(boolean fused) {
        this.fused = fused;
        tokens = tokens(1).view(BATCH, LENGTH);
        next = tokens(2);
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
        adamW = new AdamW(parameters, new AdamWOptions(1e-3));
    }

    public static void main(String[] arguments) throws Exception {
        Stopwatch watch = Stopwatch.of(arguments);
        set_num_threads(watch.threads());
        for (boolean fused : new boolean[] {true, false}) {
            var gpt = new Gpt(fused);
            String name = fused ? "training" : "training, attention not fused";
            for (int step = 1; step < 20; step++) {
                gpt.step();
            }
            watch.report("loss of step 20" + (fused ? "" : ", attention not fused"), gpt.step(), "nats");
            watch.rate(name, BATCH * LENGTH, "tokens/s", gpt::step);
        }
    }

    private static Tensor tokens(long seed) {
        return Tensor.create(BenchmarkData.uniformInts(BATCH * LENGTH, VOCABULARY, seed))
                .to(ScalarType.Long);
    }

    private void parameter(Tensor tensor) {
        parameters.push_back(tensor.set_requires_grad(true));
    }

    private void norm() {
        parameter(ones(WIDTH));
        parameter(zeros(WIDTH));
    }

    private void layer(int outputs, int inputs, float deviation) {
        weights(outputs, inputs, deviation);
        parameter(zeros(outputs));
    }

    private void weights(int rows, int columns, float deviation) {
        float[] numbers = BenchmarkData.normalFloats(rows * columns, 10 + parameters.size());
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] *= deviation;
        }
        parameter(Tensor.create(numbers, rows, columns));
    }

    private double step() {
        try (var _ = new PointerScope()) {
            adamW.zero_grad(true);
            Tensor loss = cross_entropy_loss(forward(), next);
            loss.backward();
            clip_grad_norm_(parameters, 1.0);
            adamW.step();
            return loss.item_double();
        }
    }

    private Tensor forward() {
        Tensor x = embedding(parameters.get(0), tokens).add(embedding(parameters.get(1), positions));
        int at = 2;
        for (int layer = 0; layer < LAYERS; layer++, at += 12) {
            x = x.add(mapped(attention(mapped(normal(x, at), at + 2)), at + 4));
            x = x.add(mapped(gelu(mapped(normal(x, at + 6), at + 8)), at + 10));
        }
        return mapped(normal(x, at), at + 2).view(BATCH * LENGTH, VOCABULARY);
    }

    /// The output for `x` of the linear layer whose parameters begin at this index.
    private Tensor mapped(Tensor x, int at) {
        return linear(x, parameters.get(at), new TensorOptional(parameters.get(at + 1)));
    }

    private Tensor normal(Tensor x, int at) {
        var gain = new TensorOptional(parameters.get(at));
        return layer_norm(x, row, gain, new TensorOptional(parameters.get(at + 1)), 1e-5, false);
    }

    private Tensor attention(Tensor joined) {
        TensorVector parts = joined.split(WIDTH, 2);
        Tensor queries = heads(parts.get(0));
        Tensor keys = heads(parts.get(1));
        Tensor values = heads(parts.get(2));
        Tensor mixed;
        if (fused) {
            mixed = scaled_dot_product_attention(
                    queries, keys, values, new TensorOptional(), 0.0, true, new DoubleOptional(), false);
        } else {
            var scale = new Scalar((float) (1 / Math.sqrt((double) WIDTH / HEADS)));
            Tensor scores = queries.matmul(keys.transpose(-2, -1)).mul(scale);
            mixed = softmax(scores.masked_fill(later, new Scalar(Float.NEGATIVE_INFINITY)), -1)
                    .matmul(values);
        }
        return mixed.transpose(1, 2).contiguous().view(BATCH, LENGTH, WIDTH);
    }

    private static Tensor heads(Tensor x) {
        return x.view(BATCH, LENGTH, HEADS, WIDTH / HEADS).transpose(1, 2);
    }
}
