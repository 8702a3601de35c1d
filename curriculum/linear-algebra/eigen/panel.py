# agree: 1e-7
# differs: first: eigh sorts the eigenvalues in ascending order, and dominant means the largest absolute value
import numpy as np

a = np.array([[1.0, 1.0], [1.0, 0.0]])  # (2, 2)
values, vectors = np.linalg.eigh(a)
k = np.argmax(np.abs(values))
print("eigenvalue", values[k])
print("eigenvector", vectors[:, k] * np.sign(vectors[0, k]))
print("first", values[0])
links = [[1], [0, 2, 3], [1, 3], []]  # 4 pages
moves = np.full((4, 4), 0.25)
for page, targets in enumerate(links):
    if targets:
        moves[:, page] = np.isin(range(4), targets) / len(targets)
print("ranks", np.linalg.solve(np.eye(4) - 0.85 * moves, np.full(4, 0.15 / 4)))
