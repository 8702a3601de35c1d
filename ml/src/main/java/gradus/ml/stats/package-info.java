/// Distributions, estimates and tests: what chance does, and what can be said in spite of it.
///
/// Chance is always a [gradus.ml.numbers.Rng] that is handed in. Distributions, moments and beliefs are
/// values; a method that takes a sample leaves it as it is. Read in this order:
///
/// 1. **Trying.** [gradus.ml.stats.MonteCarlo] answers questions by simulation, with an
/// [gradus.ml.stats.Estimate] of how far off the answer is. [gradus.ml.stats.Bayes] turns a probability
/// round. 2. **Summing up.** [gradus.ml.stats.RunningMoments] for means and variances,
/// [gradus.ml.stats.Quantiles], [gradus.ml.stats.Ranks], [gradus.ml.stats.Covariance] and
/// [gradus.ml.stats.Correlation]. 3. **Distributions.** [gradus.ml.stats.Distribution] says what all can
/// do; its two families are [gradus.ml.stats.ContinuousDistribution] and
/// [gradus.ml.stats.DiscreteDistribution], of which [gradus.ml.stats.Normal] and
/// [gradus.ml.stats.Bernoulli] are the ones to read first. [gradus.ml.stats.MultivariateNormal] is the
/// normal distribution of several numbers at once. 4. **Fitting.** [gradus.ml.stats.MaximumLikelihood]
/// takes the distribution under which a sample is most likely. [gradus.ml.stats.BetaBernoulli] and
/// [gradus.ml.stats.GammaPoisson] keep a whole belief instead of one value; where that has no formula,
/// [gradus.ml.stats.Metropolis] draws from it and [gradus.ml.stats.McmcChain] says what the draws are
/// worth. 5. **Doubting.** [gradus.ml.stats.Bootstrap] puts an interval around a statistic. Tests give a
/// [gradus.ml.stats.TestResult]: [gradus.ml.stats.PermutationTest], [gradus.ml.stats.TTest],
/// [gradus.ml.stats.McNemarTest] for two classifiers, [gradus.ml.stats.ChiSquaredTest] for counts and
/// [gradus.ml.stats.KolmogorovSmirnovTest] for distributions; [gradus.ml.stats.MultipleTesting] for many at
/// once. 6. **Measuring surprise.** [gradus.ml.stats.Entropy] and the code that comes within a bit of it,
/// [gradus.ml.stats.HuffmanCode].
///
/// The probabilities come from the special functions of `gradus.ml.numbers`, whose error bounds hold here
/// too.
package gradus.ml.stats;
