/// Arrays of `float` with any number of axes: what networks compute with.
///
/// [gradus.ml.tensor.Shape] says how many numbers there are along each axis, and how two shapes meet.
/// [gradus.ml.tensor.Tensor] is a view of an array under a shape; views of one array share its numbers.
/// [gradus.ml.tensor.TensorOps] writes results into a tensor that is there already, by the kernels; the
/// operations of `Tensor` make a new one and call it.
package gradus.ml.tensor;
