package gradus.ml.tensor;

import java.util.List;

/// Elements of a tensor by their index alone: the reference for all other access.
final class Indices {

    private Indices() {}

    /// 0, 1, 2, … under a shape.
    static Tensor count(int... shape) {
        Tensor tensor = Tensor.zeros(shape);
        for (int i = 0; i < tensor.elementCount(); i++) {
            tensor.data()[i] = i;
        }
        return tensor;
    }

    /// Every kind of view with three axes.
    static List<Tensor> views(Tensor x) {
        return List.of(
                x,
                x.transpose(),
                x.transpose(2, 1, 0),
                x.transpose(1, 0, 2),
                x.slice(0, 1, 3),
                x.slice(1, 1, 3),
                x.slice(2, 1, 2),
                x.slice(2, 3, 3),
                x.slice(1, 2, 4).transpose(1, 2, 0).slice(0, 1, 2),
                x.slice(0, 1, 2).broadcastTo(Shape.of(6, x.size(1), x.size(2))),
                x.slice(2, 1, 2).broadcastTo(Shape.of(x.size(0), x.size(1), 6)),
                x.slice(1, 0, 1).transpose().broadcastTo(Shape.of(x.size(0), x.size(2), 3)));
    }

    static float[] byIndex(Tensor x) {
        float[] elements = new float[x.elementCount()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = x.get(index(x.shape(), i));
        }
        return elements;
    }

    /// The index of the `i`th element in row-major order.
    static int[] index(Shape shape, int i) {
        int[] index = new int[shape.rank()];
        int rest = i;
        for (int axis = index.length - 1; axis >= 0; axis--) {
            index[axis] = rest % shape.size(axis);
            rest /= shape.size(axis);
        }
        return index;
    }

    /// The element of `x` that broadcasting puts at `index` of a larger shape.
    static float broadcastElement(Tensor x, int[] index) {
        int[] own = new int[x.rank()];
        for (int i = 1; i <= own.length; i++) {
            own[own.length - i] = x.size(-i) == 1 ? 0 : index[index.length - i];
        }
        return x.get(own);
    }
}
