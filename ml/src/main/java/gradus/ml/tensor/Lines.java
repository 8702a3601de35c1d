package gradus.ml.tensor;

/// Goes through the lines of a shape: the runs along its last axis, in order.
final class Lines {

    private final Shape shape;

    private Lines(Shape shape) {
        this.shape = shape;
    }

    static Lines of(Shape shape) {
        return new Lines(shape);
    }

    /// For each line, where it begins in `a` and in `b`, which are repeated to the shape; how long it is;
    /// and how far it is from one number to the next in both.
    void each(Tensor a, Tensor b, Pair pair) {
        each(a, b, b, (at, bt, _, as, bs) -> pair.line(at, bt, length(), as, bs));
    }

    /// The same with a third tensor.
    void each(Tensor a, Tensor b, Tensor c, Triple triple) {
        int n = length();
        if (n == 0) {
            return;
        }
        int lines = shape.count() / n;
        int outer = Math.max(0, shape.rank() - 1);
        int[] index = new int[outer];
        int at = a.offset;
        int bt = b.offset;
        int ct = c.offset;
        int as = shape.rank() == 0 ? 1 : a.strides[outer];
        int bs = shape.rank() == 0 ? 1 : b.strides[outer];
        for (int line = 0; line < lines; line++) {
            triple.line(at, bt, ct, as, bs);
            for (int axis = outer - 1; axis >= 0; axis--) {
                at += a.strides[axis];
                bt += b.strides[axis];
                ct += c.strides[axis];
                if (++index[axis] < shape.size(axis)) {
                    break;
                }
                index[axis] = 0;
                at -= shape.size(axis) * a.strides[axis];
                bt -= shape.size(axis) * b.strides[axis];
                ct -= shape.size(axis) * c.strides[axis];
            }
        }
    }

    private int length() {
        return shape.rank() == 0 ? 1 : shape.size(-1);
    }

    @FunctionalInterface
    interface Pair {
        void line(int at, int bt, int n, int as, int bs);
    }

    @FunctionalInterface
    interface Triple {
        void line(int at, int bt, int ct, int as, int bs);
    }
}
