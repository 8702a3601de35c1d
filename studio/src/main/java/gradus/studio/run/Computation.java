package gradus.studio.run;

import gradus.judge.Cancellation;
import gradus.judge.ProgressEvent;
import gradus.judge.Verdict;
import java.util.Map;
import java.util.function.Consumer;

/// Computes what a run asks for.
public interface Computation {

    /// Computes, and records the result.
    ///
    /// @throws java.util.concurrent.CancellationException if it was cancelled
    Verdict compute(RunRequest request, Cancellation cancellation, Consumer<ProgressEvent> listener);

    /// The hash of each file that a lesson's data sets have, by `id/file`.
    Map<String, String> dataHashes(String lesson);
}
