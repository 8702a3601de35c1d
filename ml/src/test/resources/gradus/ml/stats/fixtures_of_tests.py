"""Writes tests.csv: what SciPy says of samples, tests, fits and entropies.

    python3 fixtures_of_tests.py > tests.csv
"""

import numpy as np
import scipy
from scipy import stats
from scipy.spatial.distance import jensenshannon
from scipy.special import betaln

chance = np.random.default_rng(1908)


def row(kind, *cells):
    def text(cell):
        if isinstance(cell, str):
            return cell
        return " ".join(repr(float(x)) for x in np.atleast_1d(cell).ravel())

    print(",".join([kind, *(text(cell) for cell in cells)]))


print(f"# SciPy {scipy.__version__}, NumPy {np.__version__}: python3 fixtures_of_tests.py > tests.csv")
print("# kind, then what went in and what came out, as the test of that kind reads them")

a = np.round(chance.normal(5, 2, 12), 3)
b = np.round(chance.normal(6, 1, 9), 3)
row("tTest", "oneSample", a, b, *stats.ttest_1samp(a, 4.5))
row("tTest", "paired", a[:9], b, *stats.ttest_rel(a[:9], b))
row("tTest", "welch", a, b, *stats.ttest_ind(a, b, equal_var=False))
row("tTest", "pooled", a, b, *stats.ttest_ind(a, b))

for n, d in [(2, 0.6), (5, 0.2), (5, 0.7), (10, 0.3), (30, 0.1), (30, 0.35), (100, 0.05), (100, 0.19)]:
    row("kolmogorov", n, d, stats.kstwo.sf(d, n))
for n, d in [(201, 0.04), (201, 0.12), (300, 0.08), (1000, 0.02), (20000, 0.009)]:
    row("kolmogorovLimit", n, d, stats.kstwo.sf(d, n))
for n, d in [(10, 0.9), (100, 0.3), (100, 0.8), (1000, 0.1), (1000, 0.5), (20000, 0.03)]:
    row("kolmogorovTail", n, d, stats.kstwo.sf(d, n))
result = stats.kstest(a, stats.norm(5, 2).cdf, method="exact")
row("ksOneSample", a, result.statistic, result.pvalue)
c = np.round(chance.normal(5, 2, 40), 1)
d = np.round(chance.normal(5.8, 2, 55), 1)
result = stats.ks_2samp(c, d)
row("ksTwoSample", c, d, result.statistic, stats.kstwobign.sf(np.sqrt(40 * 55 / 95) * result.statistic))

observed = [18, 22, 31, 29]
row("chiSquare", observed, [25, 25, 25, 25], *stats.chisquare(observed, [25] * 4))
counts = np.array([[12, 5, 9], [3, 14, 20]])
independence = stats.chi2_contingency(counts, correction=False)
row("independence", counts, independence.statistic, independence.pvalue)

x = np.round(chance.normal(0, 1, 15), 1)
y = np.round(x**3 + chance.normal(0, 0.5, 15), 1)
row("correlation", x, y, stats.pearsonr(x, y).statistic, stats.spearmanr(x, y).statistic, np.cov(x, y)[0, 1])
row("ranks", x, stats.rankdata(x))
shares = [0, 0.05, 0.25, 0.5, 0.9, 1]
row("quantiles", a, shares, np.quantile(a, shares))

p = [0.01, 0.04, 0.03, 0.005, 0.5, 0.2, 0.03]
row("benjaminiHochberg", p, stats.false_discovery_control(p))
for n, k in [(10, 3), (25, 5), (8, 4), (1, 0)]:
    row("mcNemar", n, k, stats.binomtest(k, n).pvalue)

sample = np.round(stats.gamma(2.5, scale=0.8).rvs(200, random_state=chance), 4)
shape, _, scale = stats.gamma.fit(sample, floc=0)
row("gammaFit", sample, [shape, 1 / scale])
sample = np.round(stats.beta(2, 5).rvs(150, random_state=chance), 4)
row("betaFit", sample, stats.beta.fit(sample, floc=0, fscale=1)[:2])
row("horseKicks", [109, 65, 22, 3, 1], 0.61)

sample = np.round(chance.exponential(1, 40), 3)
interval = stats.bootstrap(
    (sample,), np.mean, n_resamples=200_000, method="BCa", rng=np.random.default_rng(1), batch=10_000
).confidence_interval
row("bca", sample, interval.low, interval.high)

mean = np.array([1.0, -2.0, 0.5])
covariance = np.array([[2.0, 0.6, -0.3], [0.6, 1.0, 0.2], [-0.3, 0.2, 0.5]])
normal = stats.multivariate_normal(mean, covariance)
for at in ([1, -2, 0.5], [0, 0, 0], [3, -1, 2], [40, 30, -20]):
    row("multivariate", at, normal.logpdf(at))

p, q = [0.1, 0.2, 0, 0.7], [0.25, 0.25, 0.25, 0.25]
row("entropy", p, q, stats.entropy(p), stats.entropy(p, q), jensenshannon(p, q) ** 2)

# P(B > A) for Beta(a, b) and Beta(c, d) with whole c, in closed form (E. Miller, 2014).
for a1, b1, a2, b2 in [(5, 7, 8, 4), (121, 881, 141, 861), (1, 1, 1, 1), (0.5, 0.5, 3, 2)]:
    exact = sum(
        np.exp(betaln(a1 + i, b1 + b2) - np.log(b2 + i) - betaln(1 + i, b2) - betaln(a1, b1)) for i in range(int(a2))
    )
    row("above", [a1, b1, a2, b2], exact)
