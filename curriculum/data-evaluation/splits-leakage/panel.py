# agree: 0
# differs: tested: scikit-learn rounds the test set up, ours to the nearest whole number
# differs: latest: it cuts at a row number, through equal times; ours keeps them together
import numpy as np
from sklearn.model_selection import GroupShuffleSplit, train_test_split

labels = np.zeros(50, dtype=int)  # (50), 8 of them 1
labels[:48:6] = 1
_, test = train_test_split(labels[:49], test_size=0.25, random_state=1)
print("tested", len(test))
_, test = train_test_split(labels, test_size=0.25, stratify=labels, random_state=1)
print("rare", test.sum())
patients = np.array([0, 1, 2, 3, 4, 5, 6] + 9 * [7])
train, test = next(GroupShuffleSplit(1, test_size=0.25, random_state=1).split(patients, groups=patients))
print("shared", bool(set(patients[train]) & set(patients[test])))
_, test = train_test_split([1, 1, 2, 2, 2], test_size=0.2, shuffle=False)
print("latest", len(test))
