# agree: 1e-9
# differs: forward: SciPy's approx_fprime steps forward only, by the square root of epsilon
import numpy as np
from scipy.differentiate import derivative
from scipy.optimize import approx_fprime

print("step", np.cbrt(np.finfo(float).eps) * max(1, 2))
volume = np.array([1.5, 2.0, 2.5]) ** 3
print("sampled", np.gradient(volume, 0.5)[1])
print("slope", derivative(np.exp, 1.0).df)
print("ramp", derivative(lambda s: np.maximum(s, 0), 0.0).df)
print("forward", approx_fprime(np.array([1.0]), lambda s: np.exp(s[0]))[0])
