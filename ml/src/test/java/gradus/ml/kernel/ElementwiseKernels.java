package gradus.ml.kernel;

import static gradus.ml.kernel.Kernel.Size.ALL;
import static gradus.ml.kernel.Kernel.slot;

import gradus.ml.kernel.Kernel.Slot;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The kernels of [Elementwise], for every function there is.
final class ElementwiseKernels {

    private static final Slot ANY = slot(ALL, -3, 3);

    static Stream<Kernel> list() {
        Stream<Kernel> unary = Arrays.stream(UnaryFunction.values()).flatMap(f -> Stream.of(map(f), backward(f)));
        Stream<Kernel> binary = Arrays.stream(BinaryFunction.values()).map(ElementwiseKernels::zip);
        return Stream.of(unary, binary, Stream.of(affine())).flatMap(s -> s);
    }

    private ElementwiseKernels() {}

    private static Kernel map(UnaryFunction f) {
        return new Kernel(
                "map " + f,
                List.of(ANY),
                List.of(ANY),
                false,
                true,
                false,
                j -> PlainElementwise.map(f, j.x(0), j.xt(0), j.y(0), j.yt(0), j.n()),
                j -> FastMaps.map(f, j.x(0), j.xt(0), j.y(0), j.yt(0), j.n()),
                j -> Elementwise.map(f, j.x(0), j.xt(0), j.y(0), j.yt(0), j.n()));
    }

    private static Kernel backward(UnaryFunction f) {
        return new Kernel(
                "backward " + f,
                List.of(ANY, new Slot(ALL, 0, 0, true, f), ANY),
                List.of(ANY),
                true,
                true,
                false,
                j -> PlainElementwise.mapBackward(
                        f, j.x(0), j.xt(0), j.x(1), j.xt(1), j.x(2), j.xt(2), j.y(0), j.yt(0), j.n(), j.add()),
                j -> FastBackward.mapBackward(
                        f, j.x(0), j.xt(0), j.x(1), j.xt(1), j.x(2), j.xt(2), j.y(0), j.yt(0), j.n(), j.add()),
                j -> Elementwise.mapBackward(
                        f, j.x(0), j.xt(0), j.x(1), j.xt(1), j.x(2), j.xt(2), j.y(0), j.yt(0), j.n(), j.add()));
    }

    private static Kernel zip(BinaryFunction f) {
        return new Kernel(
                "zip " + f,
                List.of(ANY, ANY),
                List.of(ANY),
                true,
                true,
                false,
                j -> PlainElementwise.zip(f, j.x(0), j.xt(0), j.x(1), j.xt(1), j.y(0), j.yt(0), j.n(), j.add()),
                j -> FastZips.zip(f, j.x(0), j.xt(0), j.x(1), j.xt(1), j.y(0), j.yt(0), j.n(), j.add()),
                j -> Elementwise.zip(f, j.x(0), j.xt(0), j.x(1), j.xt(1), j.y(0), j.yt(0), j.n(), j.add()));
    }

    private static Kernel affine() {
        return new Kernel(
                "affine",
                List.of(ANY),
                List.of(ANY),
                true,
                true,
                false,
                j -> PlainElementwise.affine(j.x(0), j.xt(0), 1.7f, -0.3f, j.y(0), j.yt(0), j.n(), j.add()),
                j -> FastZips.affine(j.x(0), j.xt(0), 1.7f, -0.3f, j.y(0), j.yt(0), j.n(), j.add()),
                j -> Elementwise.affine(j.x(0), j.xt(0), 1.7f, -0.3f, j.y(0), j.yt(0), j.n(), j.add()));
    }
}
