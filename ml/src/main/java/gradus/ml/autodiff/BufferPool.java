package gradus.ml.autodiff;

import gradus.ml.tensor.Shape;
import gradus.ml.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/// Buffer pool: keeps the arrays of one training step for the next, so that a step with the same shapes as
/// before allocates nothing large.
final class BufferPool {

    private final Map<Integer, ArrayDeque<float[]>> free = new HashMap<>();
    private long allocatedElements;

    /// A tensor of this shape with undefined contents.
    Tensor acquire(Shape shape) {
        ArrayDeque<float[]> fitting = free.get(shape.elementCount());
        if (fitting == null || fitting.isEmpty()) {
            allocatedElements += shape.elementCount();
            return Tensor.wrap(new float[shape.elementCount()], shape);
        }
        return Tensor.wrap(fitting.pop(), shape);
    }

    /// Total number of elements of all arrays that were ever allocated.
    long allocatedElements() {
        return allocatedElements;
    }

    /// Takes back the array of a tensor that is no longer in use.
    void release(Tensor tensor) {
        float[] data = tensor.data();
        free.computeIfAbsent(data.length, _ -> new ArrayDeque<>()).push(data);
    }
}
