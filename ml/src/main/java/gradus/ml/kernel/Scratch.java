package gradus.ml.kernel;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;

/// Arrays that are used for the length of one call, kept for the next.
final class Scratch<A> {

    static final Scratch<float[]> FLOATS = new Scratch<>(float[]::new);
    static final Scratch<double[]> DOUBLES = new Scratch<>(double[]::new);

    private final ConcurrentLinkedQueue<A> idle = new ConcurrentLinkedQueue<>();
    private final IntFunction<A> make;

    private Scratch(IntFunction<A> make) {
        this.make = make;
    }

    /// An array of at least `size` numbers, with anything in it; to be given back.
    A take(int size) {
        A found = idle.poll();
        return found != null && java.lang.reflect.Array.getLength(found) >= size ? found : make.apply(size);
    }

    void give(A array) {
        idle.add(array);
    }
}
