# agree: 1e-9
# differs: half: the Java divides integers
import math
import numpy as np

x = np.array([1, 2.5])
print("twice", 2 * x)
print("root", math.sqrt(2))
print("half", 7 / 2)
