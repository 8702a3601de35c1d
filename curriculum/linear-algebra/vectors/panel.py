# agree: 1e-15
# differs: cosine: SciPy's is a distance, 1 minus ours
# differs: huge: NumPy squares first, and the squares overflow
import numpy as np
from scipy.spatial.distance import cosine, minkowski

x = np.array([4.0, 3.0])  # (2)
y = np.array([12.0, 5.0])
print("dot", x @ y)
print("norm", np.linalg.norm(x))
print("distance", minkowski(x, y, p=1))
print("cosine", cosine(x, y))
axis = np.array([0.0, 5.0])
print("projection", x @ axis / (axis @ axis) * axis)
print("huge", np.linalg.norm([3e200, 4e200]))
