package gradus.ml.kernel;

import static gradus.ml.kernel.Kernel.Size.ALL;
import static gradus.ml.kernel.Kernel.Size.MOMENTS;
import static gradus.ml.kernel.Kernel.Size.ROW;
import static gradus.ml.kernel.Kernel.fixed;
import static gradus.ml.kernel.Kernel.slot;

import gradus.ml.kernel.Kernel.Job;
import gradus.ml.kernel.Kernel.Run;
import gradus.ml.kernel.Kernel.Slot;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/// The kernels of [Rowwise], and the one of their twins that [Attention] alone uses.
final class RowKernels {

    private static final Slot ANY = slot(ALL, -3, 3);
    private static final Slot ONE_ROW = slot(ROW, -2, 2);

    static Stream<Kernel> list() {
        return Stream.concat(
                Arrays.stream(BinaryFunction.values()).map(RowKernels::zipRow),
                Stream.of(softmax(), causalSoftmax(), softmaxSlope(), layerNorm(), layerNormSlope(), sumRows()));
    }

    private RowKernels() {}

    private static Kernel zipRow(BinaryFunction f) {
        return new Kernel(
                "zipRow " + f,
                List.of(ANY, ONE_ROW),
                List.of(ANY),
                true,
                true,
                false,
                rows((j, at) -> PlainElementwise.zip(
                        f, j.x(0), j.xt(0) + at, j.x(1), j.xt(1), j.y(0), j.yt(0) + at, j.columns(), j.add())),
                rows((j, at) -> FastZips.zip(
                        f, j.x(0), j.xt(0) + at, j.x(1), j.xt(1), j.y(0), j.yt(0) + at, j.columns(), j.add())),
                j -> Rowwise.zipRow(
                        f, j.x(0), j.xt(0), j.x(1), j.xt(1), j.y(0), j.yt(0), j.rows(), j.columns(), j.add()));
    }

    private static Kernel softmax() {
        return new Kernel(
                "softmax",
                List.of(ANY),
                List.of(ANY),
                false,
                true,
                false,
                rows((j, at) -> PlainRowwise.softmax(j.x(0), j.xt(0) + at, j.y(0), j.yt(0) + at, j.columns())),
                rows((j, at) -> FastRowwise.softmax(j.x(0), j.xt(0) + at, j.y(0), j.yt(0) + at, j.columns())),
                j -> Rowwise.softmax(j.x(0), j.xt(0), j.y(0), j.yt(0), j.rows(), j.columns()));
    }

    /// Changes its argument; half of the positions are visible. [Attention] is its entry point.
    private static Kernel causalSoftmax() {
        Run fast = rows(
                (j, at) -> FastRowwise.causalSoftmax(j.y(0), j.yt(0) + at, (j.columns() + 1) / 2, j.columns(), 0.3f));
        return new Kernel(
                "causalSoftmax",
                List.of(),
                List.of(ANY),
                false,
                false,
                false,
                rows((j, at) ->
                        PlainRowwise.causalSoftmax(j.y(0), j.yt(0) + at, (j.columns() + 1) / 2, j.columns(), 0.3f)),
                fast,
                fast);
    }

    private static Kernel softmaxSlope() {
        return new Kernel(
                "softmaxSlope",
                List.of(slot(ALL, 0, 0.01f), ANY),
                List.of(ANY),
                true,
                true,
                false,
                rows((j, at) -> PlainRowwise.softmaxBackward(
                        j.x(0), j.xt(0) + at, j.x(1), j.xt(1) + at, j.y(0), j.yt(0) + at, j.columns(), 1, j.add())),
                rows((j, at) -> FastRowwise.softmaxBackward(
                        j.x(0), j.xt(0) + at, j.x(1), j.xt(1) + at, j.y(0), j.yt(0) + at, j.columns(), 1, j.add())),
                j -> Rowwise.softmaxBackward(
                        j.x(0), j.xt(0), j.x(1), j.xt(1), j.y(0), j.yt(0), j.rows(), j.columns(), j.add()));
    }

