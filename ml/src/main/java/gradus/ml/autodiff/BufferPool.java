package gradus.ml.autodiff;

import gradus.ml.tensor.Shape;
import gradus.ml.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/// Arrays for the results of a step, kept for the next: a step of training that is like the one before
/// allocates nothing large.
final class BufferPool {

    private final Map<Integer, ArrayDeque<float[]>> free = new HashMap<>();
    private long allocatedElements;

    /// A tensor of this shape, with anything in it.
    Tensor acquire(Shape shape) {
        ArrayDeque<float[]> fitting = free.get(shape.elementCount());
        if (fitting == null || fitting.isEmpty()) {
            allocatedElements += shape.elementCount();
            return Tensor.wrap(new float[shape.elementCount()], shape);
        }
        return Tensor.wrap(fitting.pop(), shape);
    }

    /// How many numbers all arrays hold that were ever made.
    long allocatedElements() {
        return allocatedElements;
    }

    /// Takes back a tensor that nobody reads any more.
    void release(Tensor tensor) {
        float[] data = tensor.data();
        free.computeIfAbsent(data.length, _ -> new ArrayDeque<>()).push(data);
    }
}
