package gradus.ml.autodiff;

import gradus.ml.tensor.Shape;
import gradus.ml.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/// Arrays for the results of a step, kept for the next: a step of training that is like the one before
/// allocates nothing large.
final class Pool {

    private final Map<Integer, ArrayDeque<float[]>> idle = new HashMap<>();
    private long made;

    /// A tensor of this shape, with anything in it.
    Tensor take(Shape shape) {
        ArrayDeque<float[]> fitting = idle.get(shape.count());
        if (fitting == null || fitting.isEmpty()) {
            made += shape.count();
            return Tensor.over(new float[shape.count()], shape);
        }
        return Tensor.over(fitting.pop(), shape);
    }

    /// How many numbers all arrays hold that were ever made.
    long made() {
        return made;
    }

    /// Takes back a tensor that nobody reads any more.
    void give(Tensor tensor) {
        float[] data = tensor.data();
        idle.computeIfAbsent(data.length, _ -> new ArrayDeque<>()).push(data);
    }
}
