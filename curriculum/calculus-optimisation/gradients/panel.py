# agree: 1e-6
# differs: check: check_grad steps forward only, and returns an absolute error
import numpy as np
from scipy.optimize import approx_fprime, check_grad

def loss(x):
    return ((x[0] + x[1] - 2) ** 2 + (3 * x[0] + x[1] - 4) ** 2) / 2

x = np.array([2.0, 1.0])  # (2)
gradient = approx_fprime(x, loss)  # (2)
print("gradient", gradient)
print("steepest", np.linalg.norm(gradient))
print("direction", gradient @ np.array([3.0, 4.0]))
print("check", check_grad(loss, lambda x: np.array([8.0, 4.0]), x))
