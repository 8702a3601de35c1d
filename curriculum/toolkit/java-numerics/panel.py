# agree: 1e-15
# differs: tiny: np.isclose adds an absolute tolerance of 1e-8 unless you say otherwise
import math
import numpy as np
from scipy.special import logsumexp

x = [1e16, 1.0, -1e16]
print("epsilon", np.finfo(float).eps)
print("largest", np.finfo(np.float32).max)
print("compensated", math.fsum(x))
print("usual", np.sum(x))
print("logsumexp", logsumexp([1000, 1000]))
print("swapped", math.isclose(1100, 1000, rel_tol=0.095))
print("tiny", np.isclose(1e-9, 2e-9))
