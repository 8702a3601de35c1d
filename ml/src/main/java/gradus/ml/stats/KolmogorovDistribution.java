package gradus.ml.stats;

import gradus.ml.numbers.LogPmf;

/// The distribution of the Kolmogorov–Smirnov statistic under the null hypothesis: the largest distance
/// between the empirical cdf of a sample and the cdf it was drawn from. It is the same for every continuous
/// distribution.
final class KolmogorovDistribution {

    private static final int MAX_EXACT_SIZE = 200;

    /// Enough for the series of the expansion, for arguments that are not decided by the one-sided
    /// probability.
    private static final int TERMS = 12;

    /// From this value of `n·statistic²` on, less than 1e-13 of the probability is that of both sides at
    /// once.
    private static final double ONE_SIDED_FROM = 5;

    private KolmogorovDistribution() {}

    /// The probability that a sample of n values has a statistic of at least `statistic`.
    static double survival(int n, double statistic) {
        if (statistic <= 0.5 / n) {
            return 1;
        }
        if (statistic >= 1) {
            return 0;
        }
        if (n * statistic * statistic > ONE_SIDED_FROM) {
            return Math.min(1, 2 * oneSidedSurvival(n, statistic));
        }
        double cdf = n <= MAX_EXACT_SIZE ? exactCdf(n, statistic) : expandedCdf(n, Math.sqrt(n) * statistic);
        return Math.clamp(1 - cdf, 0.0, 1.0);
    }

    /// The exact probability that the empirical cdf exceeds the true one by at least `statistic` somewhere: a
    /// sum of positive terms, so it is accurate however small it is. O(n).
    ///
    /// Source: Z. Birnbaum and F. Tingey, One-Sided Confidence Contours for Probability Distribution
    /// Functions, Ann. Math. Stat. 22 (1951).
    private static double oneSidedSurvival(int n, double statistic) {
        double sum = 0;
        for (int j = 0; j <= n * (1 - statistic); j++) {
            double p = statistic + (double) j / n;
            if (p < 1) {
                sum += StrictMath.exp(LogPmf.binomial(j, n - j, p, 1 - p)) * (statistic / p);
            }
        }
        return sum;
    }

    /// The exact probability of a smaller statistic: that the path of the empirical cdf stays within a band
    /// around the true one. It is `n!/nⁿ` times an entry of the n-th power of a matrix of shape
    /// `(2k − 1, 2k − 1)`, where k is about `n·statistic`. Computed by n matrix–vector products: O(n·k²).
    ///
    /// Source: G. Marsaglia, W. W. Tsang and J. Wang, Evaluating Kolmogorov's Distribution, J. Stat. Softw. 8
    /// (2003).
    private static double exactCdf(int n, double statistic) {
        int k = (int) (n * statistic) + 1;
        double h = k - n * statistic;
        double[][] transitions = transitionMatrix(2 * k - 1, h);
        double[] pathWeights = new double[2 * k - 1];
        pathWeights[k - 1] = 1;
        for (int i = 1; i <= n; i++) {
            double[] next = new double[pathWeights.length];
            for (int r = 0; r < next.length; r++) {
                for (int c = 0; c < next.length; c++) {
                    next[r] += transitions[r][c] * pathWeights[c];
                }
                // All these factors together are n! / nⁿ.
                next[r] *= (double) i / n;
            }
            pathWeights = next;
        }
        return pathWeights[k - 1];
    }

    private static double[][] transitionMatrix(int m, double h) {
        double[][] transitions = new double[m][m];
        for (int r = 0; r < m; r++) {
            for (int c = 0; c < Math.min(m, r + 2); c++) {
                transitions[r][c] = 1;
            }
        }
        for (int i = 0; i < m; i++) {
            transitions[i][0] -= StrictMath.pow(h, i + 1);
            transitions[m - 1][i] -= StrictMath.pow(h, m - i);
        }
        transitions[m - 1][0] += StrictMath.pow(Math.max(0, 2 * h - 1), m);
        for (int r = 0; r < m; r++) {
            double factorial = 1;
            for (int c = r; c >= 0; c--) {
                factorial *= r - c + 1;
                transitions[r][c] /= factorial;
            }
        }
        return transitions;
    }

    /// The probability of a smaller statistic, at `z = √n · statistic`: the asymptotic one and the next three
    /// terms of its expansion in `1/√n`. The error is about `0.06 / n²`.
    ///
    /// Source: W. Pelz and I. J. Good, Approximating the Lower Tail-Areas of the Kolmogorov–Smirnov
    /// One-Sample Statistic, J. R. Stat. Soc. B 38 (1976).
    private static double expandedCdf(int n, double z) {
        double z2 = z * z;
        double z4 = z2 * z2;
        double z6 = z4 * z2;
        double[] terms = new double[4];
        for (int k = 0; k < TERMS; k++) {
            double h = square(Math.PI * (k + 0.5));
            double odd = StrictMath.exp(-h / (2 * z2));
            terms[0] += 2 / z * odd;
            terms[1] += (h - z2) / (3 * z4) * odd;
            terms[2] += (6 * z6 + 2 * z4 + h * (2 * z4 - 5 * z2) + h * h * (1 - 2 * z2)) / (36 * z6 * z) * odd;
            double cubic = h * h * h * (5 - 30 * z2)
                    + h * h * (212 * z4 - 60 * z2)
                    + h * (135 * z4 - 96 * z6)
                    - 30 * z6
                    - 90 * z4 * z4;
            terms[3] += cubic / (3240 * z6 * z4) * odd;
            double w = square(Math.PI * k);
            double even = StrictMath.exp(-w / (2 * z2));
            terms[2] -= w / (18 * z2 * z) * even;
            terms[3] += (3 * w * z2 - w * w) / (108 * z6) * even;
        }
        double step = 1 / Math.sqrt(n);
        double sum = terms[0] + step * (terms[1] + step * (terms[2] + step * terms[3]));
        return Math.sqrt(Math.PI / 2) * sum;
    }

    private static double square(double x) {
        return x * x;
    }

    /// The asymptotic survival function, at `z = √n · statistic`. It has two series: one converges fast for
    /// small z, the other for large z.
    static double asymptoticSurvival(double z) {
        if (z <= 0) {
            return 1;
        }
        double sum = 0;
        if (z < 1) {
            for (int k = 1; k < 20; k += 2) {
                sum += StrictMath.exp(-k * k * Math.PI * Math.PI / (8 * z * z));
            }
            return 1 - Math.sqrt(2 * Math.PI) / z * sum;
        }
        for (int k = 1; k < 10; k++) {
            sum += (k % 2 == 1 ? 2 : -2) * StrictMath.exp(-2 * k * k * z * z);
        }
        return sum;
    }
}
