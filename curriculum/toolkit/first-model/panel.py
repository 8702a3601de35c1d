# agree: 0
# differs: default: KNeighborsClassifier asks five rows unless you say otherwise, and among equally many votes the smallest label wins
from sklearn.neighbors import KNeighborsClassifier

feet = [[23.5], [25.0], [26.5], [28.0], [29.0]]  # (5, 1)
sizes = [37, 40, 42, 44, 45]

model = KNeighborsClassifier(n_neighbors=1)
model.fit(feet, sizes)
distance, row = model.kneighbors([[26.0]])
print("row", row[0])
print("distance", distance[0])
print("size", model.predict([[26.0]]))
default = KNeighborsClassifier().fit(feet, sizes)
print("default", default.predict([[26.0]]))
