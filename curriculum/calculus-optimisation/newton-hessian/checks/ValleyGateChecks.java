package gradus.checks.newton_hessian;

import gradus.ml.calculus.NumericalHessian;
import gradus.ml.linalg.Vector;
import gradus.ml.optimise.Newton;
import gradus.ml.optimise.Objective;
import gradus.ml.optimise.OptimisationResult;
import gradus.ml.optimise.StoppingCriterion;
import gradus.proctor.assertions.Clause;
import gradus.proctor.assertions.Metric;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// All five methods together, in `Newton.minimise`.
class ValleyGateChecks {

    private static final int WALKERS = 200;
    private static final StoppingCriterion STOP = new StoppingCriterion(1e-6, 100);

    private static final Objective HILLS = Objective.of(
            p -> Math.cos(p.get(0)) + Math.cos(p.get(1)), p -> Vector.of(-Math.sin(p.get(0)), -Math.sin(p.get(1))));

    private static final Objective VALLEY =
            Objective.of(p -> 100 * Math.pow(p.get(1) - p.get(0) * p.get(0), 2) + Math.pow(1 - p.get(0), 2), p -> {
                double side = p.get(1) - p.get(0) * p.get(0);
                return Vector.of(-400 * p.get(0) * side - 2 * (1 - p.get(0)), 200 * side);
            });

    @Test
    @DisplayName("walkers in fog come to rest at the bottom of a hollow, and of Rosenbrock's valley in 30 steps")
    @Clause({"descent", "hessian", "classify"})
    void walkersInTheFog() {
        Metric.of(
                        "of 200 walkers set down in fog on the hills of cos x + cos y, those who come to rest at the"
                                + " bottom of a hollow",
                        () -> atTheBottom(new Random(Metric.seed(7))))
                .atLeast(WALKERS, "every damped step leads downhill; undamped, fewer than a third get there");
        Metric.of(
                        "steps from (−1.2, 1) to the bottom of Rosenbrock's valley, (1, 1)",
                        ValleyGateChecks::stepsThroughTheValley)
                .atMost(30, "the library takes 21");
    }

    private static double atTheBottom(Random random) {
        int bottom = 0;
        for (int walker = 0; walker < WALKERS; walker++) {
            Vector start = Vector.of(random.nextDouble(-6, 6), random.nextDouble(-6, 6));
            OptimisationResult result = Newton.damped(STOP).minimise(HILLS, start);
            Vector end = result.lastPoint();
            NumericalHessian.CriticalPoint kind =
                    NumericalHessian.classify(NumericalHessian.hessianFromGradient(HILLS::gradient, end));
            boolean low = HILLS.value(end) < -2 + 1e-9;
            if (result.converged() && low && kind == NumericalHessian.CriticalPoint.MINIMUM) {
                bottom++;
            }
        }
        return bottom;
    }

    private static double stepsThroughTheValley() {
        OptimisationResult result = Newton.damped(STOP).minimise(VALLEY, Vector.of(-1.2, 1));
        Vector end = result.lastPoint();
        boolean there = Math.hypot(end.get(0) - 1, end.get(1) - 1) < 1e-5;
        return there ? result.iterations() : 1000;
    }
}
