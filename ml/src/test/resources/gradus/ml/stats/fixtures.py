"""Writes distributions.csv: what SciPy says of each distribution.

    python3 fixtures.py > distributions.csv
"""

import numpy as np
import scipy
from scipy import stats

print(f"# SciPy {scipy.__version__}, NumPy {np.__version__}: python3 fixtures.py > distributions.csv")
print("# at, family, parameters, x, log density, cdf, survival")
print("# quantile, family, parameters, p, x")
print("# moments, family, parameters, mean, variance")


def categorical(*p):
    return stats.rv_discrete(values=(np.arange(len(p)), p))


FAMILIES = {
    "Normal": lambda m, s: stats.norm(m, s),
    "Uniform": lambda a, b: stats.uniform(a, b - a),
    "Exponential": lambda r: stats.expon(scale=1 / r),
    "Laplace": lambda m, s: stats.laplace(m, s),
    "Gamma": lambda k, r: stats.gamma(k, scale=1 / r),
    "Beta": stats.beta,
    "StudentT": stats.t,
    "ChiSquared": stats.chi2,
    "Bernoulli": stats.bernoulli,
    "Binomial": stats.binom,
    "Poisson": stats.poisson,
    "Categorical": categorical,
}

PLACES = {
    ("Normal", 0, 1): [-38, -10, -5, -1, 0, 0.5, 3, 8.2, 37],
    ("Normal", -3, 0.01): [-3.3, -3.01, -3, -2.95],
    ("Normal", 100, 15): [55, 100, 130, 700],
    ("Uniform", -2, 3): [-2.5, -2, 0, 2.5, 3, 4],
    ("Exponential", 0.5): [-1, 0, 1e-9, 1, 10, 1000],
    ("Exponential", 3): [0.1, 2, 40],
    ("Laplace", 1, 2): [-80, -3, 1, 1.5, 200],
    ("Gamma", 0.3, 1): [1e-12, 0.1, 1, 30],
    ("Gamma", 1, 2): [0.2, 5],
    ("Gamma", 7.5, 0.5): [0.5, 5, 15, 40, 300],
    ("Gamma", 10000, 100): [60, 96, 100, 105, 140],
    ("Beta", 0.5, 0.5): [1e-9, 0.1, 0.5, 0.999],
    ("Beta", 2, 5): [1e-5, 0.1, 0.3, 0.9, 0.9999],
    ("Beta", 1, 1): [0.25],
    ("Beta", 3000, 7000): [0.2, 0.295, 0.3, 0.31, 0.4],
    ("StudentT", 1): [-1e6, -3, 0, 0.5, 100],
    ("StudentT", 2.5): [-50, 0.1, 4],
    ("StudentT", 30): [-9, 0.3, 2, 15],
    ("StudentT", 1e6): [-6, 1.96],
    ("ChiSquared", 1): [1e-8, 1, 3.84, 200],
    ("ChiSquared", 4): [0.01, 3, 40],
    ("ChiSquared", 1000): [500, 1000, 1200, 2500],
    ("Bernoulli", 0.3): [-1, 0, 0.5, 1, 2],
    ("Binomial", 10, 0.4): [-1, 0, 3, 3.5, 10, 11],
    ("Binomial", 10000, 0.01): [0, 50, 100, 130, 600],
    ("Binomial", 10000, 0.5): [3000, 4900, 5000, 5200, 7000, 10000],
    ("Binomial", 1, 0.25): [0, 1],
    ("Poisson", 0.61): [0, 1, 2, 9],
    ("Poisson", 40): [0, 20, 40, 41.5, 200],
    ("Poisson", 10000): [6000, 9900, 10000, 10500, 14000],
    ("Categorical", 0.2, 0, 0.5, 0.3): [-1, 0, 1, 2, 2.5, 3, 4],
}

PROBABILITIES = [1e-100, 1e-12, 0.001, 0.1, 0.25, 0.5, 0.77, 0.975, 1 - 1e-9]

for (family, *parameters), places in PLACES.items():
    distribution = FAMILIES[family](*parameters)
    discrete = family in ("Bernoulli", "Binomial", "Poisson", "Categorical")
    name = f"{family},{' '.join(repr(float(p)) for p in parameters)}"
    for x in places:
        with np.errstate(divide="ignore"):
            log = (distribution.logpmf if discrete else distribution.logpdf)(x)
        print(f"at,{name},{float(x)!r},{float(log)!r},{float(distribution.cdf(x))!r},{float(distribution.sf(x))!r}")
    for p in PROBABILITIES:
        x = distribution.isf(1 - p) if p > 0.5 else distribution.ppf(p)
        print(f"quantile,{name},{p!r},{float(x)!r}")
    mean, variance = distribution.mean(), distribution.var()
    if (family, *parameters) == ("StudentT", 1):
        continue  # SciPy calls its mean infinite; it has none
    print(f"moments,{name},{float(mean)!r},{float(variance)!r}")
