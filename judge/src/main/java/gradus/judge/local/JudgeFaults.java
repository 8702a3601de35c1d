package gradus.judge.local;

import gradus.judge.Verdict;
import gradus.judge.support.JudgeException;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/// Turns the judge's own failures into verdicts.
final class JudgeFaults {

    private JudgeFaults() {}

    /// The verdict, or that the judge failed.
    ///
    /// @throws CancellationException if the work was cancelled, which is no failure
    static Verdict caught(Supplier<Verdict> verdict) {
        try {
            return verdict.get();
        } catch (CancellationException e) {
            throw e;
        } catch (JudgeException e) {
            return new Verdict.JudgeFault(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return new Verdict.JudgeFault("the judge failed unexpectedly: " + e);
        }
    }
}
