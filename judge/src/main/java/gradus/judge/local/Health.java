package gradus.judge.local;

import gradus.judge.SelfTestReport;
import gradus.judge.selftest.SelfTest;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The self-test of the sandbox. It runs once, in the background, when somebody first asks.
final class Health {

    private final JudgeEngine engine;
    private @Nullable CompletableFuture<SelfTestReport> report;

    Health(JudgeEngine engine) {
        this.engine = engine;
    }

    synchronized CompletableFuture<SelfTestReport> report() {
        if (report == null) {
            report = CompletableFuture.supplyAsync(
                    () -> SelfTest.run(engine.library(), engine.workerPool(), engine.workerJvm()),
                    task -> Thread.ofVirtual().start(task));
        }
        return report;
    }

    /// Waits for a running self-test, which takes little time and cleans up only at its end.
    synchronized void awaitRunning() {
        if (report != null) {
            report.join();
        }
    }
}
