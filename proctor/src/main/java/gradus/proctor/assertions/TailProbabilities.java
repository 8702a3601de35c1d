package gradus.proctor.assertions;

import gradus.proctor.failure.CheckFault;

/// Tail probabilities (p-values) of the chi-square and Kolmogorov–Smirnov test statistics. That of a
/// statistic of NaN is 0, so NaN fits no distribution.
final class TailProbabilities {

    private static final double[] LANCZOS = {
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7
    };

    private TailProbabilities() {}

    /// The probability that a chi-square variable is at least `statistic`.
    static double chiSquare(double statistic, int degreesOfFreedom) {
        CheckFault.requireAtLeast("the degrees of freedom", degreesOfFreedom, 1);
        if (!Double.isFinite(statistic)) {
            return statistic == Double.NEGATIVE_INFINITY ? 1 : 0;
        }
        return gammaQ(degreesOfFreedom / 2.0, statistic / 2);
    }

    /// The probability that the Kolmogorov–Smirnov statistic of n draws is at least `distance`.
    ///
    /// Source: Stephens, "Use of the Kolmogorov–Smirnov, Cramér–von Mises and related statistics without
    /// extensive tables", 1970.
    static double kolmogorovSmirnov(double distance, int n) {
        CheckFault.requireAtLeast("the number of draws", n, 1);
        if (Double.isNaN(distance)) {
            return 0;
        }
        double lambda = (Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n)) * distance;
        if (lambda < 0.2) {
            return 1;
        }
        double sum = 0;
        for (int j = 1; j <= 100; j++) {
            double term = Math.exp(-2.0 * j * j * lambda * lambda);
            sum += j % 2 == 1 ? term : -term;
            if (term < 1e-16) {
                break;
            }
        }
        return Math.clamp(2 * sum, 0.0, 1.0);
    }

    /// The regularised upper incomplete gamma function, by its series for small x and by its continued
    /// fraction otherwise. Source: NIST Digital Library of Mathematical Functions, 8.7.1 and 8.9.2.
    private static double gammaQ(double a, double x) {
        if (x <= 0) {
            return 1;
        }
        double scale = Math.exp(a * Math.log(x) - x - logGamma(a));
        if (x < a + 1) {
            double term = 1 / a;
            double sum = term;
            for (int k = 1; k < 10_000 && term > 1e-16 * sum; k++) {
                term *= x / (a + k);
                sum += term;
            }
            return Math.clamp(1 - scale * sum, 0.0, 1.0);
        }
        // The modified Lentz algorithm evaluates the continued fraction from the front.
        double b = x + 1 - a;
        double c = 1e300;
        double d = 1 / b;
        double fraction = d;
        for (int k = 1; k < 10_000; k++) {
            double numerator = -k * (k - a);
            b += 2;
            d = 1 / (numerator * d + b);
            c = b + numerator / c;
            fraction *= c * d;
            if (Math.abs(c * d - 1) < 1e-15) {
                break;
            }
        }
        return Math.clamp(scale * fraction, 0.0, 1.0);
    }

    /// The logarithm of the gamma function, by the Lanczos approximation. Source: Lanczos, "A precision
    /// approximation of the gamma function", 1964, with g = 7 and 9 terms.
    private static double logGamma(double z) {
        if (z < 0.5) {
            return Math.log(Math.PI / Math.sin(Math.PI * z)) - logGamma(1 - z);
        }
        double sum = 0.99999999999980993;
        for (int i = 0; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (z + i);
        }
        double t = z + 6.5;
        return 0.5 * Math.log(2 * Math.PI) + (z - 0.5) * Math.log(t) - t + Math.log(sum);
    }
}
