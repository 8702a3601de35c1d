# agree: 0
# differs: first: another generator: a seed means nothing outside its library
import numpy as np

rng = np.random.default_rng(7)
print("repeats", np.random.default_rng(7).random() == np.random.default_rng(7).random())
order = rng.permutation(5)  # (5)
print("sorted", np.sort(order))
print("different", len(set(rng.choice(100, 3, replace=False).tolist())))
weights = np.array([0.0, 3.0, 0.0])
print("choice", rng.choice(3, p=weights / weights.sum()))
print("first", np.random.default_rng(7).integers(1000))
