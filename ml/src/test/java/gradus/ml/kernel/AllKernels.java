package gradus.ml.kernel;

import java.util.stream.Stream;

/// Every kernel that works on arrays: one that is listed is tested. Products and attention, which work on
/// views, and reductions, which give a number, have tests of their own.
final class AllKernels {

    private AllKernels() {}

    static Stream<Kernel> list() {
        return Stream.of(ElementwiseKernels.list(), RowKernels.list(), UpdateKernels.list())
                .flatMap(kernels -> kernels);
    }
}
