/// Probability and statistics: distributions, estimation, hypothesis tests and information theory.
///
/// Randomness always comes from a [gradus.ml.numbers.Rng] that is passed as an argument. Distributions,
/// moments and posteriors are immutable values; methods that take a sample don't change it. Read in this
/// order:
///
/// 1. Simulation. [gradus.ml.stats.MonteCarlo] estimates probabilities and expectations by simulation, as an
///    [gradus.ml.stats.Estimate] with a standard error. [gradus.ml.stats.Bayes] applies Bayes' theorem.
/// 2. Descriptive statistics. [gradus.ml.numbers.SampleStatistics] for means, variances and quantiles of a
///    sample, [gradus.ml.stats.RunningMoments] for those of a stream that is not stored;
///    [gradus.ml.stats.Ranks], [gradus.ml.stats.Covariance] and [gradus.ml.stats.Correlation].
/// 3. Distributions. [gradus.ml.stats.Distribution] declares the operations that all of them have. Each is
///    either a [gradus.ml.stats.ContinuousDistribution] or a [gradus.ml.stats.DiscreteDistribution]; read
///    [gradus.ml.stats.Normal] and [gradus.ml.stats.Bernoulli] first. [gradus.ml.stats.MultivariateNormal] is
///    the normal distribution of random vectors.
/// 4. Estimation. [gradus.ml.stats.MaximumLikelihood] fits a distribution to a sample.
///    [gradus.ml.stats.BetaBernoulli] and [gradus.ml.stats.GammaPoisson] are Bayesian models with a conjugate
///    prior, so the posterior has a closed form. For other models, [gradus.ml.stats.Metropolis] samples from
///    the posterior, and [gradus.ml.stats.McmcChain] estimates the effective sample size.
/// 5. Uncertainty and hypothesis tests. [gradus.ml.stats.Bootstrap] gives confidence intervals for any
///    statistic. Tests return a [gradus.ml.stats.TestResult]: [gradus.ml.stats.PermutationTest],
///    [gradus.ml.stats.TTest], [gradus.ml.stats.McNemarTest] for two classifiers,
///    [gradus.ml.stats.ChiSquaredTest] for counts, and [gradus.ml.stats.KolmogorovSmirnovTest] for
///    distributions. [gradus.ml.stats.MultipleTesting] adjusts the p-values of several tests.
/// 6. Information theory. [gradus.ml.stats.Entropy], with cross-entropy and divergences, and
///    [gradus.ml.stats.HuffmanCode], an optimal prefix code, whose mean code length exceeds the entropy by
///    less than one bit.
///
/// Probabilities are computed with the special functions of `gradus.ml.numbers`, and their error bounds apply
/// here too.
package gradus.ml.stats;
