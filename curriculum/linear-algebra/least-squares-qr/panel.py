# agree: 1e-12
# differs: reach: NumPy leaves the signs of Q and R as the reflections make them
# differs: first: the same sign, in the column of Q
import numpy as np

t = np.array([0.0, 6.0, 8.0, 14.0])
a = np.column_stack([np.ones(4), t])  # (4, 2)
b = np.array([0.0, 12.0, 16.0, 29.0])  # (4)
q, r = np.linalg.qr(a)
x, squares, rank, singular = np.linalg.lstsq(a, b)
print("x", x)
print("reach", r[0, 1])
print("first", q[0, 0])
print("residual", np.sqrt(squares[0]))
