package gradus.ml.tensor;

/// Loop over the rows of several tensors at once, in order. A row is a run along the last axis.
final class StridedLoop {

    private final Shape shape;

    private StridedLoop(Shape shape) {
        this.shape = shape;
    }

    static StridedLoop of(Shape shape) {
        return new StridedLoop(shape);
    }

    /// For each row: the array index where it begins in `a` and in `b`, its length, and the stride along it
    /// in both. `a` and `b` have this shape already, for instance as broadcast views.
    void forEachRow(Tensor a, Tensor b, PairBody body) {
        forEachRow(a, b, b, (aOff, bOff, _, aStride, bStride) -> body.row(aOff, bOff, length(), aStride, bStride));
    }

    /// The same with a third tensor; its stride along a row is not passed on.
    void forEachRow(Tensor a, Tensor b, Tensor c, TripleBody body) {
        int n = length();
        if (n == 0) {
            return;
        }
        int rows = shape.elementCount() / n;
        int outer = Math.max(0, shape.rank() - 1);
        int[] index = new int[outer];
        int aOff = a.offset;
        int bOff = b.offset;
        int cOff = c.offset;
        int aStride = shape.rank() == 0 ? 1 : a.strides[outer];
        int bStride = shape.rank() == 0 ? 1 : b.strides[outer];
        for (int row = 0; row < rows; row++) {
            body.row(aOff, bOff, cOff, aStride, bStride);
            for (int axis = outer - 1; axis >= 0; axis--) {
                aOff += a.strides[axis];
                bOff += b.strides[axis];
                cOff += c.strides[axis];
                if (++index[axis] < shape.size(axis)) {
                    break;
                }
                index[axis] = 0;
                aOff -= shape.size(axis) * a.strides[axis];
                bOff -= shape.size(axis) * b.strides[axis];
                cOff -= shape.size(axis) * c.strides[axis];
            }
        }
    }

    private int length() {
        return shape.rank() == 0 ? 1 : shape.size(-1);
    }

    @FunctionalInterface
    interface PairBody {
        void row(int aOff, int bOff, int n, int aStride, int bStride);
    }

    @FunctionalInterface
    interface TripleBody {
        void row(int aOff, int bOff, int cOff, int aStride, int bStride);
    }
}
