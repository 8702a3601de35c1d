# agree: 1e-15
# differs: times: NumPy's * multiplies entry by entry; the matrix product is @
import numpy as np

a = np.array([[1.0, 2.0, 0.0], [0.0, 1.0, 3.0]])  # (2, 3)
b = np.array([[1.0, 0.0], [2.0, 1.0], [0.0, 4.0]])  # (3, 2)
print("vector", a @ np.array([1.0, 1.0, 2.0]))
print("product", (a @ b).ravel())
print("transpose", a.T.ravel())
print("identity", np.eye(2).ravel())
print("side", np.hstack([a, np.eye(2)]).ravel())
square = a @ b
print("times", (square * square).ravel())
