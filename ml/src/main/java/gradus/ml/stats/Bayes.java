package gradus.ml.stats;

import gradus.ml.numbers.Sigmoid;
import gradus.ml.numbers.Softmax;
import java.util.Arrays;

/// What to believe after evidence: the belief before, times how likely the evidence is under each
/// hypothesis, over the sum of that for all hypotheses.
///
/// Source: T. Bayes, An Essay towards Solving a Problem in the Doctrine of Chances, Phil. Trans. 53 (1763).
public final class Bayes {

    private Bayes() {}

    /// How probable it is that someone has what a test is for, after a positive result. Where few have it,
    /// most positive results are false ones, however good the test is.
    ///
    /// @param prior how probable it was before
    /// @param sensitivity how probable a positive result is for those who have it
    /// @param falsePositiveRate how probable it is for those who have not: 1 less the specificity
    /// @throws IllegalArgumentException if one is not between 0 and 1, or a positive result is impossible
    public static double posterior(double prior, double sensitivity, double falsePositiveRate) {
        Require.probability("a prior", prior);
        Require.probability("a sensitivity", sensitivity);
        Require.probability("a false positive rate", falsePositiveRate);
        double truePositive = prior * sensitivity;
        double positive = truePositive + (1 - prior) * falsePositiveRate;
        if (positive == 0) {
            throw new IllegalArgumentException("a positive result is impossible with prior " + prior + ", sensitivity "
                    + sensitivity + " and false positive rate " + falsePositiveRate + "; it says nothing then");
        }
        return truePositive / positive;
    }

    /// The probabilities of k hypotheses after evidence. Updating once with each of two independent pieces
    /// of evidence is the same as once with the products of their likelihoods, in any order.
    ///
    /// @param prior the probabilities before, shape `(k)`; they are divided by their sum
    /// @param likelihood how likely the evidence is under each, shape `(k)`: finite, 0 or more; only ratios
    ///     count
    /// @return shape `(k)`, with sum 1
    /// @throws IllegalArgumentException if an argument is not as said, or no hypothesis allows the evidence
    public static double[] update(double[] prior, double[] likelihood) {
        requireWeights("a prior", prior);
        requireWeights("a likelihood", likelihood);
        return updateLog(logarithms(prior), logarithms(likelihood));
    }

    /// The same with logarithms, which do not underflow however much evidence there is: likelihoods of many
    /// independent pieces are added up.
    ///
    /// @param logPrior shape `(k)`; minus infinity for an impossible hypothesis
    /// @param logLikelihood shape `(k)`; minus infinity where the evidence is impossible
    /// @return the probabilities after, shape `(k)`, with sum 1
    /// @throws IllegalArgumentException if the lengths differ, or no hypothesis allows the evidence
    public static double[] updateLog(double[] logPrior, double[] logLikelihood) {
        Require.sameLength("an update of beliefs", logPrior.length, logLikelihood.length);
        double[] logJoint = new double[logPrior.length];
        Arrays.setAll(logJoint, i -> logPrior[i] + logLikelihood[i]);
        if (Arrays.stream(logJoint).allMatch(score -> score == Double.NEGATIVE_INFINITY)) {
            throw new IllegalArgumentException("the evidence is impossible under each of the " + logJoint.length
                    + " hypotheses; add one that allows it");
        }
        return Softmax.of(logJoint);
    }

    /// The logarithm of the odds of a hypothesis after independent pieces of evidence: each adds the
    /// logarithm of its likelihood ratio, whatever one believed before. [Sigmoid#of] makes a probability
    /// of the result.
    ///
    /// @param prior how probable it was before
    /// @param likelihoodRatios for each piece, how much likelier it is if the hypothesis is true than if
    ///     not; above 0
    /// @throws IllegalArgumentException if the prior is not between 0 and 1, or a ratio is not finite and
    ///     above 0
    public static double posteriorLogOdds(double prior, double... likelihoodRatios) {
        Require.probability("a prior", prior);
        double sum = Sigmoid.logit(prior);
        for (double ratio : likelihoodRatios) {
            Require.positive("a likelihood ratio", ratio);
            sum += Math.log(ratio);
        }
        return sum;
    }

    private static void requireWeights(String description, double[] weights) {
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        description + " is finite and 0 or more, got " + weights[i] + " for hypothesis " + i);
            }
        }
    }

    private static double[] logarithms(double[] x) {
        return Arrays.stream(x).map(Math::log).toArray();
    }
}
