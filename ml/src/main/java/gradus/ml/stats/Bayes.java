package gradus.ml.stats;

import gradus.ml.numbers.Sigmoid;
import gradus.ml.numbers.Softmax;
import java.util.Arrays;

/// Bayes' theorem: the posterior probability of a hypothesis is proportional to its prior probability times
/// its likelihood, the probability of the evidence under that hypothesis.
///
/// Source: T. Bayes, An Essay towards Solving a Problem in the Doctrine of Chances, Phil. Trans. 53 (1763).
public final class Bayes {

    private Bayes() {}

    /// The posterior probability of a condition after a positive test result (positive predictive value). If
    /// the condition is rare, most positive results are false positives unless the false positive rate is
    /// lower still; to overlook that is the *base rate fallacy*.
    ///
    /// @param prior prior probability of the condition (prevalence)
    /// @param sensitivity probability of a positive result with the condition
    /// @param falsePositiveRate probability of a positive result without it: 1 − specificity
    /// @throws IllegalArgumentException if one is not between 0 and 1, or a positive result is impossible
    public static double posterior(double prior, double sensitivity, double falsePositiveRate) {
        Require.probability("the prior", prior);
        Require.probability("the sensitivity", sensitivity);
        Require.probability("the false positive rate", falsePositiveRate);
        boolean truePositives = prior > 0 && sensitivity > 0;
        boolean falsePositives = prior < 1 && falsePositiveRate > 0;
        if (!truePositives && !falsePositives) {
            throw new IllegalArgumentException("a positive result is impossible with prior " + prior + ", sensitivity "
                    + sensitivity + " and false positive rate " + falsePositiveRate + "; the posterior is undefined");
        }
        if (!truePositives || !falsePositives) {
            return truePositives ? 1 : 0;
        }
        // As odds, because both products may underflow.
        return 1 / (1 + (1 - prior) / prior * (falsePositiveRate / sensitivity));
    }

    /// The posterior probabilities of k hypotheses. Updating with independent pieces of evidence one at a
    /// time, in any order, is the same as updating once with the products of their likelihoods.
    ///
    /// @param prior prior probabilities, shape `(k)`; they are divided by their sum
    /// @param likelihood likelihood of each hypothesis, shape `(k)`: finite, ≥ 0; only ratios count
    /// @return posterior probabilities, shape `(k)`, with sum 1
    /// @throws IllegalArgumentException if the lengths differ, a number is out of range, or the evidence is
    ///     impossible under every hypothesis
    public static double[] update(double[] prior, double[] likelihood) {
        requireWeights("the prior", prior);
        requireWeights("the likelihood", likelihood);
        return updateLog(logarithms(prior), logarithms(likelihood));
    }

    /// The same as [#update] with logarithms, which do not underflow however much evidence there is: the
    /// log-likelihoods of independent pieces of evidence are added.
    ///
    /// @param logPrior shape `(k)`; minus infinity for an impossible hypothesis
    /// @param logLikelihood shape `(k)`; minus infinity if the evidence is impossible under the hypothesis
    /// @return posterior probabilities, shape `(k)`, with sum 1
    /// @throws IllegalArgumentException if the lengths differ, or the evidence is impossible under every
    ///     hypothesis
    public static double[] updateLog(double[] logPrior, double[] logLikelihood) {
        Require.sameLength("a Bayesian update", logPrior.length, logLikelihood.length);
        double[] logJoint = new double[logPrior.length];
        Arrays.setAll(logJoint, i -> logPrior[i] + logLikelihood[i]);
        if (Arrays.stream(logJoint).allMatch(score -> score == Double.NEGATIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the evidence is impossible under all " + logJoint.length + " hypotheses; add one that allows it");
        }
        return Softmax.of(logJoint);
    }

    /// The posterior log-odds of a hypothesis: the prior log-odds plus the logarithm of the likelihood ratio
    /// of each independent piece of evidence. [Sigmoid#of] converts them to a probability.
    ///
    /// @param prior prior probability of the hypothesis
    /// @param likelihoodRatios for each piece of evidence, its probability if the hypothesis is true divided
    ///     by its probability if not; > 0
    /// @throws IllegalArgumentException if the prior is not between 0 and 1, or a ratio is not finite and > 0
    public static double posteriorLogOdds(double prior, double... likelihoodRatios) {
        Require.probability("the prior", prior);
        double sum = Sigmoid.logit(prior);
        for (double ratio : likelihoodRatios) {
            Require.positive("every likelihood ratio", ratio);
            sum += StrictMath.log(ratio);
        }
        return sum;
    }

    private static void requireWeights(String description, double[] weights) {
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        description + " must be finite and at least 0, got " + weights[i] + " for hypothesis " + i);
            }
        }
    }

    private static double[] logarithms(double[] x) {
        return Arrays.stream(x).map(StrictMath::log).toArray();
    }
}
