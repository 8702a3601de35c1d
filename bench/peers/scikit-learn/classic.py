"""Classical methods, by scikit-learn, upon the numbers that the library wrote down. Measures as `Stopwatch` does."""

import os
import statistics
import sys
import time
import warnings

import numpy
import sklearn
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss

seconds = float(sys.argv[2])
folder = sys.argv[3]
solver = os.environ.get("SOLVER", "lbfgs")
x = numpy.fromfile(os.path.join(folder, "x.f64"), "<f8").reshape(-1, 50)
y = numpy.fromfile(os.path.join(folder, "y.i32"), "<i4")


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


warnings.filterwarnings("ignore")
print(f"# scikit-learn {sklearn.__version__}, numpy {numpy.__version__}, Python {sys.version.split()[0]}")

logistic = timed("logistic regression", lambda: LogisticRegression(C=1.0, solver=solver, tol=1e-6, max_iter=500).fit(x, y))
penalty = 0.5 * float((logistic.coef_**2).sum()) / len(y)
say("logistic regression, penalised loss", log_loss(y, logistic.predict_proba(x)) + penalty, "nats")

pca = timed("PCA, 10 components", lambda: PCA(10).fit(x))
say("PCA, variance explained", pca.explained_variance_ratio_.sum(), "share")

means = timed("k-means, 10 clusters", lambda: KMeans(10, n_init=1, max_iter=50, tol=0, random_state=0).fit(x))
say("k-means, inertia", means.inertia_, "squared")
say("k-means, iterations", means.n_iter_, "rounds")