    private static Kernel layerNorm() {
        return new Kernel(
                "layerNorm",
                List.of(ANY, ONE_ROW, ONE_ROW),
                List.of(ANY, fixed(MOMENTS, 0, 0)),
                false,
                true,
                false,
                j -> each(
                        j.rows(),
                        r -> PlainRowwise.layerNorm(
                                j.x(0),
                                j.xt(0) + r * j.columns(),
                                j.x(1),
                                j.xt(1),
                                j.x(2),
                                j.xt(2),
                                j.y(0),
                                j.yt(0) + r * j.columns(),
                                j.columns(),
                                1e-3f,
                                j.y(1),
                                r)),
                j -> each(
                        j.rows(),
                        r -> FastLayerNorm.forward(
                                j.x(0),
                                j.xt(0) + r * j.columns(),
                                j.x(1),
                                j.xt(1),
                                j.x(2),
                                j.xt(2),
                                j.y(0),
                                j.yt(0) + r * j.columns(),
                                j.columns(),
                                1e-3f,
                                j.y(1),
                                r)),
                j -> Rowwise.layerNorm(
                        j.x(0),
                        j.xt(0),
                        j.x(1),
                        j.xt(1),
                        j.x(2),
                        j.xt(2),
                        j.y(0),
                        j.yt(0),
                        j.rows(),
                        j.columns(),
                        1e-3f,
                        j.y(1)));
    }

    private static Kernel layerNormSlope() {
        return new Kernel(
                "layerNormSlope",
                List.of(ANY, ONE_ROW, fixed(MOMENTS, 0.2f, 0.9f), ANY),
                List.of(ANY, fixed(ROW, 0, 1), fixed(ROW, 0, 1)),
                true,
                true,
                true,
                cleared(j -> each(
                        j.rows(),
                        r -> PlainRowwise.layerNormBackward(
                                j.x(0),
                                j.xt(0) + r * j.columns(),
                                j.x(1),
                                j.xt(1),
                                j.x(2),
                                r,
                                j.x(3),
                                j.xt(3) + r * j.columns(),
                                j.y(0),
                                j.yt(0) + r * j.columns(),
                                j.y(1),
                                j.y(2),
                                0,
                                j.columns(),
                                j.add()))),
                cleared(j -> each(
                        j.rows(),
                        r -> FastLayerNorm.backward(
                                j.x(0),
                                j.xt(0) + r * j.columns(),
                                j.x(1),
                                j.xt(1),
                                j.x(2),
                                r,
                                j.x(3),
                                j.xt(3) + r * j.columns(),
                                j.y(0),
                                j.yt(0) + r * j.columns(),
                                j.y(1),
                                j.y(2),
                                0,
                                j.columns(),
                                j.add()))),
                j -> Rowwise.layerNormBackward(
                        j.x(0),
                        j.xt(0),
                        j.x(1),
                        j.xt(1),
                        j.x(2),
                        j.x(3),
                        j.xt(3),
                        j.y(0),
                        j.yt(0),
                        j.y(1),
                        j.y(2),
                        j.rows(),
                        j.columns(),
                        j.add()));
    }

    private static Kernel sumRows() {
        return new Kernel(
                "sumRows",
                List.of(ANY),
                List.of(ONE_ROW),
                true,
                false,
                true,
                sumOf(j -> each(
                        j.rows(),
                        r -> PlainElementwise.affine(
                                j.x(0), j.xt(0) + r * j.columns(), 1, 0, j.y(0), j.yt(0), j.columns(), true))),
                sumOf(j -> each(
                        j.rows(),
                        r -> FastZips.affine(
                                j.x(0), j.xt(0) + r * j.columns(), 1, 0, j.y(0), j.yt(0), j.columns(), true))),
                j -> Rowwise.sumRows(j.x(0), j.xt(0), j.y(0), j.yt(0), j.rows(), j.columns(), j.add()));
    }

    private interface OfRow {
        void run(Job job, int at);
    }

    private static Run rows(OfRow row) {
        return j -> each(j.rows(), r -> row.run(j, r * j.columns()));
    }

    private static void each(int n, IntConsumer work) {
        for (int i = 0; i < n; i++) {
            work.accept(i);
        }
    }

    private static Run cleared(Run adding) {
        return j -> {
            Arrays.fill(j.y(1), 0, j.columns(), 0f);
            Arrays.fill(j.y(2), 0, j.columns(), 0f);
            adding.run(j);
        };
    }

    private static Run sumOf(Run adding) {
        return j -> {
            Arrays.fill(j.y(0), j.yt(0), j.yt(0) + (j.add() ? 0 : j.columns()), 0f);
            adding.run(j);
        };
    }
}
