# agree: 1e-9
# differs: default: scikit-learn shuffles the rows, so it finds another line
import numpy as np
from sklearn.linear_model import Perceptron, SGDClassifier

petals = np.array([[1.4, 0.2], [4.7, 1.4], [1.3, 0.2], [3.0, 1.1]])  # (4, 2)
setosa = np.array([1, 0, 1, 0])
model = Perceptron(shuffle=False, tol=None, max_iter=3).fit(petals, setosa)
print("weights", model.coef_[0].tolist(), model.intercept_)
print("named", model.predict(petals))
print("default", Perceptron().fit(petals, setosa).coef_[0].tolist())
mean = SGDClassifier(loss="perceptron", learning_rate="constant", eta0=1, penalty=None,
                     average=True, shuffle=False, tol=None, max_iter=3)
print("mean", mean.fit(petals, setosa).coef_[0].tolist())
