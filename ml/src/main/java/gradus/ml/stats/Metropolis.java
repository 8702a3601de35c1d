package gradus.ml.stats;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/// Draws from a density that is known only up to a factor, by a walk that stays longer where the density is
/// higher.
///
/// From each place a normal step is proposed. Upwards it is always taken; downwards with a probability of
/// the ratio of the densities; and where it is not taken, the walk stays, and *the same place counts once
/// more*. The draws depend on one another: [McmcChain] says how many independent ones they are worth.
///
/// Source: N. Metropolis, A. Rosenbluth, M. Rosenbluth, A. Teller and E. Teller, Equation of State
/// Calculations by Fast Computing Machines, J. Chem. Phys. 21 (1953). Ratios are differences of logarithms
/// here, so that nothing underflows.
///
/// @param proposalScale the standard deviation of a step in each direction, above 0; good ones are taken in
///     20 to 50 %
/// @param warmUpCount how many steps are made first and forgotten, 0 or more: by then the walk must have
///     found its place
/// @param drawCount how many places are kept after that, 1 or more
public record Metropolis(double proposalScale, int warmUpCount, int drawCount) {

    /// @throws IllegalArgumentException if a setting is out of range
    public Metropolis {
        Require.positive("the step of a Metropolis walk", proposalScale);
        Require.atLeast("the warm-up of a Metropolis walk", warmUpCount, 0);
        Require.atLeast("the number of draws of a Metropolis walk", drawCount, 1);
    }

    /// A walk. It evaluates the density once for each step.
    ///
    /// @param logDensity the natural logarithm of the density, up to a summand; minus infinity where it is
    ///     0
    /// @param start shape `(d)`, where the density is above 0
    /// @throws IllegalArgumentException if the density is 0 at the start, or its logarithm NaN or infinity
    ///     anywhere
    public McmcChain sample(ToDoubleFunction<Vector> logDensity, Vector start, Rng rng) {
        Vector current = start;
        double currentLogDensity = evaluate(logDensity, current);
        if (currentLogDensity == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "a walk starts where the density is above 0, but at " + start + " it is 0; start elsewhere");
        }
        double[][] draws = new double[drawCount][];
        int accepted = 0;
        for (int i = -warmUpCount; i < drawCount; i++) {
            Vector proposal = current.plus(proposalStep(start.size(), rng));
            double proposalLogDensity = evaluate(logDensity, proposal);
            // The logarithm of a uniform number, which is never exactly 0.
            if (Math.log1p(-rng.nextDouble()) < proposalLogDensity - currentLogDensity) {
                current = proposal;
                currentLogDensity = proposalLogDensity;
                if (i >= 0) {
                    accepted++;
                }
            }
            if (i >= 0) {
                draws[i] = current.toArray();
            }
        }
        return new McmcChain(Matrix.of(draws), (double) accepted / drawCount);
    }

    private Vector proposalStep(int size, Rng rng) {
        double[] steps = new double[size];
        Arrays.setAll(steps, i -> proposalScale * rng.gaussian());
        return Vector.of(steps);
    }

    private static double evaluate(ToDoubleFunction<Vector> logDensity, Vector x) {
        double log = logDensity.applyAsDouble(x);
        if (Double.isNaN(log) || log == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "the logarithm of a density is finite, or minus infinity where it is 0, got " + log + " at " + x);
        }
        return log;
    }
}
