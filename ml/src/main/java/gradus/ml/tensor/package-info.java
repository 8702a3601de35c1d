/// Multidimensional arrays of `float`: the numbers that neural networks compute with.
///
/// Read in this order:
///
/// 1. [gradus.ml.tensor.Shape]: sizes along the axes, and how two shapes are broadcast.
/// 2. [gradus.ml.tensor.Tensor]: a view of an array under a shape. Views of one array share its elements.
/// 3. [gradus.ml.tensor.Selection]: elements chosen by index or by condition.
/// 4. [gradus.ml.tensor.TensorOps]: the same operations, but with the result written into an existing tensor.
///    They call the kernels of [gradus.ml.kernel]; the methods of `Tensor` allocate a new tensor and call
///    them.
///
/// Tensors have no gradients; for those, see [gradus.ml.autodiff].
package gradus.ml.tensor;
