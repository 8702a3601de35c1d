package gradus.ml.stats;

/// The distribution of the Kolmogorov–Smirnov statistic under the null hypothesis: the largest distance
/// between the empirical cdf of a sample and the cdf it was drawn from. It is the same for every continuous
/// distribution.
final class KolmogorovDistribution {

    private static final int MAX_EXACT_SIZE = 100;

    private KolmogorovDistribution() {}

    /// The probability that a sample of n values has a statistic of at least `statistic`.
    static double survival(int n, double statistic) {
        if (statistic <= 0.5 / n) {
            return 1;
        }
        if (statistic >= 1) {
            return 0;
        }
        if (n <= MAX_EXACT_SIZE) {
            return Math.clamp(1 - exactCdf(n, statistic), 0.0, 1.0);
        }
        // With this correction, the error of the asymptotic distribution is below 0.0002.
        double z = Math.sqrt(n) * statistic;
        return asymptoticSurvival(z + 1 / (6 * Math.sqrt(n)) + (z - 1) / (4.0 * n));
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
