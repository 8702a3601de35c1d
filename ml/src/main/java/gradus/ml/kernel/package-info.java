/// Compute kernels: the loops that take most of the time. The only package that uses threads.
///
/// Each kernel exists twice. A scalar reference kernel (`Plain…`), a few lines long, defines the result. A
/// SIMD kernel (`Fast…`, or the package-private classes for `float` and `double`) processes one hardware
/// vector of numbers at a time with the Vector API and agrees with it to the last bit. Callers use neither
/// directly, but an entry point that checks its arguments:
///
/// - [gradus.ml.kernel.Gemm]: matrix products.
/// - [gradus.ml.kernel.Elementwise] and [gradus.ml.kernel.Rowwise]: elementwise and row-wise functions.
/// - [gradus.ml.kernel.Reductions]: sums and maxima.
/// - [gradus.ml.kernel.Attention]: scaled dot-product attention.
/// - [gradus.ml.kernel.OptimiserUpdates]: the update steps of optimisers.
///
/// Read the reference kernels first: `PlainGemm`, `PlainElementwise`, `PlainRowwise`. Then read `FloatTile`
/// and `FloatGemm`, which show what makes a matrix product a hundred times faster.
///
/// [gradus.ml.kernel.Kernels] selects the kernels, [gradus.ml.kernel.Threads] the number of threads.
///
/// **Reproducibility.** Neither changes a result: all are bitwise identical for any number of threads, with
/// vectors of 128, 256 and 512 bits and without vectors, and on every processor. They are the same in
/// interpreted code and in code of either of the JVM's compilers. For that,
///
/// - sums run in a fixed number of partial sums, which are added in a fixed order, described in
///   `SummationOrder`; work is split by its size only, and the results of its parts are combined in order;
/// - products of matrices and the polynomials behind exponentials use fused multiply–add in both kernels, and
///   everything else in neither. Where the processor does not have it, `Fma` emulates it, at the cost of
///   speed but not of a bit;
/// - exponentials, logarithms and the like are the polynomials of `PlainFunctions`, since those of `Math` may
///   differ in the last digit.
///
/// Not promised are the payload and the sign of a NaN. A new version of the library may change results.
package gradus.ml.kernel;
