package gradus.ml.kernel;

import static gradus.ml.kernel.Kernel.Size.ALL;
import static gradus.ml.kernel.Kernel.fixed;

import gradus.ml.kernel.Kernel.Run;
import java.util.List;
import java.util.stream.Stream;

/// The kernels of [OptimiserUpdates]. Their entry points take whole arrays, so every array begins at index 0.
final class UpdateKernels {

    private static final OptimiserUpdates.AdamStep ADAM =
            new OptimiserUpdates.AdamStep(0.5f, 0.01f, 0.9f, 0.99f, 1e-6f, 0.1f, 1.5f, 2f);

    static Stream<Kernel> list() {
        return Stream.of(descend(), adam());
    }

    private UpdateKernels() {}

    private static Kernel descend() {
        return new Kernel(
                "descend",
                List.of(fixed(ALL, -1, 1)),
                List.of(fixed(ALL, -1, 1), fixed(ALL, -1, 1)),
                false,
                false,
                false,
                j -> PlainOptimiserUpdates.sgd(j.y(0), j.x(0), j.y(1), 0.5f, 0.1f, 0.9f, 0.01f, 0, j.n()),
                j -> FastOptimiserUpdates.sgd(j.y(0), j.x(0), j.y(1), 0.5f, 0.1f, 0.9f, 0.01f, 0, j.n()),
                whole(a -> OptimiserUpdates.sgd(a[1], a[0], a[2], 0.5f, 0.1f, 0.9f, 0.01f)));
    }

    private static Kernel adam() {
        return new Kernel(
                "adam",
                List.of(fixed(ALL, -1, 1)),
                List.of(fixed(ALL, -1, 1), fixed(ALL, -1, 1), fixed(ALL, 0.01f, 1)),
                false,
                false,
                false,
                j -> PlainOptimiserUpdates.adam(j.y(0), j.x(0), j.y(1), j.y(2), ADAM, 0, j.n()),
                j -> FastOptimiserUpdates.adam(j.y(0), j.x(0), j.y(1), j.y(2), ADAM, 0, j.n()),
                whole(a -> OptimiserUpdates.adam(a[1], a[0], a[2], a[3], ADAM)));
    }

    private interface OfArrays {
        void run(float[][] arrays);
    }

    /// An entry point that takes whole arrays: it gets copies without guards; the results are copied back.
    private static Run whole(OfArrays entryPoint) {
        return j -> {
            float[][] arrays = Stream.concat(j.in().stream(), j.out().stream())
                    .map(Zone::values)
                    .toArray(float[][]::new);
            entryPoint.run(arrays);
            for (int i = 0; i < j.out().size(); i++) {
                System.arraycopy(arrays[j.in().size() + i], 0, j.y(i), j.yt(i), j.n());
            }
        };
    }
}
