# agree: 1e-12
# differs: variance: NumPy divides by n unless you pass ddof=1, ours by n - 1
# differs: spread: it's the root of the variance, so NumPy divides by n here as well
import numpy as np

x = np.array([14.0, 15, 10, 13, 14, 10, 8])  # (7)
print("mean", x.mean())
print("variance", x.var())
print("population", x.var())
print("spread", x.std())
print("median", np.median(x))
print("quantile", np.quantile(x, 0.9))
