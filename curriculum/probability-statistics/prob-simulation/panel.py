# agree: 1e-12
# differs: default: SciPy's default is the exact interval, which is a little longer
# differs: never: the exact interval isn't a point, where ours is
import numpy as np
from scipy.stats import binomtest, norm

p = 667 / 1000
error = np.sqrt(p * (1 - p) / 1000)
print("z", norm.ppf(0.975))
print("error", error)
print("interval", *norm.interval(0.95, loc=p, scale=error))
exact = binomtest(667, 1000).proportion_ci()
print("default", exact.low, exact.high)
never = binomtest(0, 1000).proportion_ci()
print("never", never.low, never.high)
