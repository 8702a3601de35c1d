/// The loops that take the time, and the only package with threads.
///
/// Each kernel has a plain form, which defines it and is a few lines long, and a fast form that works on a
/// whole vector of numbers at a time and agrees with the plain one but for rounding. Callers see neither, but
/// a door that checks its arguments: [gradus.ml.kernel.Gemm] for products of matrices,
/// [gradus.ml.kernel.Elementwise] and [gradus.ml.kernel.Rowwise] for what is done to every number and every
/// row, [gradus.ml.kernel.Reductions] for sums, [gradus.ml.kernel.Attention], and
/// [gradus.ml.kernel.OptimiserUpdates] for the steps of optimisers.
///
/// Read the plain forms first: `PlainGemm`, `PlainElementwise`, `PlainRowwise`. Then `FloatTile` and
/// `FloatGemm`, which show what makes a product of matrices a hundred times faster.
///
/// [gradus.ml.kernel.Kernels] says which form runs, and [gradus.ml.kernel.Threads] on how many threads.
/// Results are the same to the bit on any number of them: work is cut by its size, and put together in order.
package gradus.ml.kernel;
