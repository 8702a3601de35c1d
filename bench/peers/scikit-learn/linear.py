"""Linear models on a wide and on a tall table, by scikit-learn. Measures as `Stopwatch` does."""

import os
import statistics
import sys
import time

import numpy
import sklearn
from sklearn.decomposition import PCA
from sklearn.linear_model import LinearRegression, Ridge

seconds = float(sys.argv[2])
folder = sys.argv[3]
numbers = numpy.fromfile(os.path.join(folder, "x.f64"), "<f8")


def say(name, value, unit):
    print(f"{name} {value} {unit}", flush=True)


def timed(name, fit):
    """Prints the median of how long fit takes, and returns what it gives."""
    total = 0.0
    while total < seconds:
        start = time.perf_counter()
        fit()
        total += time.perf_counter() - start
    samples = []
    while sum(samples) < seconds or len(samples) < 5:
        start = time.perf_counter()
        fitted = fit()
        samples.append(time.perf_counter() - start)
    say(name, 1e3 * statistics.median(samples), "ms")
    return fitted


def residual(model, x, y):
    return float(numpy.linalg.norm(model.predict(x) - y))


print(f"# scikit-learn {sklearn.__version__}, numpy {numpy.__version__}, Python {sys.version.split()[0]}")

for shape, rows in (("wide", 60), ("tall", 2000)):
    x = numbers.reshape(rows, -1)
    y = numpy.fromfile(os.path.join(folder, shape + ".f64"), "<f8")

    pca = timed(f"{shape}, PCA of 5 components", lambda: PCA(5).fit(x))
    say(f"{shape}, PCA, variance explained", pca.explained_variance_ratio_.sum(), "share")

    least_squares = timed(f"{shape}, least squares", lambda: LinearRegression().fit(x, y))
    say(f"{shape}, least squares, residual", residual(least_squares, x, y), "norm")

    ridge = timed(f"{shape}, ridge", lambda: Ridge(1.0).fit(x, y))
    say(f"{shape}, ridge, residual", residual(ridge, x, y), "norm")
