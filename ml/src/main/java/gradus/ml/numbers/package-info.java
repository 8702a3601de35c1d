/// Numbers that keep their digits, and numbers drawn by chance.
///
/// A `double` has 53 binary digits. Formulas from a textbook can lose most of them on the way, or leave the
/// range of the type altogether. The classes here are what everything else computes with instead, and each
/// says how far off it can be. Read them in this order:
///
/// 1. [gradus.ml.numbers.Numerics]: a sum that does not forget small numbers, the logarithm of a sum of
/// exponentials, and what it means that two results are close. 2. [gradus.ml.numbers.Rng]: chance that can
/// be repeated. Draws, shuffles, splits; a generator is always handed in, never made on the spot. 3.
/// [gradus.ml.numbers.Sigmoid], [gradus.ml.numbers.Softplus] and [gradus.ml.numbers.Softmax]: from scores
/// to probabilities and back, without overflow. 4. [gradus.ml.numbers.GammaFunction] and
/// [gradus.ml.numbers.LogPmf]: factorials and binomial coefficients of any size, as logarithms; the
/// deviance. 5. [gradus.ml.numbers.IncompleteGamma], [gradus.ml.numbers.BetaFunction] and
/// [gradus.ml.numbers.ErrorFunction]: the areas under the three curves that most distributions are made of;
/// [gradus.ml.numbers.Probit] goes back from an area to its place.
///
/// The special functions are plain series and continued fractions, without tables of fitted coefficients:
/// slower than the best there is, but each line can be derived. Their bounds were measured against 50-digit
/// arithmetic.
package gradus.ml.numbers;
