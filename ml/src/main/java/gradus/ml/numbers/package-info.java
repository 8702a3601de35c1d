/// Accurate floating-point arithmetic, special functions and random numbers.
///
/// A `double` has 53 significant binary digits. Textbook formulas can lose most of them to rounding and
/// cancellation, or overflow. The rest of the library uses the classes here instead, and each states its
/// error bound. Read in this order:
///
/// 1. [gradus.ml.numbers.Numerics]: compensated summation, log-sum-exp, and approximate equality.
/// 2. [gradus.ml.numbers.Rng]: reproducible random numbers, shuffles, samples, and independent streams. A
///    generator is always passed as an argument, never created inside a method.
/// 3. [gradus.ml.numbers.Sigmoid], [gradus.ml.numbers.Softplus] and [gradus.ml.numbers.Softmax]: from scores
///    to probabilities and back, without overflow.
/// 4. [gradus.ml.numbers.GammaFunction] and [gradus.ml.numbers.LogPmf]: factorials and binomial coefficients
///    of any size, as logarithms; the deviance.
/// 5. [gradus.ml.numbers.IncompleteGamma], [gradus.ml.numbers.BetaFunction] and
///    [gradus.ml.numbers.ErrorFunction]: the integrals behind the cumulative distribution functions of most
///    distributions. [gradus.ml.numbers.Probit] inverts that of the normal distribution, and
///    [gradus.ml.numbers.LogProbability] keeps probabilities that are too small for a `double`.
/// 6. [gradus.ml.numbers.SampleStatistics]: mean, variance and quantiles of a sample.
///
/// The special functions use plain series, a continued fraction and Gauss–Legendre quadrature, without tables
/// of fitted coefficients: slower than the best implementations, but each line can be derived. Their error
/// bounds were measured against 50-digit arithmetic.
package gradus.ml.numbers;
