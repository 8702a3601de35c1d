# agree: 1e-9
# differs: close: np.isclose accepts a relative 1e-5 unless you say otherwise
import numpy as np

x = np.array([4.0, 7.0, 13.0, 16.0])  # (4)
print("variance", x.var())
print("oracle", np.mean((x[:, None] - x[None, :]) ** 2) / 2)
print("shifted", (x + 0.3).var())
print("tripled", (3 * x).var())
print("close", np.isclose(22.5, 22.500001))
