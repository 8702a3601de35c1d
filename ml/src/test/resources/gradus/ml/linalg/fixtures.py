"""Writes decompositions.txt: what NumPy and SciPy make of a few matrices. Run: python3 fixtures.py > decompositions.txt"""

import numpy as np
import scipy
import scipy.linalg as la


def show(name, value):
    matrix = np.atleast_2d(np.asarray(value, dtype=float))
    numbers = " ".join(repr(float(x)) for x in matrix.ravel())
    print(f"{name} {matrix.shape[0]} {matrix.shape[1]} {numbers}")


def settled(directions, partners=None):
    """Each column with a positive leading component, as gradus.ml.linalg settles signs."""
    directions = directions.copy()
    for c in range(directions.shape[1]):
        column = directions[:, c]
        leading = column[np.abs(column) >= (1 - 1e-6) * np.abs(column).max()][0]
        if leading < 0:
            directions[:, c] *= -1
            if partners is not None:
                partners[:, c] *= -1
    return directions


def rectangle(name, a):
    show(f"{name}.a", a)
    q, r = la.qr(a, mode="economic")
    signs = np.where(np.diag(r) < 0, -1.0, 1.0)
    show(f"{name}.q", q * signs)
    show(f"{name}.r", signs[:, None] * r)
    u, s, vt = la.svd(a, full_matrices=False)
    u = u.copy()
    show(f"{name}.v", settled(vt.T, u))
    show(f"{name}.u", u)
    show(f"{name}.s", s)
    show(f"{name}.pinv", la.pinv(a))
    show(f"{name}.cond", np.linalg.cond(a))
    show(f"{name}.rank", np.linalg.matrix_rank(a))
    b = np.arange(1.0, a.shape[0] + 1)
    show(f"{name}.lstsq", la.lstsq(a, b)[0])


def square(name, a):
    p, l, u = la.lu(a)
    show(f"{name}.p", p.T)
    show(f"{name}.l", l)
    show(f"{name}.upper", u)
    show(f"{name}.det", la.det(a))
    show(f"{name}.inv", la.inv(a))
    show(f"{name}.solve", la.solve(a, np.arange(1.0, a.shape[0] + 1)))


def symmetric(name, a):
    values, vectors = la.eigh(a)
    show(f"{name}.values", values[::-1])
    show(f"{name}.vectors", settled(vectors[:, ::-1]))


print(f"# Made by fixtures.py beside this file, with NumPy {np.__version__} and SciPy {scipy.__version__}.")
print("# A line holds a name, the number of rows, the number of columns, and the numbers row after row.")
rng = np.random.default_rng(20260101)
rectangle("tall", rng.standard_normal((7, 3)))
rectangle("wide", rng.standard_normal((3, 6)))
general = rng.standard_normal((5, 5))
rectangle("general", general)
square("general", general)
x = rng.standard_normal((12, 6))
definite = x.T @ x / 12
definite = (definite + definite.T) / 2
rectangle("definite", definite)
square("definite", definite)
symmetric("definite", definite)
show("definite.cholesky", la.cholesky(definite, lower=True))
hilbert = la.hilbert(5)
rectangle("hilbert", hilbert)
square("hilbert", hilbert)
symmetric("hilbert", hilbert)
show("hilbert.cholesky", la.cholesky(hilbert, lower=True))
