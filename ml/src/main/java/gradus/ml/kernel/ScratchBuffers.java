package gradus.ml.kernel;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;

/// A pool of temporary arrays, reused from call to call.
final class ScratchBuffers<A> {

    static final ScratchBuffers<float[]> FLOATS = new ScratchBuffers<>(float[]::new);
    static final ScratchBuffers<double[]> DOUBLES = new ScratchBuffers<>(double[]::new);

    private final ConcurrentLinkedQueue<A> idle = new ConcurrentLinkedQueue<>();
    private final IntFunction<A> allocate;

    private ScratchBuffers(IntFunction<A> allocate) {
        this.allocate = allocate;
    }

    /// An array of at least `size` elements, with arbitrary contents. Return it with [#release].
    A acquire(int size) {
        A found = idle.poll();
        return found != null && java.lang.reflect.Array.getLength(found) >= size ? found : allocate.apply(size);
    }

    /// Returns an array to the pool.
    void release(A array) {
        idle.add(array);
    }
}
