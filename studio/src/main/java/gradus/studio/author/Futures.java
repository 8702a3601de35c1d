package gradus.studio.author;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// Waits for results of the author's runs.
final class Futures {

    private Futures() {}

    static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while proving the curriculum", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a proof failed: " + e.getCause(), e.getCause());
        }
    }
}
