import static org.bytedeco.pytorch.global.torch.addmm;
import static org.bytedeco.pytorch.global.torch.cross_entropy_loss;
import static org.bytedeco.pytorch.global.torch.randperm;
import static org.bytedeco.pytorch.global.torch.relu;
import static org.bytedeco.pytorch.global.torch.set_num_threads;

import gradus.bench.comparison.BenchmarkData;
import gradus.bench.comparison.Stopwatch;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch.ScalarType;

/// Trains a three-layer perceptron on MNIST digits with PyTorch.
public class Mlp {

    private static final int BATCH = 64;
    private static final int[] WIDTHS = {784, 256, 128, 10};

    private final TensorVector parameters = new TensorVector();
    private final Tensor images;
    private final Tensor labels;
    private final Tensor testImages;
    private final Tensor testLabels;
    private final int count;
    private final Adam adam;

    private Mlp(Stopwatch watch) throws Exception {
        images = images(watch, "train");
        labels = labels(watch, "train");
        testImages = images(watch, "test");
        testLabels = labels(watch, "test");
        count = (int) images.size(0);
        for (int layer = 1; layer < WIDTHS.length; layer++) {
            int from = WIDTHS[layer - 1];
            int to = WIDTHS[layer];
            float[] weights = BenchmarkData.normalFloats(from * to, layer);
            for (int i = 0; i < weights.length; i++) {
                weights[i] *= (float) Math.sqrt(2.0 / from);
            }
            parameters.push_back(Tensor.create(weights, to, from).set_requires_grad(true));
            parameters.push_back(Tensor.create(new float[to], to).set_requires_grad(true));
        }
        adam = new Adam(parameters, new AdamOptions(1e-3));
    }

    public static void main(String[] arguments) throws Exception {
        Stopwatch watch = Stopwatch.of(arguments);
        set_num_threads(watch.threads());
        var mlp = new Mlp(watch);
        for (int epoch = 0; epoch < 3; epoch++) {
            mlp.epoch();
        }
        watch.report("accuracy after 3 epochs", mlp.accuracy(), "share");
        watch.rate("training", mlp.count / BATCH * BATCH, "images/s", mlp::epoch);
    }

    private static Tensor images(Stopwatch watch, String part) throws Exception {
        float[] pixels = BenchmarkData.readFloats(watch.data().resolve(part + "-images.f32"));
        return Tensor.create(pixels, pixels.length / WIDTHS[0], WIDTHS[0]);
    }

    private static Tensor labels(Stopwatch watch, String part) throws Exception {
        return Tensor.create(BenchmarkData.readInts(watch.data().resolve(part + "-labels.i32")))
                .to(ScalarType.Long);
    }

    private Object epoch() {
        Tensor order = randperm(count);
        for (int start = 0; start + BATCH <= count; start += BATCH) {
            try (var _ = new PointerScope()) {
                Tensor chosen = order.narrow(0, start, BATCH);
                adam.zero_grad(true);
                Tensor scores = forward(images.index_select(0, chosen));
                cross_entropy_loss(scores, labels.index_select(0, chosen)).backward();
                adam.step();
            }
        }
        return this;
    }

    private Tensor forward(Tensor x) {
        Tensor hidden = x;
        for (int layer = 1; layer < WIDTHS.length; layer++) {
            Tensor sums = addmm(
                    parameters.get(2 * layer - 1),
                    hidden,
                    parameters.get(2 * layer - 2).t());
            hidden = layer < WIDTHS.length - 1 ? relu(sums) : sums;
        }
        return hidden;
    }

    private double accuracy() {
        Tensor right = forward(testImages).argmax(new LongOptional(1), false).eq(testLabels);
        return right.to(ScalarType.Double).mean().item_double();
    }
}
