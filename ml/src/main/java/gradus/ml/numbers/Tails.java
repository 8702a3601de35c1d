package gradus.ml.numbers;

/// The logarithms of a probability and of its complement: the two tails of a distribution. The larger one is
/// always computed from the smaller, which has the digits.
record Tails(double logLower, double logUpper) {

    static Tails ofLower(double logLower) {
        return new Tails(logLower, LogProbability.complement(logLower));
    }

    static Tails ofUpper(double logUpper) {
        return ofLower(logUpper).swapped();
    }

    /// The lower tail is `e^logFirst·(1 + rest)`. If it is close to 1, logFirst and rest are small, and the
    /// ones cancel analytically.
    static Tails ofSeries(double logFirst, double rest) {
        double upper = -StrictMath.expm1(logFirst) - StrictMath.exp(logFirst) * rest;
        return upper > 0.5 ? ofLower(logFirst + StrictMath.log1p(rest)) : ofUpper(StrictMath.log(upper));
    }

    Tails swapped() {
        return new Tails(logUpper, logLower);
    }
}
