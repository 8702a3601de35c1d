"""Writes fixtures.txt: what scikit-learn finds on small data, for the tests of gradus.ml.classic.

Run from the root of the repository: python3 ml/src/test/resources/gradus/ml/classic/fixtures.py
"""
import csv
import pathlib

import numpy as np
import scipy
import sklearn
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import ElasticNet, Lasso, LinearRegression, LogisticRegression, Ridge
from sklearn.naive_bayes import GaussianNB, MultinomialNB
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor
from sklearn.utils.class_weight import compute_sample_weight

here = pathlib.Path(__file__).parent
out = [
    f"# scikit-learn {sklearn.__version__}, numpy {np.__version__}, scipy {scipy.__version__}: written by fixtures.py beside this file.",
    "# Each matrix is its name, its rows and its columns, then its rows.",
]


def put(name, numbers):
    matrix = np.atleast_2d(np.asarray(numbers, dtype=float))
    out.append(f"{name} {matrix.shape[0]} {matrix.shape[1]}")
    out.extend(" ".join(repr(float(v)) for v in row) for row in matrix)


rng = np.random.default_rng(20)
x = rng.normal(size=(60, 6)) @ rng.normal(size=(6, 6)) + [5, -3, 0, 100, 1, 0]
x[:, 5] = np.round(x[:, 5])
y = x @ [1.5, 0, -2, 0.3, 0, 0] + 4 + rng.normal(size=60)
put("x", x)
put("y", y)


def line(name, model):
    put(name, [*model.coef_, model.intercept_])


least = LinearRegression().fit(x, y)
line("linear", least)
design = np.column_stack([x, np.ones(60)])
residuals = y - least.predict(x)
put("errors", np.sqrt(np.diag(np.linalg.inv(design.T @ design)) * (residuals @ residuals) / (60 - 7)))
for penalty in [0.01, 1, 100]:
    line(f"ridge {penalty}", Ridge(penalty, solver="svd").fit(x, y))
for penalty in [0.001, 0.1, 1]:
    line(f"lasso {penalty}", Lasso(penalty, tol=1e-14, max_iter=1_000_000).fit(x, y))
    line(f"net {penalty}", ElasticNet(penalty, l1_ratio=0.3, tol=1e-14, max_iter=1_000_000).fit(x, y))

with open("data/iris/iris.csv") as file:
    flowers = list(csv.reader(file))[1:]
iris = np.array([[float(v) for v in flower[:4]] for flower in flowers])
species = np.repeat([0, 1, 2], 50)
two = species > 0
for penalty in [0.01, 1, 100]:
    model = LogisticRegression(C=1 / penalty, solver="newton-cholesky", tol=1e-12, max_iter=1000)
    model.fit(iris[two], species[two])
    put(f"logistic {penalty}", [*model.coef_[0], *model.intercept_])
    model = LogisticRegression(C=1 / penalty, solver="newton-cg", tol=1e-12, max_iter=10000).fit(iris, species)
    put(f"softmax {penalty}", np.column_stack([model.coef_, model.intercept_ - model.intercept_.mean()]))
    put(f"softmax probabilities {penalty}", model.predict_proba(iris[::10]))

put("gaussian naive bayes", GaussianNB().fit(iris[1::2], species[1::2]).predict_proba(iris[::10]))
counts = rng.poisson(2, size=(30, 8)) * rng.integers(0, 2, size=(30, 8))
topics = rng.integers(0, 3, size=30)
put("counts", counts)
put("topics", topics)
for smoothing in [0.1, 1]:
    put(f"multinomial naive bayes {smoothing}", MultinomialNB(alpha=smoothing).fit(counts, topics).predict_proba(counts[:5]))

for weighting in ["uniform", "distance"]:
    for metric in ["euclidean", "manhattan", "chebyshev"]:
        settings = dict(n_neighbors=5, weights=weighting, metric=metric, algorithm="brute")
        put(f"neighbours {weighting} {metric}", KNeighborsRegressor(**settings).fit(x[10:], y[10:]).predict(x[:10]))
        classes = (y > np.median(y)).astype(int)
        model = KNeighborsClassifier(**settings).fit(x[10:], classes[10:])
        put(f"voters {weighting} {metric}", model.predict_proba(x[:10]))

put("inertias", [KMeans(k, n_init=50, tol=0, random_state=1).fit(iris).inertia_ for k in [1, 2, 3, 4]])
pca = PCA(3).fit(iris)
put("pca components", pca.components_.T)
put("pca variances", pca.explained_variance_)
put("pca shares", pca.explained_variance_ratio_)
put("pca projected", pca.transform(iris[::30]))

isotonic_x = rng.integers(0, 25, size=40).astype(float)
isotonic_y = (isotonic_x / 5 + rng.normal(size=40) * 2).round(3)
isotonic_weights = rng.integers(1, 5, size=40) / 2
queries = np.linspace(-2, 27, 59)
put("isotonic x", isotonic_x)
put("isotonic y", isotonic_y)
put("isotonic weights", isotonic_weights)
put("isotonic queries", queries)
for name, settings, weights in [
    ("increasing", dict(increasing=True), None),
    ("decreasing", dict(increasing=False), None),
    ("weighted", dict(increasing=True), isotonic_weights),
]:
    model = IsotonicRegression(out_of_bounds="clip", **settings).fit(isotonic_x, isotonic_y, sample_weight=weights)
    put(f"isotonic {name}", model.predict(queries))

weights = rng.integers(1, 6, size=150) / 2
put("weights", weights)
model = GaussianNB().fit(iris[1::2], species[1::2], sample_weight=weights[1::2])
put("weighted gaussian naive bayes", model.predict_proba(iris[::10]))
model = MultinomialNB(alpha=0.5).fit(counts, topics, sample_weight=weights[:30])
put("weighted multinomial naive bayes", model.predict_proba(counts[:5]))
put(
    "weighted inertias",
    [KMeans(k, n_init=50, tol=0, random_state=1).fit(iris, sample_weight=weights).inertia_ for k in [1, 2, 3, 4]],
)
put("balanced weights", compute_sample_weight("balanced", topics))
here.joinpath("fixtures.txt").write_text("\n".join(out) + "\n")
