package gradus.proctor.arena;

import gradus.proctor.failure.CheckFault;
import java.util.function.Function;
import java.util.function.Supplier;

/// How well a contender did on each example, such as 1 where it was right and 0 where it was wrong. Their mean is the
/// metric.
///
/// @param perExample in the order of the rows, which is the same for every contender
/// @param fitNanos how long it took to fit
/// @param predictNanos how long it took to score all examples
public record Scores(double[] perExample, long fitNanos, long predictNanos) {

    /// @throws CheckFault if there are none, or one is infinite or NaN
    public Scores {
        if (perExample.length == 0) {
            throw new CheckFault("a contender needs at least one example to be scored on");
        }
        for (double score : perExample) {
            CheckFault.requireFinite("the score of an example", score);
        }
    }

    /// Fits a model and scores it, and measures how long each takes.
    ///
    /// @param score gives the score of each example
    public static <M> Scores of(Supplier<M> fit, Function<M, double[]> score) {
        long start = System.nanoTime();
        M model = fit.get();
        long fitted = System.nanoTime();
        double[] perExample = score.apply(model);
        return new Scores(perExample, fitted - start, System.nanoTime() - fitted);
    }
}
