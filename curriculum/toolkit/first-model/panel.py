# agree: 1e-9
# differs: default: KNeighborsClassifier asks five rows unless you say otherwise, and three of these five are versicolor
from sklearn.neighbors import KNeighborsClassifier

petals = [[4.0, 1.3], [4.5, 1.5], [4.7, 1.4], [5.4, 2.3], [5.7, 2.1], [6.3, 1.8]]  # (6, 2)
labels = [1, 1, 1, 2, 2, 2]

model = KNeighborsClassifier(n_neighbors=1)
model.fit(petals, labels)
distance, row = model.kneighbors([[5.0, 2.0]])
print("row", row[0])
print("distance", distance[0])
print("label", model.predict([[5.0, 2.0]]))
default = KNeighborsClassifier().fit(petals, labels)
print("default", default.predict([[5.0, 2.0]]))
