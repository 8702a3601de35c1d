package gradus.ml.kernel;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;

/// Arrays that are used for the length of one call, kept for the next.
final class ScratchBuffers<A> {

    static final ScratchBuffers<float[]> FLOATS = new ScratchBuffers<>(float[]::new);
    static final ScratchBuffers<double[]> DOUBLES = new ScratchBuffers<>(double[]::new);

    private final ConcurrentLinkedQueue<A> idle = new ConcurrentLinkedQueue<>();
    private final IntFunction<A> allocate;

    private ScratchBuffers(IntFunction<A> allocate) {
        this.allocate = allocate;
    }

    /// An array of at least `size` numbers, with anything in it; to be given back.
    A acquire(int size) {
        A found = idle.poll();
        return found != null && java.lang.reflect.Array.getLength(found) >= size ? found : allocate.apply(size);
    }

    void release(A array) {
        idle.add(array);
    }
}
