# agree: 1e-12
# differs: order: SciPy says where each row of A goes, ours where each row of the factors comes from
# differs: singular: NumPy refuses only a pivot of exactly 0, and here the last one is a rounding error
import numpy as np
from scipy.linalg import lu

a = np.array([[0.0, -2.0, 3.0], [4.0, -2.0, 0.0], [-2.0, 5.0, -1.0]])  # (3, 3)
print("solution", np.linalg.solve(a, np.array([0.0, 2.0, 1.0])))
print("determinant", np.linalg.det(a))
p, lower, upper = lu(a, p_indices=True)
print("lower", lower.ravel())
print("upper", upper.ravel())
print("order", p)
dependent = np.array([[1.0, 3.0, 4.0], [3.0, 1.0, 4.0], [5.0, 2.0, 7.0]])
print("singular", bool(np.linalg.det(dependent) == 0))
