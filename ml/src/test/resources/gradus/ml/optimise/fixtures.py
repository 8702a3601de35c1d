"""Writes minima.txt: where SciPy finds the minima of a few problems. Run: python3 fixtures.py > minima.txt"""

import numpy as np
import scipy
from scipy.optimize import least_squares, minimize


def show(name, value):
    matrix = np.atleast_2d(np.asarray(value, dtype=float))
    numbers = " ".join(repr(float(x)) for x in matrix.ravel())
    print(f"{name} {matrix.shape[0]} {matrix.shape[1]} {numbers}")


print(f"# Made by fixtures.py beside this file, with NumPy {np.__version__} and SciPy {scipy.__version__}.")
print("# A line holds a name, the number of rows, the number of columns, and the numbers row after row.")
rng = np.random.default_rng(20260102)

# Logistic regression: mean of log(1 + exp(-y x.w)) + 0.01/2 |w|^2, columns of very different sizes.
x = rng.standard_normal((60, 5)) * np.array([1, 3, 0.1, 10, 1])
y = np.where(x @ np.array([1, -0.5, 4, 0.05, 0]) + rng.standard_normal(60) > 0, 1.0, -1.0)


def loss(w):
    return np.logaddexp(0, -y * (x @ w)).mean() + 0.005 * w @ w


def gradient(w):
    return -(x.T @ (y / (1 + np.exp(y * (x @ w))))) / len(y) + 0.01 * w


def hessian(w):
    p = 1 / (1 + np.exp(-(x @ w)))
    return (x.T * (p * (1 - p))) @ x / len(y) + 0.01 * np.eye(5)


found = minimize(loss, np.zeros(5), jac=gradient, hess=hessian, method="trust-exact", options={"gtol": 1e-13})
show("logistic.x", x)
show("logistic.y", y)
show("logistic.minimum", found.x)
show("logistic.value", found.fun)

# A curve with noise: a*exp(-b*t) + c.
t = np.linspace(0, 4, 25)
z = 2.5 * np.exp(-1.3 * t) + 0.5 + 0.05 * rng.standard_normal(25)
found = least_squares(
    lambda p: p[0] * np.exp(-p[1] * t) + p[2] - z,
    [1, 1, 1],
    jac=lambda p: np.stack([np.exp(-p[1] * t), -p[0] * t * np.exp(-p[1] * t), np.ones_like(t)], axis=1),
    method="lm", xtol=1e-15, ftol=1e-15, gtol=1e-15)
show("curve.t", t)
show("curve.z", z)
show("curve.minimum", found.x)
show("curve.value", found.cost)

# A quadratic within the simplex and within a box.
q = rng.standard_normal((6, 6))
q = q.T @ q
b = rng.standard_normal(6)
show("quadratic.q", q)
show("quadratic.b", b)
found = minimize(
    lambda w: w @ q @ w / 2 - b @ w, np.full(6, 1 / 6), jac=lambda w: q @ w - b, bounds=[(0, None)] * 6,
    constraints={"type": "eq", "fun": lambda w: w.sum() - 1, "jac": lambda w: np.ones(6)},
    method="SLSQP", options={"ftol": 1e-16, "maxiter": 1000})
show("quadratic.simplex", found.x)
found = minimize(
    lambda w: w @ q @ w / 2 - b @ w, np.zeros(6), jac=lambda w: q @ w - b, bounds=[(-0.2, 0.3)] * 6,
    method="L-BFGS-B", options={"ftol": 1e-16, "gtol": 1e-12})
show("quadratic.box", found.x)
