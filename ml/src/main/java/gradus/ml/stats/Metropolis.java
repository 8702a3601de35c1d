package gradus.ml.stats;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/// Random-walk Metropolis algorithm, a Markov chain Monte Carlo (MCMC) method: draws from a density that is
/// known only up to a constant factor, such as a posterior.
///
/// **Method.** From the current point, a normal step is proposed. It is accepted with probability
/// `min(1, density(proposal) / density(current))`. If it is rejected, *the current point is repeated* in the
/// chain. The draws are correlated: [McmcChain] estimates their effective sample size. Ratios of densities
/// are computed as differences of logarithms, so nothing underflows.
///
/// Source: N. Metropolis, A. Rosenbluth, M. Rosenbluth, A. Teller and E. Teller, Equation of State
/// Calculations by Fast Computing Machines, J. Chem. Phys. 21 (1953).
///
/// @param proposalScale standard deviation of a proposed step in each dimension, > 0; well chosen if 20 to 50
///     % of the proposals are accepted
/// @param warmUpCount number of warm-up (burn-in) steps that are discarded, ≥ 0; after them, the chain must
///     have converged to the distribution
/// @param drawCount number of draws to keep after that, ≥ 1
public record Metropolis(double proposalScale, int warmUpCount, int drawCount) {

    /// @throws IllegalArgumentException if a parameter is out of range
    public Metropolis {
        Require.positive("the proposal scale of a Metropolis sampler", proposalScale);
        Require.atLeast("the warm-up count of a Metropolis sampler", warmUpCount, 0);
        Require.atLeast("the number of draws of a Metropolis sampler", drawCount, 1);
    }

    /// Runs a chain. Evaluates the density once per step.
    ///
    /// @param logDensity natural logarithm of the density, up to an additive constant; minus infinity where
    ///     the density is 0
    /// @param start starting point, shape `(d)`, with a density > 0
    /// @throws IllegalArgumentException if the density is 0 at the start, or its logarithm is NaN or infinity
    ///     anywhere
    public McmcChain sample(ToDoubleFunction<Vector> logDensity, Vector start, Rng rng) {
        Vector current = start;
        double currentLogDensity = evaluate(logDensity, current);
        if (currentLogDensity == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "the density must be greater than 0 at the start, but at " + start + " it is 0; start elsewhere");
        }
        double[][] draws = new double[drawCount][];
        int accepted = 0;
        for (int i = -warmUpCount; i < drawCount; i++) {
            Vector proposal = current.plus(proposalStep(start.size(), rng));
            double proposalLogDensity = evaluate(logDensity, proposal);
            // The logarithm of a uniform number, which is never exactly 0.
            if (StrictMath.log1p(-rng.nextDouble()) < proposalLogDensity - currentLogDensity) {
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
                    "a log-density must be finite, or minus infinity where the density is 0, got " + log + " at " + x);
        }
        return log;
    }
}
