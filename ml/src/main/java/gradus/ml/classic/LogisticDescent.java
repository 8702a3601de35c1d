package gradus.ml.classic;

import gradus.ml.linalg.Cholesky;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.optimise.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The way down [LogisticLoss] by Newton's method.
final class LogisticDescent {

    /// What is left to gain over a shorter way is rounding.
    private static final double SHORTEST = 1e-8;

    /// The quick form starts with one row of so many.
    private static final int STRIDE = 16;

    /// Rows for each weight that make a sample worth its while.
    private static final int ROWS_PER_WEIGHT = 20;

    private final Matrix x;
    private final int[] places;
    private final double penalty;
    private final double tolerance;
    private final int maxIterations;
    private final LogisticLoss loss;

    LogisticDescent(Matrix x, int[] places, double penalty, double tolerance, int maxIterations) {
        this.x = x;
        this.places = places;
        this.penalty = penalty;
        this.tolerance = tolerance;
        this.maxIterations = maxIterations;
        loss = new LogisticLoss(x, places, penalty);
    }

    /// How a descent ended.
    enum State {
        AT_REST,
        ON_ITS_WAY,
        WITHOUT_END
    }

    /// Where a descent ended.
    ///
    /// @param losses the value before each step
    record End(State state, Vector weights, List<Double> losses) {}

    /// The definition: from 0, with the curvature measured before each step.
    End plain() {
        return from(Vector.of(new double[x.columns() + 1]), 0);
    }

    /// The same end in less time, where rows are many. It starts where a sample of them is at rest; and
    /// it keeps the bends, which cost most, as long as the steps that they give leave a tenth or less of
    /// what there was to gain.
    End quick() {
        int[] sample = IntStream.range(0, x.rows()).filter(i -> i % STRIDE == 0).toArray();
        if (sample.length < ROWS_PER_WEIGHT * (x.columns() + 1)) {
            return plain();
        }
        int[] samplePlaces = Arrays.stream(sample).map(i -> places[i]).toArray();
        End near = new LogisticDescent(x.rows(sample), samplePlaces, penalty / STRIDE, 1e-4, 10).plain();
        return near.state() == State.AT_REST ? from(near.weights(), 0.1) : plain();
    }

    /// @param enough the share of the gain that may be left for the curvature to be kept
    private End from(Vector start, double enough) {
        Vector weights = start;
        Point here = loss.at(weights);
        Optional<Cholesky> curvature = Optional.empty();
        double gainBefore = 0;
        var losses = new ArrayList<Double>();
        while (losses.size() < maxIterations) {
            losses.add(here.value());
            if (penalty == 0 && here.value() * x.rows() < Math.log(2)) {
                // Each row's share is less than that of a row on the line, so each is on its own side.
                return new End(State.WITHOUT_END, weights, losses);
            }
            Vector gradient = here.gradient();
            Vector step = curvature.map(kept -> kept.solve(gradient)).orElse(gradient);
            if (curvature.isEmpty() || gradient.dot(step) > enough * gainBefore) {
                curvature = Cholesky.ifPositiveDefinite(loss.hessian(weights));
                if (curvature.isEmpty()) {
                    return new End(State.WITHOUT_END, weights, losses);
                }
                step = curvature.get().solve(gradient);
            }
            double gain = gradient.dot(step);
            if (gain / 2 <= tolerance) {
                return new End(State.AT_REST, weights.minus(step), losses);
            }
            double length = 1;
            Point there = loss.at(weights.minus(step));
            while (!(there.value() <= here.value() - 1e-4 * length * gain) && length > SHORTEST) {
                length /= 2;
                there = loss.at(weights.minus(step.times(length)));
            }
            weights = weights.minus(step.times(length));
            here = there;
            gainBefore = gain;
        }
        return new End(State.ON_ITS_WAY, weights, losses);
    }
}
