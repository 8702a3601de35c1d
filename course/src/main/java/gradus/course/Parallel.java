package gradus.course;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Work on many things at the same time, on threads of its own.
///
/// A thread of the common pool is created by whatever thread needs it next, and inherits from that one. In a
/// program with threads that are confined for good, as the judge's are, it may not be able to read files.
public final class Parallel {

    private Parallel() {}

    /// The results of `function` for each of `items`, in order. As many run at a time as there are processors.
    ///
    /// @throws RuntimeException what `function` throws, for the first item for which it does
    public static <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> function) {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<R>> running = items.stream()
                    .map(item -> threads.submit((Callable<R>) () -> function.apply(item)))
                    .toList();
            return running.stream().map(Parallel::await).toList();
        }
    }

    /// The result of `future`, when there is one.
    ///
    /// @throws RuntimeException what its work throws
    public static <R> R await(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            if (e.getCause() instanceof Error thrown) {
                throw thrown;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for work on other threads", e);
        }
    }
}
