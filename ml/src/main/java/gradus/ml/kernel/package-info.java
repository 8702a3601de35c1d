/// Compute kernels: the loops that take most of the time. The only package that uses threads.
///
/// Each kernel exists twice. A scalar reference kernel (`Plain…`), a few lines long, defines the result. A
/// SIMD kernel (`Fast…`, or the package-private classes for `float` and `double`) processes one hardware
/// vector of numbers at a time with the Vector API and agrees with it up to rounding. Callers use neither
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
/// [gradus.ml.kernel.Kernels] selects the kernels, [gradus.ml.kernel.Threads] the number of threads. Results
/// are bitwise identical for any number of threads: work is split by its size only, and partial results are
/// combined in a fixed order.
package gradus.ml.kernel;
