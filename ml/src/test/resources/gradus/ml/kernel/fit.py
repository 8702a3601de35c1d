"""Fits the polynomials of FastFunctions and writes coefficients.csv: the highest power first.

    python3 fit.py > coefficients.csv
"""

import sys

import numpy as np
import scipy
from numpy.polynomial import chebyshev
from scipy.special import erf

EDGE = 5.25


def normal():
    """(Phi(x) - 1/2) / x as a polynomial in t = 2 x^2 / EDGE^2 - 1: least squares at 4000 Chebyshev points.

    The weight is x, since the value is multiplied by x in the end; near 0 it stays at 0.05.
    """
    t = np.cos(np.pi * (np.arange(4000) + 0.5) / 4000)
    x = np.sqrt((t + 1) / 2) * EDGE
    y = erf(x / np.sqrt(2)) / (2 * x)
    fit = chebyshev.chebfit(t, y, 13, w=np.maximum(x, 0.05))
    return chebyshev.cheb2poly(fit)


def slope(edge=5.75):
    """(Phi(x) + x phi(x) - 1/2) / x, the slope of GELU, in the same way, as a polynomial in t = 2 x^2 / edge^2 - 1."""
    t = np.cos(np.pi * (np.arange(6000) + 0.5) / 6000)
    x = np.sqrt((t + 1) / 2) * edge
    y = (erf(x / np.sqrt(2)) / 2 + x * np.exp(-x * x / 2) / np.sqrt(2 * np.pi)) / x
    fit = chebyshev.chebfit(t, y, 16, w=np.maximum(x, 0.05))
    return chebyshev.cheb2poly(fit)


def tanh(above=6, below=3, rounds=60):
    """tanh(x) = x P(x^2) / Q(x^2) with Q(0) = 1, degrees 6 and 3.

    The quotient becomes linear when it is multiplied by Q: then least squares. Places where the relative error is
    large get more weight, again and again, until it is about the same everywhere.
    """
    x = np.linspace(1e-3, 9.1, 6000)
    y = np.tanh(x)
    scale = 81.0
    s = x * x / scale
    weight = np.ones_like(x)
    for _ in range(rounds):
        columns = [x * s**i / y for i in range(above + 1)] + [-(s**i) for i in range(1, below + 1)]
        matrix = np.stack(columns, axis=1)
        fit = np.linalg.lstsq(matrix * weight[:, None], weight, rcond=None)[0]
        p, q = fit[: above + 1], np.append(1, fit[above + 1 :])
        error = np.abs(x * np.polyval(p[::-1], s) / np.polyval(q[::-1], s) / y - 1)
        weight = weight * (0.2 + error / error.max())
        weight = np.maximum(weight / weight.max(), 1e-6)
    print("tanh: relative error", error.max(), file=sys.stderr)
    return p / scale ** np.arange(above + 1), q / scale ** np.arange(below + 1)


def log():
    """(log(1 + f) - f + f^2 / 2) / f^3 as a polynomial in f from sqrt(1/2) - 1 to sqrt(2) - 1: least squares at 4000
    Chebyshev points. The weight is f^2, as the value is multiplied by f^3 and set against f; near 0 it stays at 0.01.
    """
    low, high = np.sqrt(0.5) - 1, np.sqrt(2) - 1
    t = np.cos(np.pi * (np.arange(4000) + 0.5) / 4000)
    f = ((high - low) * t + high + low) / 2
    small = np.abs(f) < 0.01
    series = sum((-1) ** i * f**i / (i + 3) for i in range(12))
    g = np.where(small, 1, f)
    y = np.where(small, series, (np.log1p(g) - g + g * g / 2) / g**3)
    fit = chebyshev.Chebyshev.fit(f, y, 8, domain=[low, high], w=np.maximum(f * f, 0.01))
    return fit.convert(kind=np.polynomial.Polynomial, domain=[-1, 1], window=[-1, 1]).coef


print(f"# numpy {np.__version__}, scipy {scipy.__version__}: python3 fit.py > coefficients.csv")
print("# function, power, coefficient as a float")
above, below = tanh()
for name, powers in ("log", log()), ("normal", normal()), ("slope", slope()), ("tanh above", above), ("tanh below", below):
    for power in reversed(range(len(powers))):
        print(f"{name},{power},{str(np.float32(powers[power]))}")
